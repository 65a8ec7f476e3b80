import type { Report } from '../../report/report.ts';
import type { FittedText, Run } from '../document/document.ts';
import type { Room } from '../document/fit-room.ts';
import { fitPlain, fitRuns, roomOf } from '../document/fit-room.ts';
import { SUMMARY_SIZES, SUMMARY_WIDTHS } from '../document/fit-summary.ts';
import { costInCell } from './cost-words.ts';
import { ANY_FACE } from '../document/text-face.ts';
import type { DocumentContext } from './document-context.ts';
import { waysOf } from './gap-words.ts';
import { shortDate } from '../../i18n/short-date.ts';
import { measureLeads, measurePartners, measureTitle } from './measures.ts';
import { aroundRun, listedNames } from './written-paragraphs.ts';

type Measure = Report['measures'][number];

/** Of the width of the table. */
const SHARES = { number: 5, deadline: 17.5, cost: 22 } as const;
/** Which column names the row, from 0. */
const NAME_COLUMN = 1;
const TITLE_LINES = 2;
/** Most lines of codes and who leads below a title: with partners nothing is cut but the end of very long names. */
const UNDER_LINES = { whole: 3, lead: 2, cut: 1 } as const;
/** An amount is never cut. */
const COST_LINES = 4;

const cellWidth = (share: number) => (share * SUMMARY_WIDTHS.page) / 100 - 2 * SUMMARY_WIDTHS.cellPadding;
const cellRoom = (share: number, lines: number, bold = false) =>
  roomOf(cellWidth(share), SUMMARY_SIZES.cell, lines, bold);

/** Codes with their ways, who leads and with whom: `LM-05: 1 → 3 · Lead: Labour; with Justice`. */
function underLine(context: DocumentContext, measure: Measure, room: Room, withPartners: boolean): FittedText | null {
  const leads = measureLeads(context, measure);
  const partners = withPartners ? measurePartners(context, measure) : [];
  const codes = waysOf(context, measure.indicators);
  const who = [
    ...(leads.length === 0 ? [] : [aroundRun(context, 'report.gaps.lead', 'lead', ...listedNames(context, leads))]),
    ...(partners.length === 0
      ? []
      : [aroundRun(context, 'report.measures.with', 'partners', ...listedNames(context, partners))]),
  ].flatMap((runs, index): Run[] => [...(index === 0 ? [] : [{ text: context.t('report.separator') }]), ...runs]);
  if (who.length === 0 && codes.length === 0) return null;
  const before = [...codes, ...(who.length === 0 || codes.length === 0 ? [] : [{ text: ' · ' }])];
  return fitRuns(before, who, room, context.face);
}

function titleCell(context: DocumentContext, measure: Measure, room: Room): FittedText {
  const title = measureTitle(context, measure);
  const fitted = fitPlain(title, room, context.face);
  const foreign = measure.title === null ? context.quote(title).language : undefined;
  const run = { text: String(fitted.text), strong: true, ...(foreign === undefined ? {} : { language: foreign }) };
  return { ...fitted, text: [run] };
}

/** When each is to end, in words; with the months cut where one of them would not fit on its line, as no date is. */
function deadlinesOf({ localiser, face }: DocumentContext, measures: readonly Measure[]): (string | null)[] {
  // Letters that nobody knows may be wider than any that were reckoned with.
  const room = cellRoom(SHARES.deadline * (face === ANY_FACE ? 0.9 : 1), 1);
  const whole = measures.map(({ end }) => (end === null ? null : localiser.date(end)));
  const fits = whole.every((date) => date === null || fitPlain(date, room, face).text === date);
  return fits ? whole : measures.map(({ end }) => (end === null ? null : shortDate(localiser.language, end)));
}

/** The table of measures in titles of at most so many lines: by when and at what cost only where anybody said so. */
export function measureTable(context: DocumentContext, measures: readonly Measure[], titleLines = TITLE_LINES) {
  const { t, localiser, number, report } = context;
  const costs = measures.map(({ cost }) => costInCell(context, cost));
  const deadline = measures.some(({ end }) => end !== null) ? SHARES.deadline : 0;
  const cost = report.costs.once === null && report.costs.yearly === null ? 0 : SHARES.cost;
  const share = 100 - SHARES.number - deadline - cost;
  const currency = report.round.currency?.trim() ?? '';
  const isWritten = measures.some(({ written }) => written);
  const given = (wanted: number, label: string) => (wanted === 0 ? [] : [{ label, share: wanted }]);
  const columns = [
    { label: t('report.column.number'), share: SHARES.number },
    { label: t(isWritten ? 'report.column.measureAndWays' : 'report.column.indicatorAndWay'), share },
    ...given(deadline, t('report.column.deadline')),
    ...given(
      cost,
      currency === '' ? t('report.column.cost') : t('report.column.costIn', { currency: localiser.text(currency) }),
    ),
  ];
  const cell = (wanted: number, words: string | null, lines: number) =>
    wanted === 0 ? [] : [fitPlain(words ?? t('report.none'), cellRoom(wanted, lines), context.face)];
  const deadlines = deadlinesOf(context, measures);
  const rows = measures.map((measure, index) => {
    const title = titleCell(context, measure, cellRoom(share, titleLines, true));
    const others = [...cell(deadline, deadlines[index] ?? null, 1), ...cell(cost, costs[index] ?? null, COST_LINES)];
    const beside = Math.max(1, ...others.map(({ lines }) => lines));
    // A cost of several lines stands beside the small print, which has the whole width otherwise.
    const isBeside = beside > 1;
    const width = cellWidth(100 - SHARES.number - (isBeside ? cost : 0));
    const under = (lines: number, withPartners: boolean) =>
      underLine(context, measure, roomOf(width, SUMMARY_SIZES.under, lines), withPartners);
    const { whole, lead, cut } = UNDER_LINES;
    return {
      cells: [{ text: number(index + 1), lines: 1 }, title, ...others],
      lines: { title: title.lines, cells: beside, isBeside },
      underSpan: columns.length - NAME_COLUMN - (isBeside ? 1 : 0),
      under: [under(cut, false), under(lead, false), under(whole, true)] as const,
    };
  });
  return { columns, rows, nameColumn: NAME_COLUMN };
}
