import { isWhollyCosted, toFind } from '../../domain/measures/list-measures.ts';
import { shortDate } from '../../i18n/short-date.ts';
import type { ReportAction } from '../../report/report.ts';
import { joinRow } from '../document/code-list.ts';
import type { Block, Inline, TableColumn, TableRow, Text } from '../document/document.ts';
import { amountFigure, costInCell, costWords, toFindInCell } from './cost-words.ts';
import type { DocumentContext } from './document-context.ts';
import { fromToInline } from './gap-words.ts';
import { measureTitle } from './measures.ts';
import { planCostBlocks } from './plan-costs.ts';
import { planGroups } from './plan-order.ts';
import { afterColon, aroundRun, aroundWritten, listedNames, writtenParagraphs } from './written-paragraphs.ts';

const STATUSES = ['done', 'ongoing', 'blocked', 'not-started'] as const;

/** How wide the columns are beside each other; those that are empty throughout are not printed. */
const WEIGHTS = {
  number: 5,
  activity: 24,
  indicators: 10,
  who: 21,
  // A short date on a line, also in the letters of a browser.
  when: 12,
  resources: 21,
  success: 19,
  status: 10,
} as const;
type Column = keyof typeof WEIGHTS;
/** The column that names the row. */
const NAMING: Column = 'activity';

const needsResources = ({ resourcesToFind }: ReportAction) => resourcesToFind !== null && resourcesToFind.trim() !== '';

function periodWords({ t, localiser }: DocumentContext, { start, end }: ReportAction): Text[] {
  const date = (day: string) => shortDate(localiser.language, day);
  if (start !== null && end !== null) {
    const both = t('report.plan.period.both', { start: date(start), end: date(end) });
    // The dash stays on the line of the first day.
    return [both.replace(' –', '\u00a0–')];
  }
  return [
    ...(start === null ? [] : [t('report.plan.from', { date: date(start) })]),
    ...(end === null ? [] : [t('report.plan.until', { date: date(end) })]),
  ];
}

/** Code and levels: `LM-05 1 → 3`; the code alone where no level is to change. */
function indicatorWords(context: DocumentContext, id: string): Inline[] {
  const indicator = context.indicatorById.get(id);
  const steps = indicator === undefined || (indicator.gap ?? 0) <= 0 ? null : fromToInline(context, indicator);
  return [{ text: id, code: true }, ...(steps === null ? [] : [{ text: ' ' }, steps])];
}

/** Texts as one paragraph, with a comma between them. */
const joined = (context: DocumentContext, texts: readonly Text[]): Text[] =>
  texts.length === 0 ? [] : [joinRow(context, texts)];

/** Whether any action has an amount: where none has, that nothing is costed goes without saying. */
const isCosted = ({ report }: DocumentContext) =>
  report.plan.some(({ costOnce, costYearly }) => costOnce !== null || costYearly !== null);

function actionCells(context: DocumentContext, number: string, action: ReportAction): Record<Column, Text[]> {
  const { t } = context;
  const written = (text: string | null) => (text === null ? [] : writtenParagraphs(context, text));
  const labelled = (label: string, texts: readonly string[]) =>
    texts.map((text, index): Text => (index === 0 ? [{ text: label }, ...afterColon(context, text)] : text));
  const { costOnce: once, costYearly: yearly, costThere: there } = action;
  const isOpen = once === null && yearly === null && action.status !== 'done' && isCosted(context);
  const cost = costInCell(context, { once, yearly, withoutAmount: isOpen ? 1 : 0 });
  const left = toFindInCell(context, { there, ...toFind(action) });
  const partners = action.partners.map((partner) => context.institutionName(partner));
  return {
    number: [number],
    activity: [
      ...written(action.activity),
      ...written(action.note),
      ...(action.pinned ? [aroundWritten(context, 'report.gaps.pinned', 'reason', action.pinned)] : []),
    ],
    indicators: action.indicators.map((id) => indicatorWords(context, id)),
    who: joined(context, [
      ...(action.lead === null
        ? []
        : [[{ text: context.institutionName(action.lead), strong: true, apart: true as const }]]),
      ...(partners.length === 0
        ? []
        : [aroundRun(context, 'report.measures.with', 'partners', ...listedNames(context, partners))]),
    ]),
    when: periodWords(context, action),
    resources: [
      ...(cost === null ? [] : [isOpen ? cost : [{ text: cost, strong: true }]]),
      ...labelled(t('report.plan.toFind'), [...(left === null ? [] : [left]), ...written(action.resourcesToFind)]),
      ...labelled(t('report.plan.available'), [
        ...(there === null ? [] : [amountFigure(context, there)]),
        ...written(action.resourcesAvailable),
      ]),
    ],
    success: [...written(action.successIndicator), ...labelled(t('report.plan.shownBy'), written(action.verification))],
    status: [t(`report.plan.status.${action.status}`)],
  };
}

