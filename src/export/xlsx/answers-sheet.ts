import type { MessageKey } from '../../i18n/message-key.ts';
import type { ReportIndicator } from '../../report/report.ts';
import { evidenceNumber } from '../parts/evidence.ts';
import { standingWords } from '../parts/law-and-practice.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import type { SheetCell, SheetColumn, SheetTable } from './sheet-table.ts';
import { columnLetters } from '../../domain/intake/cells.ts';

/** Message of the head, and width in characters, in the order of the columns. */
const LOOKS = {
  code: { title: 'export.column.code', width: 10 },
  indicator: { title: 'report.column.indicator', width: 38 },
  level: { title: 'report.column.level', width: 18 },
  standing: { title: 'export.column.agreed', width: 15 },
  documented: { title: 'export.column.documented', width: 13 },
  opinions: { title: 'export.column.opinions', width: 9 },
  median: { title: 'export.column.median', width: 14 },
  range: { title: 'export.column.range', width: 11 },
  class: { title: 'export.column.class', width: 16 },
  reason: { title: 'export.column.reason', width: 45 },
  evidence: { title: 'report.indicator.evidence', width: 14 },
  lead: { title: 'report.column.lead', width: 28 },
  domain: { title: 'report.column.domain', width: 22 },
  subdomain: { title: 'report.column.subdomain', width: 22 },
  question: { title: 'export.column.question', width: 90 },
  position: { title: 'export.column.position', width: 9 },
  points: { title: 'export.column.points', width: 9 },
  greatest: { title: 'export.column.greatest', width: 9 },
  comment: { title: 'report.indicator.comment', width: 110 },
  reservations: { title: 'report.indicator.reservations', width: 70 },
  confidence: { title: 'report.indicator.confidence', width: 14 },
} as const satisfies Record<string, { readonly title: MessageKey; readonly width: number }>;
type Column = keyof typeof LOOKS;
const COLUMNS = Object.keys(LOOKS) as Column[];
/** Up to here it goes on paper. */
const LAST_PRINTED: Column = 'evidence';

const lettersOf = (column: Column) => columnLetters(COLUMNS.indexOf(column));

/** Letters of the columns with points and greatest points, where the check formulas of the scores find what an answer counts. */
export const ANSWER_POINTS = { points: lettersOf('points'), greatest: lettersOf('greatest') } as const;

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

function answerCells(context: DocumentContext, indicator: ReportIndicator): Record<Column, SheetCell> {
  const { report, texts, t } = context;
  const { id, domain, subdomain, scale, position, answer, rationale, reservations, leads, agreement } = indicator;
  const { level, standing, documented } = indicator;
  const evidence = report.evidence.filter((one) => indicator.evidence.includes(one.id));
  const confidence = [...new Set(indicator.ratings.flatMap((rating) => rating.confidence ?? []))];
  const isSaid = agreement.n > 0;
  return {
    code: id,
    indicator: context.indicatorTitle(id),
    level: level === null ? standingWords(context, id) : context.levelSign(scale, level).name,
    standing: standing === null ? '' : t(`export.standing.${standing}`),
    documented: level === null ? '' : t(documented ? 'export.yes' : 'export.no'),
    opinions: isSaid ? agreement.n : null,
    median: agreement.median === null ? '' : context.levelSign(scale, agreement.median).name,
    range: agreement.range,
    class: agreement.class === null ? '' : t(`letters.class.${agreement.class}`),
    reason: answer?.state === 'not-applicable' ? answer.reason : (rationale ?? ''),
    evidence: evidence.map((one) => evidenceNumber(context, one)).join(', '),
    lead: leads.map((one) => context.institutionName(one)).join(', '),
    domain: context.domainTitle(domain),
    subdomain: subdomain === null ? '' : context.domainTitle(subdomain),
    question: texts.indicators[id]?.question ?? '',
    position,
    ...pointsOf(context, indicator),
    comment: commentsOf(context, indicator),
    reservations: reservations
      .map(({ institution, text }) => `${context.institutionName(institution)}${t('report.colon')}${text}`)
      .join('\n'),
    confidence: confidence.map((one) => t(`report.confidence.${one}`)).join(', '),
  };
}

/** What was answered on every indicator, on what ground, why, and on what evidence; points as the method counts them. */
export function answersSheet(context: DocumentContext): SheetTable {
  const { t, report } = context;
  return {
    name: t('export.sheet.answers'),
    columns: COLUMNS.map((column): SheetColumn => ({ title: t(LOOKS[column].title), width: LOOKS[column].width })),
    rows: report.indicators.map((indicator) => {
      const cells = answerCells(context, indicator);
      return COLUMNS.map((column) => cells[column]);
    }),
    sticky: 2,
    printed: COLUMNS.indexOf(LAST_PRINTED) + 1,
  };
}
