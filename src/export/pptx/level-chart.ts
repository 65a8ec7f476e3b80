import { distributionBar } from '../../charts/distribution-bar.ts';
import type { Distribution } from '../../report/report.ts';
import { TONE_COLOURS } from '../document/tone-colours.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import { atOrAboveWords, segmentWords } from '../parts/print-distribution.ts';
import type { SlideChart } from './slide-deck.ts';

/** What one bar of a chart counts. */
export interface LevelRow {
  readonly label: string;
  readonly distribution: Distribution;
}

/** Percent of the width of a bar that lies between two. */
const GAP = 45;
/** Shares of the chart: the names of the bars stand before the plot, the legend below it. */
const PLOT = { names: 0.3, ends: 0.98, top: 0.02 } as const;

/** `Labour migration (2 of 19): 1 Nascent: 7, …`, for whoever does not see the bar. */
export function rowWords(context: DocumentContext, { label, distribution }: LevelRow): string {
  const scale = context.framework.structure.scales[distribution.scale] ?? { levels: [] };
  const parts = distributionBar(distribution, scale).segments.flatMap((segment) =>
    segment.count === 0 ? [] : [segmentWords(context, distribution.scale, segment)],
  );
  const name = context.t('export.slide.bar', { name: label, note: atOrAboveWords(context, distribution) });
  return parts.length === 0 ? name : `${name}${context.t('report.colon')}${parts.join(context.t('report.separator'))}`;
}

/** Counts at each level of one scale as a chart: a bar a row, all of one length, the figures in it; what is open is hatched. */
export function levelChart(
  context: DocumentContext,
  scaleId: string,
  rows: readonly LevelRow[],
  legend: number,
): SlideChart {
  const scale = context.framework.structure.scales[scaleId] ?? { levels: [] };
  const bars = rows.map(({ distribution }) => distributionBar(distribution, scale).segments);
  const series = (bars[0] ?? []).flatMap((segment, index) => {
    const values = bars.map((segments) => segments[index]?.count ?? 0);
    if (segment.level === null && values.every((value) => value === 0)) return [];
    const open = segment.tone === null;
    const name =
      segment.level === null
        ? `${context.t(`report.sign.${segment.kind as 'unknown'}`)} ${context.t(`report.open.${segment.kind as 'unknown'}`)}`
        : context.levelWords(scaleId, segment.level);
    const tone = segment.tone ?? (segment.kind as 'unknown' | 'unanswered');
    return [{ name, values, look: { ...TONE_COLOURS[tone], open } }];
  });
  const { names, ends, top } = PLOT;
  const isReversed = context.localiser.language.direction === 'rtl';
  return {
    alternative: rows.map((row) => rowWords(context, row)).join('\n'),
    labels: rows.map(({ label, distribution }) =>
      context.t('export.slide.bar', { name: label, note: atOrAboveWords(context, distribution) }),
    ),
    series,
    look: {
      barDir: 'bar',
      barGrouping: 'percentStacked',
      ...{ barGapWidthPct: GAP, catAxisOrientation: 'maxMin' },
      // A level that nobody holds has no figure.
      ...{ dataLabelFormatCode: '0;;', dataLabelFontBold: true, catAxisLabelFontBold: true },
      ...{ showLegend: true, legendPos: 'b', catAxisLineShow: false },
      layout: { x: isReversed ? 1 - ends : names, y: top, w: ends - names, h: 1 - top - legend },
    },
  };
}
