import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndShortTitle, codeAndTitle } from './document-context.ts';
import { joinRow, joinTexts } from '../document/code-list.ts';
import type { Block, Run, TableRow, Text } from '../document/document.ts';
import {
  deadlineOf,
  fromToInline,
  gapOrder,
  givenWords,
  leadNames,
  noGapWords,
  orderWords,
  quadrantWords,
} from './gap-words.ts';
import { standingWords } from './law-and-practice.ts';
import { priorityMatrix } from './priority-matrix.ts';
import { aroundRun, aroundWritten, listedNames } from './written-paragraphs.ts';

/** Gaps with all that is known of them, in the compact table: as many as the summary page has priorities. */
const FULL_ROWS = 10;
/** A row says the first steps; the annex says all. */
const MISSING_SHOWN = 2;

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
  const names = leadNames(context, { id, leads });
  const who: Run[] = [
    ...(names.length === 0 ? [] : aroundRun(context, 'report.gaps.lead', 'lead', ...listedNames(context, names))),
    ...(names.length === 0 || deadline === null ? [] : [{ text: t('report.separator') }]),
    ...(deadline === null ? [] : [{ text: t('report.gaps.deadline', { date: localiser.date(deadline) }) }]),
  ];
  return [
    codeAndTitle(context, id),
    ...(pin === null ? [] : [aroundWritten(context, 'report.gaps.pinned', 'reason', pin)]),
    ...(who.length === 0 ? [] : [who]),
  ];
}

function levelCell(context: DocumentContext, indicator: ReportIndicator): Text[] {
  const { t } = context;
  const { id, scale, level, target } = indicator;
  if (level === null || target === null) return [t('report.none')];
  return [t('report.gaps.from', { level: standingWords(context, id) }), context.levelWords(scale, target)];
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
      [givenWords(context, impact)],
      [givenWords(context, ease)],
      [givenWords(context, need)],
      [quadrantWords(context, indicator)],
    ],
  };
}

/** The same in five columns, for upright pages. */
function compactRow(context: DocumentContext, indicator: ReportIndicator, index: number): TableRow {
  const { t } = context;
  const { impact, ease, need } = indicator;
  const figure = (label: string, value: number | null) => `${label}${t('report.colon')}${givenWords(context, value)}`;
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
    ...aroundWritten(
      context,
      'report.reason',
      'reason',
      noTargetReason?.trim() ? noTargetReason : context.t('report.noReason'),
    ),
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
      column(t('report.column.number'), 4.5),
      column(t('report.column.indicator'), 21),
      column(t('report.column.levelToTarget'), 11),
      column(t('report.column.gap'), 4.5, 'center'),
      column(t('report.column.missing'), 33),
      column(t('report.column.impact'), 5.5, 'center'),
      column(t('report.column.ease'), 5.5, 'center'),
      column(t('report.column.need'), 5.5, 'center'),
      column(t('gaps.quadrant'), 9.5),
    ],
    rows: order.map((indicator, index) => fullRow(context, indicator, index)),
  };
}

const isUnweighed = ({ impact, ease }: ReportIndicator) => impact === null && ease === null;

/** Gaps of which nobody said how much they weigh: by domain, from where to where; the annex says the rest. */
function unweighedList(context: DocumentContext, gaps: readonly ReportIndicator[]): Block[] {
  const items = context.report.domains.flatMap(({ id }): Text[] => {
    const own = gaps.filter(({ domain }) => domain === id);
    if (own.length === 0) return [];
    const named = own.map((one) =>
      joinTexts(codeAndShortTitle(context, one.id), '\u00a0', [fromToInline(context, one)]),
    );
    const title = [{ text: context.domainTitle(id), strong: true }];
    return [joinTexts(title, context.t('report.colon'), joinRow(context, named))];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: context.t('report.gaps.unweighed', { count: gaps.length }) },
    { kind: 'list', items },
  ];
}

/** The first gaps with what is missing, then one line each of those that were weighed, then the others by domain. */
function compactTables(context: DocumentContext, order: readonly ReportIndicator[]): Block[] {
  const { t } = context;
  const later = order.slice(FULL_ROWS);
  const rest = later.filter((one) => !isUnweighed(one));
  const unweighed = unweighedList(context, later.filter(isUnweighed));
  const title = t('report.gaps.rest', { count: rest.length });
  const first: Block = {
    kind: 'table',
    caption: t('report.section.gaps'),
    rowHeader: 1,
    columns: [
      column(t('report.column.number'), 5.5),
      column(t('report.column.indicator'), 30),
      column(t('report.column.levelToTarget'), 16),
      column(t('report.column.missing'), 29.5),
      column(t('report.gaps.figures'), 19),
    ],
    rows: order.slice(0, FULL_ROWS).map((indicator, index) => compactRow(context, indicator, index)),
  };
  if (rest.length === 0) return [first, ...unweighed];
  return [
    first,
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      caption: title,
      rowHeader: 1,
      columns: [
        column(t('report.column.number'), 6),
        column(t('report.column.indicator'), 50),
        column(t('report.column.fromTo'), 11, 'center'),
        column(t('report.column.need'), 12, 'center'),
        column(t('gaps.quadrant'), 21),
      ],
      rows: rest.map((indicator, index) => ({
        cells: [
          [context.number(FULL_ROWS + index + 1)],
          [codeAndTitle(context, indicator.id)],
          [[fromToInline(context, indicator)]],
          [givenWords(context, indicator.need)],
          [quadrantWords(context, indicator)],
        ],
      })),
    },
    ...unweighed,
  ];
}

/** What to act on first, and what is a reform: here where the part on priorities is wanted too. */
function whenBlocks(context: DocumentContext, order: readonly ReportIndicator[]): Block[] {
  const matrix = context.options.sections.has('priorities') ? priorityMatrix(context, order) : [];
  if (matrix.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: context.t('report.section.priorities') }, ...matrix];
}

/** Gaps in the order of priority: from, to, what is missing, impact, ease, need, when, who. */
export function gapBlocks(context: DocumentContext): Block[] {
  const order = gapOrder(context);
  const without = withoutTarget(context);
  if (order.length === 0 && without.length === 0) return [];
  const tables = context.options.gapTable === 'full' ? [fullTable(context, order)] : compactTables(context, order);
  const blocks = [...tables.slice(0, 1), ...whenBlocks(context, order), ...tables.slice(1)];
  return [
    {
      kind: 'paragraph',
      role: 'note',
      text: [
        context.t('report.gaps.note', { rule: ruleOfVersion(context.report.engine) }),
        ...(order.length === 0 ? [] : [orderWords(context, 'gaps')]),
      ].join(' '),
    },
    ...(order.length === 0 ? [{ kind: 'paragraph', role: 'body', text: noGapWords(context) } as const] : blocks),
    ...without,
  ];
}
