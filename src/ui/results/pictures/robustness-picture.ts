import type { IntervalWords } from '../../../charts/interval-chart.ts';
import type { IntervalRow } from '../../../charts/interval-data.ts';
import type { PictureTable } from '../../../charts/picture-table.ts';
import { textCell } from '../../../charts/picture-table.ts';
import { shownScore } from '../../../domain/scoring/score-framework.ts';
import type { Report } from '../../../report/report.ts';
import { shareWords } from '../robustness-words.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { shownCell } from '../../pictures/picture-words.ts';

type Robustness = NonNullable<Report['robustness']>;

/** Words of the picture of intervals for one reader. */
export function intervalWords({ words, localiser }: PictureSources, rows: readonly IntervalRow[]): IntervalWords {
  return {
    rows: rows.map(({ domain }) => words.domain(domain)),
    interval: localiser.t('results.robust.interval'),
    position: localiser.t('results.column.position'),
    number: (score) => localiser.number(shownScore(score, 'domain') ?? score),
  };
}

/** What other weightings and methods make of each domain, and which indicators move it most. */
export function robustnessTable(sources: PictureSources, robustness: Robustness): PictureTable {
  const { session, words, localiser } = sources;
  const { t, number } = localiser;
  const NONE = '–';
  const shown = (value: number | null) => (value === null ? null : (shownScore(value, 'domain') ?? value));
  const write = (value: number | null) => (value === null ? NONE : number(value));
  const share = (value: number | null) => (value === null ? NONE : shareWords(value, localiser));
  const change = (points: number) => `${points > 0 ? '+' : '−'}${number(Math.abs(points), 1)}`;
  return {
    headerColumn: 0,
    columns: [
      { title: t('results.column.domain') },
      { title: t('results.column.position'), isNumber: true },
      {
        title: t('results.robust.interval'),
        data: [t('results.robust.low'), t('results.robust.high')],
        isNumber: true,
      },
      {
        title: t('results.robust.column.band'),
        data: [t('results.robust.column.band'), t('results.robust.column.bandShare')],
      },
      { title: t('results.robust.column.mostRoom'), isNumber: true },
      ...robustness.variants.map(({ id }) => ({ title: t(`results.robust.variant.${id}`), isNumber: true })),
      { title: t('results.robust.column.movers') },
    ],
    rows: session.report.domains.flatMap((node) => {
      const found = robustness.domains.find((one) => one.id === node.id);
      if (found === undefined) return [];
      const [low, high] = [shown(found.low), shown(found.high)];
      const band = node.shownBand === null ? null : words.band(node.shownBand);
      return [
        [
          textCell(words.domain(node.id)),
          shownCell(node.shown, localiser),
          { text: low === null ? NONE : `${write(low)}–${write(high)}`, values: [low, high] },
          {
            text:
              band === null || found.bandShare === null
                ? NONE
                : t('results.robust.bandShare', { band, share: share(found.bandShare) }),
            values: [band, band === null ? null : found.bandShare],
          },
          { text: share(found.lowestShare), values: [found.lowestShare] },
          ...robustness.variants.map((variant) =>
            shownCell(variant.domains.find((one) => one.id === node.id)?.shown ?? null, localiser),
          ),
          textCell(localiser.row(found.movers.map(({ id, change: by }) => `${id} (${change(by)})`))),
        ],
      ];
    }),
  };
}
