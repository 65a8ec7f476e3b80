import type { ReportIndicator } from '../../report/report.ts';
import { evidenceNumber } from '../parts/evidence.ts';
import { standingWords } from '../parts/law-and-practice.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import type { SheetCell, SheetColumn, SheetTable } from './sheet-table.ts';
import { columnLetters } from '../../domain/intake/cells.ts';

/** Where the check formulas of the scores find what an answer counts, from 0. */
const POINTS_COLUMN = 7;
const GREATEST_COLUMN = 8;

/** Letters of the columns with points and greatest points. */
export const ANSWER_POINTS = {
  points: columnLetters(POINTS_COLUMN),
  greatest: columnLetters(GREATEST_COLUMN),
} as const;

/** Points that the method counts for an answer, and the greatest of the scale; null where it is left out. */
function pointsOf({ framework }: DocumentContext, { scale, level, score, status, openCountedAs }: ReportIndicator) {
  const levels = framework.structure.scales[scale]?.levels ?? [];
  const all = levels.map(({ points }) => points);
  const greatest = Math.max(...all);
  if (score === null) return { points: null, greatest };
  if (status === 'answered') return { points: levels.find(({ id }) => id === level)?.points ?? null, greatest };
  return { points: openCountedAs === 'lowest' ? Math.min(...all) : 0, greatest };
}

function commentsOf(context: DocumentContext, { ratings }: ReportIndicator): string {
  return ratings
    .flatMap(({ institution, comment }) => {
      if (comment === null || comment.trim() === '') return [];
      const by = institution === null || ratings.length === 1 ? '' : context.institutionName(institution);
      return [by === '' ? comment : `${by}${context.t('report.colon')}${comment}`];
    })
    .join('\n');
}

function answerRow(context: DocumentContext, indicator: ReportIndicator): SheetCell[] {
  const { report, texts, t } = context;
  const { id, domain, subdomain, scale, position, answer, rationale, reservations, leads } = indicator;
  const { points, greatest } = pointsOf(context, indicator);
  const evidence = report.evidence.filter((one) => indicator.evidence.includes(one.id));
  const confidence = [...new Set(indicator.ratings.flatMap((rating) => rating.confidence ?? []))];
  return [
    id,
    context.indicatorTitle(id),
    context.domainTitle(domain),
    subdomain === null ? '' : context.domainTitle(subdomain),
    texts.indicators[id]?.question ?? '',
    indicator.level === null ? standingWords(context, id) : context.levelSign(scale, indicator.level).name,
    position,
    points,
    greatest,
    answer?.state === 'not-applicable' ? answer.reason : (rationale ?? ''),
    commentsOf(context, indicator),
    reservations
      .map(({ institution, text }) => `${context.institutionName(institution)}${t('report.colon')}${text}`)
      .join('\n'),
    confidence.map((one) => t(`assess.confidence.${one}`)).join(', '),
    evidence.map((one) => evidenceNumber(context, one)).join(', '),
    leads.map((one) => context.institutionName(one)).join(', '),
  ];
}

/** What was answered on every indicator, why, and on what evidence; points as the method counts them. */
export function answersSheet(context: DocumentContext): SheetTable {
  const { t, report } = context;
  const columns: SheetColumn[] = [
    { title: t('export.column.code'), width: 10 },
    { title: t('report.column.indicator'), width: 38 },
    { title: t('report.column.domain'), width: 22 },
    { title: t('report.column.subdomain'), width: 22 },
    { title: t('export.column.question'), width: 45 },
    { title: t('report.column.level'), width: 18 },
    { title: t('export.column.position'), width: 9 },
    { title: t('export.column.points'), width: 9 },
    { title: t('export.column.greatest'), width: 9 },
    { title: t('export.column.reason'), width: 45 },
    { title: t('report.indicator.comment'), width: 80 },
    { title: t('report.indicator.reservations'), width: 35 },
    { title: t('report.indicator.confidence'), width: 14 },
    { title: t('report.indicator.evidence'), width: 16 },
    { title: t('report.column.lead'), width: 28 },
  ];
  return {
    name: t('export.sheet.answers'),
    columns,
    rows: report.indicators.map((indicator) => answerRow(context, indicator)),
    sticky: 2,
  };
}
