import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from '../document-context.ts';
import { codeAndTitle } from '../document-context.ts';
import type { Block, TableRow, Text } from '../document.ts';

/** A row says the first steps; the annex says all. */
const MISSING_SHOWN = 2;

/** Indicators with something left to their target: the ranked ones, then by need, wider gap and framework order. */
export function gapOrder({ report, indicatorById }: DocumentContext): ReportIndicator[] {
  const ranked = report.priorities.map(({ id }) => id);
  const open = report.indicators.filter(({ gap }) => gap !== null && gap > 0).map(({ id }) => id);
  const areas = report.developmentAreas.filter((id) => open.includes(id));
  return [...new Set([...ranked, ...areas, ...open])].flatMap((id) => indicatorById.get(id) ?? []);
}

/** Who leads: those assigned, else those of the plan's actions on the indicator; null where nobody is named. */
export function leadWords(
  context: DocumentContext,
  { id, leads }: Pick<ReportIndicator, 'id' | 'leads'>,
): string | null {
  const ofPlan = context.report.plan
    .filter(({ indicators }) => indicators.includes(id))
    .flatMap(({ lead }) => lead ?? []);
  // Where one institution answers for all, naming it in every row says nothing.
  const assigned = context.report.institutions.length > 1 ? leads : [];
  const names = [...new Set(ofPlan.length > 0 ? ofPlan : assigned)].map((one) => context.institutionName(one));
  return names.length === 0 ? null : context.localiser.list(names);
}

/** The first date by which an action on the indicator ends; null without one. */
export function deadlineOf({ report }: DocumentContext, id: string): string | null {
  const ends = report.plan.filter(({ indicators }) => indicators.includes(id)).flatMap(({ end }) => end ?? []);
  return ends.sort()[0] ?? null;
}

/** Why no gap is listed: nothing to start from, or nothing left to close. */
export function noGapWords({ report, t }: DocumentContext): string {
  return t(report.coverage.answered === 0 ? 'report.gaps.noLevel' : 'report.gaps.none');
}

/** `1 → 3` in the signs of the scale. */
export function fromTo(context: DocumentContext, { scale, level, target }: ReportIndicator): string {
  if (level === null || target === null) return context.t('report.none');
  const sign = (id: string) => context.levelSign(scale, id).symbol;
  return context.t('report.gaps.fromTo', { from: sign(level), to: sign(target) });
}

function nextSteps(context: DocumentContext, indicator: ReportIndicator): Text[] {
  const { missingRequirements, id, target } = indicator;
  const shown = missingRequirements
    .slice(0, MISSING_SHOWN)
    .map((address): Text => [context.quote(context.requirement(address))]);
  const left = missingRequirements.length - shown.length;
  if (left > 0) shown.push(context.t('report.gaps.moreMissing', { count: left }));
  if (shown.length > 0) return shown;
  const advance = target === null ? undefined : context.texts.indicators[id]?.advance?.[target];
  return advance === undefined ? [] : [[context.quote(advance)]];
}

function gapRow(context: DocumentContext, indicator: ReportIndicator, index: number): TableRow {
  const { t } = context;
  const { scale, level, target, gap, impact, ease, need, quadrant } = indicator;
  const ofFour = (value: number | null): Text[] => [value === null ? t('report.gaps.notGiven') : context.number(value)];
  const priority = context.report.priorities.find(({ id }) => id === indicator.id);
  const pin = priority?.pinReason ?? null;
  const deadline = deadlineOf(context, indicator.id);
  const lead = leadWords(context, indicator);
  const who = [
    ...(lead === null ? [] : [t('report.gaps.lead', { lead })]),
    ...(deadline === null ? [] : [t('report.gaps.deadline', { date: context.localiser.date(deadline) })]),
  ];
  return {
    cells: [
      [context.number(index + 1)],
      [
        codeAndTitle(context, indicator.id),
        ...(pin === null ? [] : [t('report.gaps.pinned', { reason: context.localiser.text(pin) })]),
        ...(who.length === 0 ? [] : [who.join(t('report.separator'))]),
      ],
      level === null || target === null
        ? [t('report.none')]
        : [t('report.gaps.from', { level: context.levelWords(scale, level) }), context.levelWords(scale, target)],
      [gap === null ? t('report.none') : context.number(gap)],
      nextSteps(context, indicator),
      ofFour(impact),
      ofFour(ease),
      [need === null ? t('report.gaps.notGiven') : context.number(need)],
      [quadrant === null ? t('report.none') : t(`gaps.quadrant.${quadrant}`)],
    ],
  };
}

function withoutTarget(context: DocumentContext): Block[] {
  const ids = context.report.indicators.filter(
    ({ noTargetReason, status }) => noTargetReason !== null && status !== 'out-of-scope',
  );
  if (ids.length === 0) return [];
  const items = ids.map(({ id, noTargetReason }): Text => [
    ...codeAndTitle(context, id),
    {
      text: context.t('report.reason', {
        reason: context.localiser.text(noTargetReason?.trim() ? noTargetReason : context.t('report.noReason')),
      }),
    },
  ]);
  return [
    { kind: 'heading', level: 2, text: context.t('report.gaps.withoutTarget') },
    { kind: 'list', items },
  ];
}

/** Gaps in the order of priority: from, to, what is missing, impact, ease, need, when, who. */
export function gapBlocks(context: DocumentContext): Block[] {
  const { t } = context;
  const rows = gapOrder(context).map((indicator, index) => gapRow(context, indicator, index));
  const column = (label: string, share: number, align: 'start' | 'center' = 'start') => ({ label, share, align });
  return [
    { kind: 'paragraph', role: 'note', text: t('report.gaps.note') },
    rows.length === 0
      ? { kind: 'paragraph', role: 'body', text: noGapWords(context) }
      : {
          kind: 'table',
          caption: t('report.section.gaps'),
          rowHeader: 1,
          columns: [
            column(t('report.column.number'), 3.5),
            column(t('report.column.indicator'), 21),
            column(t('report.column.levelToTarget'), 11),
            column(t('report.column.gap'), 4.5, 'center'),
            column(t('report.column.missing'), 34),
            column(t('report.column.impact'), 5.5, 'center'),
            column(t('report.column.ease'), 5.5, 'center'),
            column(t('report.column.need'), 5.5, 'center'),
            column(t('gaps.quadrant'), 9.5),
          ],
          rows,
        },
    ...withoutTarget(context),
  ];
}
