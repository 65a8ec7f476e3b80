import type { FittedText } from '../document/document.ts';
import type { Room } from '../document/fit-room.ts';
import { fitPlain, fitRuns, roomOf } from '../document/fit-room.ts';
import { SUMMARY_SIZES, SUMMARY_WIDTHS } from '../document/fit-summary.ts';
import { clampText } from '../document/clamp-text.ts';
import { differing } from './differences.ts';
import type { DocumentContext } from './document-context.ts';

const LINE = roomOf(SUMMARY_WIDTHS.page, SUMMARY_SIZES.cell, 2);
const NAMED = 3;
const NAME_CHARACTERS = 60;

function differingLine(context: DocumentContext): FittedText[] {
  const { t, report, localiser } = context;
  const count = report.grounds.differing ?? 0;
  if (count === 0) return [];
  const named = differing(context).slice(0, NAMED);
  const titles = localiser.list(named.map(({ id }) => `${context.shortTitle(id)} (${id})`));
  return [fitPlain(t('report.positions.differ', { count, rest: count - named.length, titles }), LINE, context.face)];
}

/** Those on indicators of the measures first. */
function reservationLines(context: DocumentContext, room: Room): FittedText[] {
  const { report, t, localiser } = context;
  const measured = new Set(report.measures.flatMap(({ indicators }) => indicators));
  const own = report.indicators.filter(
    ({ reservations, status }) => reservations.length > 0 && status !== 'out-of-scope',
  );
  const ordered = [...own.filter(({ id }) => measured.has(id)), ...own.filter(({ id }) => !measured.has(id))];
  return ordered.flatMap(({ id, reservations }) =>
    reservations.map(({ institution, text }) => {
      const name = clampText(
        context.institutionName(institution),
        room.lines === 1 ? NAME_CHARACTERS / 2 : NAME_CHARACTERS,
      );
      const on = t('report.positions.on', { title: context.shortTitle(id) });
      const before = [{ text: name, strong: true, apart: true as const }, { text: on }, { text: t('report.colon') }];
      return fitRuns(before, [{ text: localiser.text(text) }], room, context.face);
    }),
  );
}

/**
 * Where positions differ, then each reservation in so many lines. Empty where a single institution speaks, and to the public.
 */
export function positionLines(context: DocumentContext, lines: number): FittedText[] {
  return [...differingLine(context), ...reservationLines(context, { ...LINE, lines })];
}
