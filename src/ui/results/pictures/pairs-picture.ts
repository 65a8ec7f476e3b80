import { drawBars } from '../../../charts/draw-bars.ts';
import type { PairComparison, PairEnd } from '../../../charts/pair-comparison.ts';
import type { Picture, PictureBox } from '../../../charts/picture.ts';
import type { PictureTable } from '../../../charts/picture-table.ts';
import { textCell } from '../../../charts/picture-table.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { shownCell } from '../../pictures/picture-words.ts';

/** Which side of the pairs stands higher, and on how many. */
export function pairGroups(comparison: PairComparison) {
  return [
    { key: 'pairsLawHigher', count: comparison.lawHigher, fill: 4 },
    { key: 'pairsSame', count: comparison.same, fill: 1 },
    { key: 'pairsPracticeHigher', count: comparison.practiceHigher, fill: 3 },
  ] as const satisfies readonly { key: string; count: number; fill: PictureBox['fill'] }[];
}

/** How many pairs stand which way, then every pair. */
export function pairsTables(sources: PictureSources, comparison: PairComparison): PictureTable[] {
  const { session, words, localiser } = sources;
  const { t } = localiser;
  const levelOf = ({ id, level }: PairEnd) => {
    const scale = session.framework.indicatorById.get(id)?.scale;
    return level === null || scale === undefined ? t('results.notRated') : words.level(scale, level);
  };
  const differenceOf = (difference: number | null) => {
    if (difference === null) return t('results.differenceOpen');
    if (difference === 0) return t('results.differenceSame');
    const steps = Math.abs(difference);
    return t(difference > 0 ? 'results.differenceLaw' : 'results.differencePractice', { steps });
  };
  const end = (side: PairEnd) => [
    textCell(`${side.id} ${words.indicator(side.id)}`, session.hrefOfIndicator(side.id)),
    textCell(levelOf(side)),
  ];
  return [
    {
      headerColumn: 0,
      columns: [
        { title: t('results.pairs') },
        { title: t('results.column.pairs'), isNumber: true },
        { title: t('results.column.of'), isNumber: true },
      ],
      rows: pairGroups(comparison).map(({ key, count }) => [
        textCell(t(`results.${key}`)),
        shownCell(count, localiser),
        shownCell(comparison.compared, localiser),
      ]),
    },
    {
      headerColumn: 0,
      columns: (['law', 'level', 'practice', 'level', 'difference'] as const).map((column) => ({
        title: t(`results.column.${column}`),
      })),
      rows: comparison.rows.map(({ law, practice, difference }) => [
        ...end(law),
        ...end(practice),
        { text: differenceOf(difference), values: [difference] },
      ]),
    },
  ];
}

/** Law against practice as it is saved. */
export function pairsPicture({ localiser }: PictureSources, comparison: PairComparison): Picture {
  const { t } = localiser;
  const { compared } = comparison;
  return drawBars(
    pairGroups(comparison).map(({ key, count, fill }) => ({
      name: t(`results.${key}`),
      stretches: [{ share: compared === 0 ? 0 : count / compared, fill }],
      figure: t('results.countOf', { count, of: compared }),
      notes: [],
    })),
  );
}
