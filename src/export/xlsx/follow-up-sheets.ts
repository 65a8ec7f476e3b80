import { buildCommentMatrix } from '../../domain/comments/comment-matrix.ts';
import { toFind } from '../../domain/measures/list-measures.ts';
import { decisionWords } from '../parts/annexes.ts';
import { evidenceNumber } from '../parts/evidence.ts';
import { deadlineOf, gapOrder, leadWords } from '../parts/gap-words.ts';
import { planGroups } from '../parts/plan-order.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import { amountFormatOf } from './costs-sheet.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';

/** Every gap to a target, in the order of the report, with what is missing. */
export function gapsSheet(context: DocumentContext): SheetTable {
  const { t } = context;
  const rows = gapOrder(context).map((indicator, index): SheetCell[] => {
    const { id, domain, scale, level, target, gap, impact, ease, need, quadrant, gain } = indicator;
    const name = (one: string | null) => (one === null ? '' : context.levelWords(scale, one));
    return [
      index + 1,
      id,
      context.indicatorTitle(id),
      name(level),
      name(target),
      gap,
      leadWords(context, indicator) ?? '',
      { date: deadlineOf(context, id) },
      indicator.missingRequirements.map((address) => context.requirement(address)).join('\n'),
      context.domainTitle(domain),
      impact,
      ease,
      need,
      quadrant === null ? '' : t(`gaps.quadrant.${quadrant}`),
      gain,
      indicator.standing === null ? '' : t(`export.standing.${indicator.standing}`),
      level === null ? '' : t(indicator.documented ? 'export.yes' : 'export.no'),
      indicator.agreement.class === null ? '' : t(`letters.class.${indicator.agreement.class}`),
    ];
  });
  return {
    name: t('export.sheet.gaps'),
    columns: [
      { title: t('report.column.number'), width: 6 },
      { title: t('export.column.code'), width: 10 },
      { title: t('report.column.indicator'), width: 40 },
      { title: t('report.column.level'), width: 13 },
      { title: t('export.column.target'), width: 13 },
      { title: t('report.column.gap'), width: 6 },
      { title: t('report.column.lead'), width: 26 },
      { title: t('report.column.deadline'), width: 12 },
      { title: t('report.column.missing'), width: 100 },
      { title: t('report.column.domain'), width: 24 },
      { title: t('report.column.impact'), width: 8 },
      { title: t('report.column.ease'), width: 8 },
      { title: t('report.column.need'), width: 8 },
      { title: t('export.column.quadrant'), width: 20 },
      { title: t('export.column.gain'), width: 14, format: '0.00' },
      { title: t('export.column.agreed'), width: 15 },
      { title: t('export.column.documented'), width: 13 },
      { title: t('export.column.class'), width: 16 },
    ],
    rows,
    sticky: 2,
    printed: 9,
  };
}

