import { heatMapBlocks } from '../../parts/heat-map.ts';
import { atOrAboveWords, printDistributions, signLegend, thresholdWords } from '../../parts/print-distribution.ts';
import { plainText } from '../../document/plain-text.ts';
import { clampText } from '../../document/clamp-text.ts';
import { INK_SOFT, LINE, TONE_COLOURS } from '../../document/tone-colours.ts';
import { drawBar } from '../draw-bar.ts';
import type { SlideCell, SlideDeck } from '../slide-deck.ts';
import { CONTENT_WIDTH, lineCharacters, SLIDE } from '../slide-deck.ts';

const BARS_A_SLIDE = 7;
const TITLE_WIDTH = 3.1;
const NOTE_WIDTH = 1.5;

/** Parts of a list, each at most so long. */
function pagesOf<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, page) =>
    items.slice(page * most, (page + 1) * most),
  );
}

/** Counts at each level by domain, in the framework's order, "n of N" beside. */
export function profileSlides(deck: SlideDeck): void {
  const { context } = deck;
  const { t, report } = context;
  const barWidth = CONTENT_WIDTH - TITLE_WIDTH - NOTE_WIDTH - 0.2;
  const bars = report.domains.flatMap((domain) =>
    printDistributions(
      context,
      domain.distributions,
      { width: barWidth * 25.4, label: context.domainTitle(domain.id) },
      (distribution) => atOrAboveWords(context, distribution),
    ),
  );
  const pages = pagesOf(bars, BARS_A_SLIDE);
  pages.forEach((page, index) => {
    const title =
      pages.length === 1
        ? t('report.section.profile')
        : t('export.slide.profileOf', { page: index + 1, pages: pages.length });
    const slide = deck.addSlide(title);
    page.forEach((bar, row) => {
      const y = SLIDE.top + 0.1 + row * 0.68;
      const label = clampText(plainText(bar.label), 2 * lineCharacters(TITLE_WIDTH, 15));
      deck.write(
        slide,
        label,
        { x: SLIDE.side, y, w: TITLE_WIDTH - 0.1, h: 0.5 },
        { fontSize: 15, bold: true, valign: 'middle' },
      );
      drawBar(deck, slide, bar, SLIDE.side + TITLE_WIDTH, y, 0.5, 15);
      const x = SLIDE.side + TITLE_WIDTH + barWidth + 0.15;
      deck.write(
        slide,
        plainText(bar.note),
        { x, y, w: NOTE_WIDTH, h: 0.5 },
        { fontSize: 15, bold: true, valign: 'middle' },
      );
    });
    const legend = `${signLegend(context)}. ${thresholdWords(context)}`;
    deck.write(
      slide,
      legend,
      { x: SLIDE.side, y: 6.25, w: CONTENT_WIDTH, h: 0.6 },
      { fontSize: 12, color: INK_SOFT, valign: 'bottom' },
    );
  });
}

const CELLS_A_ROW = 16;
const ROWS_A_SLIDE = 11;
const DOMAIN_WIDTH = 2.3;

/** Every indicator as a cell of a native table, shaded and with its sign. */
export function heatMapSlides(deck: SlideDeck): void {
  const { context } = deck;
  const [block] = heatMapBlocks(context);
  if (block?.kind !== 'heat-map') return;
  const width = (CONTENT_WIDTH - DOMAIN_WIDTH) / CELLS_A_ROW;
  const rows = block.groups.flatMap(({ title, cells }) =>
    pagesOf(cells, CELLS_A_ROW).map((part, index): SlideCell[] => [
      { text: index === 0 ? plainText(title) : '', options: { bold: true, fontSize: 12, valign: 'middle' } },
      ...part.map(({ code, sign, tone }): SlideCell => {
        const { fill, ink } = TONE_COLOURS[tone];
        return {
          text: [
            { text: code, options: { fontSize: 8, color: ink, breakLine: true } },
            { text: sign, options: { fontSize: 12, bold: true, color: ink } },
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
  const pages = pagesOf(rows, ROWS_A_SLIDE);
  pages.forEach((page, index) => {
    const title =
      pages.length === 1
        ? context.t('report.section.heatMap')
        : context.t('export.slide.heatMapOf', { page: index + 1, pages: pages.length });
    const slide = deck.addSlide(title);
    const widths = [DOMAIN_WIDTH, ...Array.from({ length: CELLS_A_ROW }, () => width)];
    deck.table(slide, page, { x: SLIDE.side, y: SLIDE.top, w: CONTENT_WIDTH }, widths, {
      rowH: 0.42,
      border: { type: 'none' },
    });
    const place = { x: SLIDE.side, y: 6.35, w: CONTENT_WIDTH, h: 0.5 };
    deck.write(slide, plainText(block.legend), place, { fontSize: 11, color: INK_SOFT, valign: 'bottom' });
  });
}