function columnsOf(context: DocumentContext, shown: readonly Column[]): TableColumn[] {
  const { t, localiser, report } = context;
  const currency = report.round.currency?.trim() ?? '';
  const labels: Record<Column, string> = {
    number: t('report.column.number'),
    activity: t('report.plan.activity'),
    indicators: t('report.plan.levels'),
    who: t('report.plan.who'),
    when: t('report.plan.period'),
    resources:
      isCosted(context) && currency !== ''
        ? t('report.plan.resourcesIn', { currency: localiser.text(currency) })
        : t('report.plan.resourcesColumn'),
    success: t('report.plan.success'),
    status: t('report.plan.status'),
  };
  const whole = shown.reduce((sum, column) => sum + WEIGHTS[column], 0);
  return shown.map((column) => ({ label: labels[column], share: (100 * WEIGHTS[column]) / whole }));
}

interface Group {
  /** Null: the rows stand without a line above them. */
  readonly title: string | null;
  readonly actions: readonly ReportAction[];
}

/** What still needs resources first. */
function byFunding({ report, t }: DocumentContext): Group[] {
  const open = report.plan.filter(needsResources);
  const settled = report.plan.filter((action) => !needsResources(action));
  return [
    { title: t('report.plan.fundingGap', { count: open.length }), actions: open },
    { title: t('report.plan.funded', { count: settled.length }), actions: settled },
  ];
}

/** By the measure that they belong to, with what it costs; the plan as it stands while nobody wrote a measure. */
function byMeasure(context: DocumentContext): Group[] {
  const { report, t } = context;
  return planGroups(context).map(({ number, measure, actions }): Group => {
    const own = actions.map(({ action }) => action);
    if (number === null) return { title: null, actions: own };
    const title = measure === null ? t('report.plan.otherActions') : measureTitle(context, measure);
    const cost = measure === null ? report.planCosts.others : measure.cost;
    const words = costWords(context, cost);
    const costs = words === null || isWhollyCosted(cost) ? words : t('report.cost.inPart', { cost: words });
    const parts = [t('report.plan.measure', { number, title }), ...(costs === null ? [] : [costs])];
    return { title: parts.join(' · '), actions: own };
  });
}

/** The action plan: who does what with whom, until when, with what, and how one will see that it is done. */
export function planBlocks(context: DocumentContext): Block[] {
  const { report, t, options } = context;
  const { plan } = report;
  if (plan.length === 0) return [];
  const counts = STATUSES.flatMap((status) => {
    const count = plan.filter((action) => action.status === status).length;
    return count === 0 ? [] : [t(`report.plan.count.${status}`, { count })];
  });
  const numbered = planGroups(context).flatMap(({ actions }) => actions);
  const cellsOf = new Map(numbered.map(({ number, action }) => [action.id, actionCells(context, number, action)]));
  const shown = (Object.keys(WEIGHTS) as Column[]).filter(
    (column) => column === NAMING || [...cellsOf.values()].some((cells) => cells[column].length > 0),
  );
  const groups = options.planOrder === 'funding' ? byFunding(context) : byMeasure(context);
  const rows = groups.flatMap(({ title, actions }): TableRow[] =>
    actions.length === 0
      ? []
      : [
          ...(title === null ? [] : [{ group: title }]),
          ...actions.map(({ id }) => {
            const cells = cellsOf.get(id);
            return {
              cells: shown.map((column): Text[] => (cells?.[column].length ? cells[column] : [t('report.none')])),
            };
          }),
        ],
  );
  const open = plan.filter(needsResources).length;
  return [
    {
      kind: 'paragraph',
      role: 'note',
      text: `${t('report.plan.counts', { count: plan.length, counts: counts.join(t('report.separator')) })} ${t('report.plan.resources', { count: open, of: plan.length })}`,
    },
    {
      kind: 'table',
      caption: t('report.section.plan'),
      rowHeader: shown.indexOf(NAMING),
      columns: columnsOf(context, shown),
      rows,
    },
    ...planCostBlocks(context),
  ];
}