/** The action plan, one action a row; the columns by which it is followed up. */
export function planSheet(context: DocumentContext): SheetTable {
  const { t, report, localiser } = context;
  const currency = report.round.currency?.trim() ?? '';
  const inCurrency = (title: string) => (currency === '' ? title : `${title} (${localiser.text(currency)})`);
  const planned = planGroups(context).flatMap(({ actions }) => actions);
  const rows = planned.map(({ number, action }): SheetCell[] => [
    number,
    action.activity ?? '',
    action.indicators.join(', '),
    action.lead === null ? '' : context.institutionName(action.lead),
    action.partners.map((one) => context.institutionName(one)).join(', '),
    { date: action.start },
    { date: action.end },
    action.costOnce,
    action.costYearly,
    action.costThere,
    ...[toFind(action).toFindOnce, toFind(action).toFindYearly],
    t(`export.action.${action.status}`),
    action.resourcesAvailable ?? '',
    action.resourcesToFind ?? '',
    action.successIndicator ?? '',
    action.verification ?? '',
    action.note ?? '',
  ]);
  return {
    name: t('export.sheet.plan'),
    columns: [
      { title: t('report.column.number'), width: 6 },
      { title: t('export.column.activity'), width: 50 },
      { title: t('report.column.indicators'), width: 12 },
      { title: t('report.column.lead'), width: 26 },
      { title: t('export.column.partners'), width: 30 },
      { title: t('export.column.start'), width: 12 },
      { title: t('export.column.end'), width: 12 },
      ...(['costOnce', 'costYearly', 'costThere'] as const).map((cost) => ({
        title: inCurrency(t(`plan.field.${cost}`)),
        width: 12,
        format: amountFormatOf(context),
      })),
      ...(['toFindOnce', 'toFindYearly'] as const).map((cost) => ({
        title: inCurrency(t(`report.plan.costs.${cost}`)),
        width: 12,
        format: amountFormatOf(context),
      })),
      { title: t('export.column.status'), width: 14 },
      { title: t('export.column.resourcesAvailable'), width: 28 },
      { title: t('export.column.resourcesToFind'), width: 28 },
      { title: t('export.column.successIndicator'), width: 34 },
      { title: t('export.column.verification'), width: 34 },
      { title: t('export.column.note'), width: 34 },
    ],
    rows,
    sticky: 2,
    printed: 13,
  };
}

/** The comment–response matrix; null where nobody commented. */
export function commentsSheet(context: DocumentContext): SheetTable | null {
  const { t, report } = context;
  const matrix = buildCommentMatrix(
    report.comments,
    report.indicators.map(({ id }) => id),
  );
  if (matrix.length === 0) return null;
  const rows = matrix.map((row, index): SheetCell[] => [
    index + 1,
    row.comment.indicator ?? t('report.comments.general'),
    row.comment.indicator === null ? '' : context.indicatorTitle(row.comment.indicator),
    context.institutionName(row.comment.institution),
    row.comment.text,
    decisionWords(context, row),
    row.answers
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
  ]);
  return {
    name: t('export.sheet.comments'),
    columns: [
      { title: t('report.column.number'), width: 6 },
      { title: t('export.column.code'), width: 14 },
      { title: t('report.column.indicator'), width: 40 },
      { title: t('report.comments.from'), width: 30 },
      { title: t('report.comments.comment'), width: 60 },
      { title: t('report.comments.state'), width: 18 },
      { title: t('report.comments.response'), width: 60 },
    ],
    rows,
    sticky: 2,
  };
}

/** Every document once, with the indicators it supports. */
export function evidenceSheet(context: DocumentContext): SheetTable {
  const { t, report } = context;
  const rows = report.evidence.map((evidence): SheetCell[] => [
    evidenceNumber(context, evidence),
    evidence.title ?? '',
    evidence.kind ?? '',
    evidence.holder ?? '',
    { date: evidence.date },
    evidence.reference ?? '',
    evidence.url ?? '',
    t(`report.access.${evidence.access ?? 'public'}`),
    [...new Set(evidence.uses.map(({ indicator }) => indicator))].join(', '),
    evidence.uses
      .flatMap(({ indicator, passage }) => (passage === null ? [] : [`${indicator}${t('report.colon')}${passage}`]))
      .join('\n'),
  ]);
  return {
    name: t('export.sheet.evidence'),
    columns: [
      { title: t('report.column.number'), width: 7 },
      { title: t('report.column.document'), width: 50 },
      { title: t('export.column.evidenceKind'), width: 20 },
      { title: t('export.column.holder'), width: 30 },
      { title: t('export.column.date'), width: 12 },
      { title: t('export.column.reference'), width: 24 },
      { title: t('export.column.address'), width: 34 },
      { title: t('report.column.access'), width: 12 },
      { title: t('report.column.indicators'), width: 20 },
      { title: t('export.column.passages'), width: 30 },
    ],
    rows,
    sticky: 2,
  };
}
