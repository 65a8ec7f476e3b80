import type { PictureTable } from '../../charts/picture-table.ts';
import { numberCell, textCell } from '../../charts/picture-table.ts';
import type { RoundsRow, RoundsWords } from '../../charts/rounds-chart.ts';
import { movedWords } from '../../charts/rounds-chart.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportComparison } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

/** Words of the picture of two rounds for one reader. */
export function roundsWords(rows: readonly RoundsRow[], words: FrameworkWords, { t, number }: Localiser): RoundsWords {
  return {
    rows: rows.map(({ domain }) => words.domain(domain)),
    before: t('plan.compareColumn.positionBefore'),
    now: t('plan.compareColumn.positionNow'),
    number: (score) => number(score),
  };
}

/** Domains in both rounds: how many indicators moved which way, and both positions. */
export function roundsTable(
  domains: ReportComparison['domains'],
  words: FrameworkWords,
  { t, number }: Localiser,
): PictureTable {
  const column = (key: 'domain' | 'counts' | 'positionBefore' | 'positionNow') => t(`plan.compareColumn.${key}`);
  const unknown = t('plan.robust.unknown');
  return {
    headerColumn: 0,
    columns: [
      { title: column('domain') },
      { title: column('counts'), data: [t('plan.compareUp'), t('plan.compareDown'), t('plan.compareSame')] },
      { title: column('positionBefore'), isNumber: true },
      { title: column('positionNow'), isNumber: true },
    ],
    rows: domains.map((domain) => [
      textCell(words.domain(domain.id)),
      { text: movedWords(domain), values: [domain.up, domain.down, domain.same] },
      numberCell(domain.previousShown, number, domain.shown === null ? t('plan.compareHeldBack') : unknown),
      numberCell(domain.shown, number, unknown),
    ]),
  };
}
