import type { ReportRating } from '../../report/report.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';

/** The number of the level, or the sign of what stands instead. */
function opinionCell(context: DocumentContext, scale: string, rating: ReportRating | undefined): SheetCell {
  const { t, framework } = context;
  const answer = rating?.answer;
  if (answer === undefined) return null;
  if (answer.state === 'not-applicable') return t('report.sign.notApplicable');
  if (answer.state === 'unknown') return t('report.sign.unknown');
  const place = framework.structure.scales[scale]?.levels.findIndex(({ id }) => id === answer.level) ?? -1;
  return place < 0 ? null : place + 1;
}

/**
 * Which institution gave which level to which indicator, where names were opened. Null in the public edition, and where a single
 * institution answers.
 */
export function opinionsSheet(context: DocumentContext): SheetTable | null {
  const { report, t } = context;
  const rated = report.indicators.filter(({ ratings, status }) => status !== 'out-of-scope' && ratings.length > 0);
  const named = new Set(rated.flatMap(({ ratings }) => ratings.flatMap(({ institution }) => institution ?? [])));
  const institutions = report.institutions.filter(({ id }) => named.has(id)).map(({ id }) => id);
  if (institutions.length < 2) return null;
  return {
    name: t('export.sheet.opinions'),
    columns: [
      { title: t('export.column.code'), width: 10 },
      { title: t('report.column.indicator'), width: 44 },
      ...institutions.map((id) => ({ title: context.institutionName(id), width: 14 })),
      { title: t('export.column.unnamed'), width: 14 },
    ],
    rows: rated.map(({ id, scale, ratings }): SheetCell[] => [
      id,
      context.indicatorTitle(id),
      ...institutions.map((one) =>
        opinionCell(
          context,
          scale,
          ratings.find(({ institution }) => institution === one),
        ),
      ),
      ratings.filter(({ institution }) => institution === null).length || null,
    ]),
    sticky: 2,
  };
}
