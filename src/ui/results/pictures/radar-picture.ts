import type { PictureTable } from '../../../charts/picture-table.ts';
import type { RadarWords } from '../../../charts/radar-chart.ts';
import type { RadarData } from '../../../charts/radar-data.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { positionCells, positionColumns } from '../../pictures/picture-words.ts';

/** Words of the radar for one reader. */
export function radarWords({ words, localiser }: PictureSources, data: RadarData): RadarWords {
  const { t, number } = localiser;
  return {
    axes: data.axes.map(({ domain }) => words.domain(domain)),
    position: t('results.radarPosition'),
    low: t('results.radarLow'),
    high: t('results.radarHigh'),
    number: (score) => number(score),
  };
}

/** The positions that the radar draws, numbered as its axes are on a narrow screen. */
export function radarTable({ session, words, localiser }: PictureSources): PictureTable {
  const { domains, framework } = session.report;
  return {
    headerColumn: 0,
    columns: [{ title: localiser.t('results.column.domain') }, ...positionColumns(localiser)],
    rows: domains.map((node, index) => [
      { text: `${index + 1}. ${words.domain(node.id)}`, values: [words.domain(node.id)] },
      ...positionCells(node, framework.minimumCoverage, localiser),
    ]),
  };
}
