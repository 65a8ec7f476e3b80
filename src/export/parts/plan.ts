import type { ReportAction } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { writtenParagraphs } from './written-paragraphs.ts';

const STATUSES = ['done', 'ongoing', 'blocked', 'not-started'] as const;

const needsResources = ({ resourcesToFind }: ReportAction) => resourcesToFind !== null && resourcesToFind.trim() !== '';

function periodWords({ t, localiser }: DocumentContext, { start, end }: ReportAction): Text[] {
  return [
    ...(start === null ? [] : [t('report.plan.from', { date: localiser.date(start) })]),
    ...(end === null ? [] : [t('report.plan.until', { date: localiser.date(end) })]),
  ];
}

function actionRow(context: DocumentContext, action: ReportAction): TableRow {
  const { t, localiser, report } = context;
  const written = (text: string | null) => (text === null ? [] : writtenParagraphs(context, text));
  const [available, toFind] = [written(action.resourcesAvailable), written(action.resourcesToFind)];
  const labelled = (label: string, texts: readonly string[]) =>
    texts.map((text, index): Text =>
      index === 0 ? [{ text: label, strong: true }, { text: `${t('report.colon')}${text}` }] : text,
    );
  const place = report.plan.findIndex(({ id }) => id === action.id) + 1;
  const status = t(`report.plan.status.${action.status}`);
  return {
    cells: [
      [context.number(place)],
      action.indicators.map((id) => codeAndTitle(context, id)),
      [
        ...written(action.activity),
        ...written(action.note),
        ...(action.pinned ? [t('report.gaps.pinned', { reason: localiser.text(action.pinned) })] : []),
      ],
      action.lead === null ? [t('report.none')] : [context.institutionName(action.lead)],
      action.partners.map((partner) => context.institutionName(partner)),
      periodWords(context, action),
      [...labelled(t('report.plan.available'), available), ...labelled(t('report.plan.toFind'), toFind)],
      written(action.successIndicator),
      written(action.verification),
      [status],
    ],
  };
}

function planTable(context: DocumentContext, rows: readonly TableRow[]): Block {
  const { t } = context;
  const column = (label: string, share: number) => ({ label, share });
  return {
    kind: 'table',
    caption: t('report.section.plan'),
    rowHeader: 2,
    columns: [
      column(t('report.column.number'), 3),
      column(t('report.plan.objective'), 11.5),
      column(t('report.plan.activity'), 21),
      column(t('report.column.lead'), 9),
      column(t('report.plan.partners'), 12),
      column(t('report.plan.period'), 8),
      column(t('report.plan.resourcesColumn'), 16.5),
      column(t('report.plan.success'), 10),
      column(t('report.plan.verification'), 7.5),
      column(t('report.plan.status'), 7.2),
    ],
    rows,
  };
}

/** The action plan: who does what with whom, until when, with what, and how one will see that it is done. */
export function planBlocks(context: DocumentContext): Block[] {
  const { report, t, options } = context;
  const { plan } = report;
  if (plan.length === 0) return [];
  const rows = (actions: readonly ReportAction[]) => actions.map((action) => actionRow(context, action));
  const open = plan.filter(needsResources);
  const settled = plan.filter((action) => !needsResources(action));
  const counts = STATUSES.flatMap((status) => {
    const count = plan.filter((action) => action.status === status).length;
    return count === 0
      ? []
      : [t('report.bar.part', { name: t(`report.plan.status.${status}`), count: context.number(count) })];
  });
  const byFunding: TableRow[] = [
    ...(open.length === 0 ? [] : [{ group: t('report.plan.fundingGap', { count: open.length }) }, ...rows(open)]),
    ...(settled.length === 0 ? [] : [{ group: t('report.plan.funded', { count: settled.length }) }, ...rows(settled)]),
  ];
  return [
    {
      kind: 'paragraph',
      role: 'note',
      text: `${t('report.plan.counts', { count: plan.length, counts: counts.join(t('report.separator')) })} ${t('report.plan.resources', { count: open.length, of: plan.length })}`,
    },
    planTable(context, options.planOrder === 'funding' ? byFunding : rows(plan)),
  ];
}
