import { lastEnd } from '../../domain/measures/list-measures.ts';
import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { markedSign } from './level-marks.ts';

/** Gaps with all that is known of them, in the compact table: as many as the summary page has priorities. */
const FULL_ROWS = 10;
/** A row says the first steps; the annex says all. */
const MISSING_SHOWN = 2;

/** Indicators with something left to their target: priorities, then what else is ranked, then by wider gap. */
export function gapOrder({ report, indicatorById }: DocumentContext): ReportIndicator[] {
  const priorities = report.priorities.map(({ id }) => id);
  const open = report.indicators.filter(({ gap }) => gap !== null && gap > 0).map(({ id }) => id);
  const areas = report.developmentAreas.filter((id) => open.includes(id));
  return [...new Set([...priorities, ...report.ranking.ranked, ...areas, ...open])].flatMap(
    (id) => indicatorById.get(id) ?? [],
  );
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

/** The last date by which an action on the indicator ends: the target needs all of them. Null where one has none. */
export function deadlineOf({ report }: DocumentContext, id: string): string | null {
  return lastEnd(report.plan.filter(({ indicators }) => indicators.includes(id)));
}

/** Why no gap is listed: nothing to start from, or nothing left to close. */
export function noGapWords({ report, t }: DocumentContext): string {
  return t(report.coverage.answered === 0 ? 'report.gaps.noLevel' : 'report.gaps.none');
}

/** `1° → 3` in the signs of the scale. */
export function fromTo(context: DocumentContext, indicator: ReportIndicator): string {
  const { scale, level, target } = indicator;
  if (level === null || target === null) return context.t('report.none');
  return context.t('report.gaps.fromTo', {
    from: markedSign(context, indicator),
    to: context.levelSign(scale, target).symbol,
  });
}

function nextSteps(context: DocumentContext, indicator: ReportIndicator, most = MISSING_SHOWN): Text[] {
  const { missingRequirements, id, target } = indicator;
  const shown = missingRequirements
    .slice(0, most)
    .map((address): Text => [context.quote(context.requirement(address))]);
  const left = missingRequirements.length - shown.length;
  if (left > 0) shown.push(context.t('report.gaps.moreMissing', { count: left }));
  if (shown.length > 0) return shown;
  const advance = target === null ? undefined : context.texts.indicators[id]?.advance?.[target];
  return advance === undefined ? [] : [[context.quote(advance)]];
}

/** Code and title, why it comes first, who leads and until when. */
function whatCell(context: DocumentContext, { id, leads }: ReportIndicator): Text[] {
  const { t, localiser } = context;
  const pin = context.report.priorities.find((one) => one.id === id)?.pinReason ?? null;
  const deadline = deadlineOf(context, id);
  const lead = leadWords(context, { id, leads });
  const who = [
    ...(lead === null ? [] : [t('report.gaps.lead', { lead })]),
    ...(deadline === null ? [] : [t('report.gaps.deadline', { date: localiser.date(deadline) })]),
  ];
  return [
    codeAndTitle(context, id),
    ...(pin === null ? [] : [t('report.gaps.pinned', { reason: localiser.text(pin) })]),
    ...(who.length === 0 ? [] : [who.join(t('report.separator'))]),
  ];
}

function levelCell(context: DocumentContext, { scale, level, target }: ReportIndicator): Text[] {
  const { t } = context;
  if (level === null || target === null) return [t('report.none')];
  return [t('report.gaps.from', { level: context.levelWords(scale, level) }), context.levelWords(scale, target)];
}

const given = (context: DocumentContext, value: number | null) =>
  value === null ? context.t('report.gaps.notGiven') : context.number(value);

function quadrantWords({ t }: DocumentContext, { quadrant }: ReportIndicator): string {
  return quadrant === null ? t('report.none') : t(`gaps.quadrant.${quadrant}`);
}

function fullRow(context: DocumentContext, indicator: ReportIndicator, index: number): TableRow {
  const { gap, impact, ease, need } = indicator;
  return {
    cells: [
      [context.number(index + 1)],
      whatCell(context, indicator),
      levelCell(context, indicator),
      [gap === null ? context.t('report.none') : context.number(gap)],
      nextSteps(context, indicator),
      [given(context, impact)],
      [given(context, ease)],
      [given(context, need)],
      [quadrantWords(context, indicator)],
    ],
  };
}

/** The same in five columns, for upright pages. */
function compactRow(context: DocumentContext, indicator: ReportIndicator, index: number): TableRow {
  const { t } = context;
  const { impact, ease, need } = indicator;
  const figure = (label: string, value: number | null) => `${label}${t('report.colon')}${given(context, value)}`;
  return {
    cells: [
      [context.number(index + 1)],
      whatCell(context, indicator),
      levelCell(context, indicator),
      nextSteps(context, indicator, 1),
      [
        quadrantWords(context, indicator),
        figure(t('report.column.need'), need),
        [figure(t('report.column.impact'), impact), figure(t('report.column.ease'), ease)].join(t('report.separator')),
      ],
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

const column = (label: string, share: number, align: 'start' | 'center' = 'start') => ({ label, share, align });

function fullTable(context: DocumentContext, order: readonly ReportIndicator[]): Block {
  const { t } = context;
  return {
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
    rows: order.map((indicator, index) => fullRow(context, indicator, index)),
  };
}

/** The first gaps with what is missing, then one line each: enough to see where every one stands. */
function compactTables(context: DocumentContext, order: readonly ReportIndicator[]): Block[] {
  const { t } = context;
  const rest = order.slice(FULL_ROWS);
  const title = t('report.gaps.rest', { count: rest.length });
  const first: Block = {
    kind: 'table',
    caption: t('report.section.gaps'),
    rowHeader: 1,
    columns: [
      column(t('report.column.number'), 4),
      column(t('report.column.indicator'), 31),
      column(t('report.column.levelToTarget'), 13.5),
      column(t('report.column.missing'), 31),
      column(t('report.gaps.figures'), 20.5),
    ],
    rows: order.slice(0, FULL_ROWS).map((indicator, index) => compactRow(context, indicator, index)),
  };
  if (rest.length === 0) return [first];
  return [
    first,
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      caption: title,
      rowHeader: 1,
      columns: [
        column(t('report.column.number'), 5),
        column(t('report.column.indicator'), 58),
        column(t('report.column.fromTo'), 8, 'center'),
        column(t('report.column.need'), 8, 'center'),
        column(t('gaps.quadrant'), 21),
      ],
      rows: rest.map((indicator, index) => ({
        cells: [
          [context.number(FULL_ROWS + index + 1)],
          [codeAndTitle(context, indicator.id)],
          [[{ text: fromTo(context, indicator), code: true }]],
          [given(context, indicator.need)],
          [quadrantWords(context, indicator)],
        ],
      })),
    },
  ];
}

/** Gaps in the order of priority: from, to, what is missing, impact, ease, need, when, who. */
export function gapBlocks(context: DocumentContext): Block[] {
  const order = gapOrder(context);
  const without = withoutTarget(context);
  if (order.length === 0 && without.length === 0) return [];
  const tables = context.options.gapTable === 'full' ? [fullTable(context, order)] : compactTables(context, order);
  return [
    {
      kind: 'paragraph',
      role: 'note',
      text: context.t('report.gaps.note', { rule: ruleOfVersion(context.report.engine) }),
    },
    ...(order.length === 0 ? [{ kind: 'paragraph', role: 'body', text: noGapWords(context) } as const] : tables),
    ...without,
  ];
}
