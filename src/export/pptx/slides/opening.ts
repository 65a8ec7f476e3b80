import { clampText, countLines } from '../../document/clamp-text.ts';
import { coverBlocks, reportTitle } from '../../parts/cover.ts';
import { printDistributions, signLegend, thresholdWords } from '../../parts/print-distribution.ts';
import { sentencesOf } from '../../parts/summary-words.ts';
import { BRASS, INK_SOFT, NAVY, SUNKEN } from '../../document/tone-colours.ts';
import { printableText } from '../../document/printable-text.ts';
import { drawBar } from '../draw-bar.ts';
import type { SlideDeck } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE } from '../slide-deck.ts';

/** Characters that the lines of the opening slide hold at their size, for a wide face. */
const ROOM = { country: 80, institution: 150, title: 68, round: 80, date: 80, stamp: 74 } as const;

/** Who, what, which round, until when, its status, and what is not real. */
export function coverSlide(deck: SlideDeck): void {
  const { context } = deck;
  const [cover] = coverBlocks(context);
  if (cover?.kind !== 'cover') return;
  const slide = deck.addCover();
  const { locale, direction } = context.localiser.language;
  const cut = (text: string | null, room: number) => (text === null ? [] : [clampText(text, room)]);
  const above = [...cut(cover.country, ROOM.country), ...cut(cover.institution, ROOM.institution)];
  const below = [...cut(cover.round, ROOM.round), ...cut(cover.date, ROOM.date)];
  deck.write(slide, above.join('\n'), { x: 1, y: 0.9, w: 11.2, h: 1 }, { fontSize: 20, color: INK_SOFT });
  slide.addText(printableText(clampText(reportTitle(context), ROOM.title)), {
    placeholder: 'title',
    lang: locale,
    rtlMode: direction === 'rtl',
  });
  deck.write(slide, below.join('\n'), { x: 1, y: 3.75, w: 11.2, h: 0.9 }, { fontSize: 20, color: INK_SOFT });
  const stamp = [cover.status, ...(cover.marking === null ? [] : [cover.marking])].join(' · ');
  deck.write(slide, clampText(stamp, ROOM.stamp), { x: 1, y: 5, w: 11.2, h: 0.45 }, { fontSize: 18, bold: true });
  if (cover.fictional !== null) {
    deck.write(slide, cover.fictional, { x: 1, y: 5.5, w: 11.2, h: 0.4 }, { fontSize: 16, bold: true, color: BRASS });
  }
  deck.write(slide, cover.notices.join('\n'), { x: 1, y: 6.1, w: 11.2, h: 0.7 }, { fontSize: 12, color: INK_SOFT });
}

/** Sizes of letters in pt to choose from, and what a letter and a line take of it in a wide face. */
const SENTENCE_SIZES = [18, 16, 14, 12];
const LETTER = 0.52;
const LINE = 1.2;
const AFTER = 4;
const POINTS_PER_INCH = 72;

/** The largest letters in which the sentences fit a place in inches; what fits in none is left to the report. */
function fitSentences(
  texts: readonly string[],
  width: number,
  height: number,
): { texts: readonly string[]; size: number } {
  const heightOf = (size: number) => {
    const characters = Math.floor((width * POINTS_PER_INCH) / (size * LETTER));
    return texts.reduce((sum, text) => sum + countLines(text, characters) * size * LINE + AFTER, 0);
  };
  const size = SENTENCE_SIZES.find((one) => heightOf(one) <= height * POINTS_PER_INCH);
  if (size !== undefined) return { texts, size };
  return fitSentences(texts.slice(0, -1), width, height);
}

const CARDS = 4;

/** Counts first: how many are rated and documented, what is open, at which levels, and the generated sentences. */
export function standingSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, number, report } = context;
  const { answered, applicable, documented, unknown, unanswered, notApplicable } = report.coverage;
  const slide = deck.addSlide(t('export.slide.standing'));
  const cards = [
    { count: answered, words: t('export.slide.rated', { of: applicable }) },
    { count: documented, words: t('export.slide.documented', { of: answered }) },
    { count: unknown, words: t('export.slide.unknown') },
    ...(unanswered > 0
      ? [{ count: unanswered, words: t('export.slide.unanswered') }]
      : [{ count: notApplicable, words: t('export.slide.notApplicable') }]),
  ];
  const gap = 0.25;
  const width = (CONTENT_WIDTH - gap * (CARDS - 1)) / CARDS;
  cards.forEach(({ count, words }, index) => {
    const place = { x: SLIDE.side + index * (width + gap), y: SLIDE.top, w: width, h: 1.45 };
    deck.write(
      slide,
      [
        { text: number(count), options: { fontSize: 36, bold: true, color: NAVY, breakLine: true } },
        { text: words, options: { fontSize: 14, color: INK_SOFT } },
      ],
      place,
      { fill: { color: SUNKEN }, margin: 8, valign: 'middle' },
    );
  });
  deck.write(
    slide,
    t('export.slide.all'),
    { x: SLIDE.side, y: 3.05, w: CONTENT_WIDTH, h: 0.3 },
    { bold: true, fontSize: 14 },
  );
  const bars = printDistributions(context, report.distributions, { width: CONTENT_WIDTH * 25.4, label: '' }, () => '');
  bars.slice(0, 2).forEach((bar, index) => drawBar(deck, slide, bar, SLIDE.side, 3.4 + index * 0.55, 0.42, 14));
  const y = 3.4 + Math.max(1, Math.min(2, bars.length)) * 0.55;
  deck.write(
    slide,
    `${signLegend(context)}. ${thresholdWords(context)}`,
    { x: SLIDE.side, y, w: CONTENT_WIDTH, h: 0.5 },
    { fontSize: 11, color: INK_SOFT },
  );
  const place = { x: SLIDE.side, y: y + 0.6, w: CONTENT_WIDTH, h: SLIDE.bottom - y - 0.6 };
  const { texts, size } = fitSentences(sentencesOf(context), place.w - 0.4, place.h);
  deck.write(
    slide,
    texts.map((text) => ({ text, options: { bullet: { indent: 14 }, breakLine: true, paraSpaceAfter: AFTER } })),
    place,
    { fontSize: size },
  );
}
