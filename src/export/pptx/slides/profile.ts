import { plainText } from '../../document/plain-text.ts';
import { INK_SOFT, LINE, TONE_COLOURS } from '../../document/tone-colours.ts';
import { heatMapBlocks } from '../../parts/heat-map.ts';
import { thresholdWords } from '../../parts/print-distribution.ts';
import type { LevelRow } from '../level-chart.ts';
import { levelChart, rowWords } from '../level-chart.ts';
import type { SlideCell, SlideDeck } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE, SMALLEST_POINTS } from '../slide-masters.ts';
import { slideNotes } from '../slide-notes.ts';

const BARS_A_SLIDE = 8;
/** Share of the chart that its legend takes. */
const LEGEND = 0.12;

/** Parts of a list, each at most so long. */
function pagesOf<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, page) =>
    items.slice(page * most, (page + 1) * most),
  );
}

/** Counts at each level by domain, in the framework's order, "n of N" beside; a chart a scale. */
export function profileSlides(deck: SlideDeck): void {
  const { context } = deck;
  const { t, report, texts, localiser } = context;
  const charts = report.distributions.flatMap(({ scale }) => {
    const rows = report.domains.flatMap(({ id, distributions }) =>
      distributions.flatMap((distribution): LevelRow[] =>
        distribution.scale === scale ? [{ label: context.domainTitle(id), distribution }] : [],
      ),
    );
    return pagesOf(rows, BARS_A_SLIDE).map((page) => ({ scale, rows: page }));
  });
  const said = report.domains.flatMap(({ id }) => {
    const summary = texts.domains[id]?.summary;
    return summary === undefined ? [] : [`${context.domainTitle(id)}${t('report.colon')}${localiser.text(summary)}`];
  });
  charts.forEach(({ scale, rows }, index) => {
    const title =
      charts.length === 1
        ? t('report.section.profile')
        : t('export.slide.profileOf', { page: index + 1, pages: charts.length });
    const words = rows.map((row) => rowWords(context, row));
    const notes = slideNotes(context, [...words, thresholdWords(context), ...said], [t('export.notes.askProfile')]);
    const slide = deck.addSlide(title, notes);
    const place = { x: SLIDE.side, y: SLIDE.top, w: CONTENT_WIDTH, h: 5 };
    deck.chart(slide, levelChart(context, scale, rows, LEGEND), place);
    deck.write(
      slide,
      thresholdWords(context),
      { x: SLIDE.side, y: 6.4, w: CONTENT_WIDTH, h: 0.5 },
      { fontSize: SMALLEST_POINTS, color: INK_SOFT, valign: 'bottom' },
    );
  });
}

const CELLS_A_ROW = 14;
const ROWS_A_SLIDE = 10;
/** Inches. */
const DOMAIN_WIDTH = 2.2;
const ROW_HEIGHT = 0.47;

/** Every indicator as a cell of a native table, shaded and with its sign. */
export function heatMapSlides(deck: SlideDeck): void {
  const { context } = deck;
  const { t, report } = context;
  const [block] = heatMapBlocks(context);
  if (block?.kind !== 'heat-map') return;
  const width = (CONTENT_WIDTH - DOMAIN_WIDTH) / CELLS_A_ROW;
  const points = SMALLEST_POINTS;
  const rows = block.groups.flatMap(({ title, cells }) =>
    pagesOf(cells, CELLS_A_ROW).map((part, index): SlideCell[] => [
      { text: index === 0 ? plainText(title) : '', options: { bold: true, fontSize: points, margin: [0, 0.05, 0, 0] } },
      ...part.map(({ code, sign, tone }): SlideCell => {
        const { fill, ink } = TONE_COLOURS[tone];
        return {
          text: [
            { text: code, options: { fontSize: points, color: ink, breakLine: true } },
            { text: sign, options: { fontSize: points, bold: true, color: ink } },
          ],
          options: {
            ...{ fill: { color: fill }, align: 'center', valign: 'middle', margin: 0 },
            border: { type: 'solid', pt: 0.75, color: LINE },
          },
        };
      }),
      ...Array.from({ length: CELLS_A_ROW - part.length }, (): SlideCell => ({ text: '' })),
    ]),
  );
  const provisional = report.indicators.flatMap(({ id, standing }) => (standing === 'provisional' ? [id] : []));
  const legend = plainText(block.legend);
  const notes = slideNotes(
    context,
    [
      t('report.howToRead.lead'),
      legend,
      ...(provisional.length === 0 ? [] : [t('export.notes.provisional', { codes: provisional.join(', ') })]),
    ],
    provisional.length === 0 ? [] : [t('export.notes.askProvisional')],
  );
  const pages = pagesOf(rows, ROWS_A_SLIDE);
  pages.forEach((page, index) => {
    const title =
      pages.length === 1
        ? t('report.section.heatMap')
        : t('export.slide.heatMapOf', { page: index + 1, pages: pages.length });
    const slide = deck.addSlide(title, notes);
    const widths = [DOMAIN_WIDTH, ...Array.from({ length: CELLS_A_ROW }, () => width)];
    const look = { border: { type: 'none' } } as const;
    const table = { alternative: title, rows: page, widths, rowHeight: ROW_HEIGHT, look };
    deck.table(slide, table, { x: SLIDE.side, y: 1.3 });
    const place = { x: SLIDE.side, y: 6.3, w: CONTENT_WIDTH, h: 0.6 };
    deck.write(slide, legend, place, { fontSize: points, color: INK_SOFT, valign: 'bottom' });
  });
}
