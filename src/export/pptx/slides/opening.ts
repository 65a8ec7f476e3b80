import { clampText } from '../../document/clamp-text.ts';
import { BRASS, INK_SOFT, NAVY, SUNKEN } from '../../document/tone-colours.ts';
import { coverBlocks, reportTitle } from '../../parts/cover.ts';
import { changeWords, groundsWords, sentencesOf } from '../../parts/summary-words.ts';
import { textHeight } from '../fit-slides.ts';
import { levelChart } from '../level-chart.ts';
import type { SlideDeck } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE, SMALLEST_POINTS } from '../slide-masters.ts';
import { slideNotes } from '../slide-notes.ts';

/** Characters that the lines of the opening slide hold at their size, for a wide face. */
const ROOM = { country: 80, institution: 150, title: 68, round: 80, date: 80, stamp: 74 } as const;

/** Who, what, which round, until when, its status, and what is not real. */
export function coverSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t } = context;
  const [cover] = coverBlocks(context);
  if (cover?.kind !== 'cover') return;
  const title = clampText(reportTitle(context), ROOM.title);
  const stamp = [cover.status, ...(cover.marking === null ? [] : [cover.marking])].join(' · ');
  const notes = slideNotes(context, [
    ...[cover.country, cover.institution, cover.date].flatMap((line) => line ?? []),
    stamp,
    t('report.howToRead.caveat.selfAssessment'),
    t('report.howToRead.caveat.ranking'),
  ]);
  const slide = deck.addCover(title, notes);
  const cut = (text: string | null, room: number) => (text === null ? [] : [clampText(text, room)]);
  const above = [...cut(cover.country, ROOM.country), ...cut(cover.institution, ROOM.institution)];
  const below = [...cut(cover.round, ROOM.round), ...cut(cover.date, ROOM.date)];
  deck.write(slide, above.join('\n'), { x: 1, y: 0.9, w: 11.2, h: 1 }, { fontSize: 20, color: INK_SOFT });
  deck.write(slide, below.join('\n'), { x: 1, y: 3.75, w: 11.2, h: 0.9 }, { fontSize: 20, color: INK_SOFT });
  deck.write(slide, clampText(stamp, ROOM.stamp), { x: 1, y: 4.85, w: 11.2, h: 0.45 }, { fontSize: 18, bold: true });
  if (cover.fictional !== null) {
    deck.write(slide, cover.fictional, { x: 1, y: 5.35, w: 11.2, h: 0.4 }, { fontSize: 16, bold: true, color: BRASS });
  }
  const place = { x: 1, y: 5.95, w: 11.2, h: 0.9 };
  deck.write(slide, cover.notices.join('\n'), place, { fontSize: SMALLEST_POINTS, color: INK_SOFT });
}

/** Sizes of letters in pt to choose from, and pt below each sentence. */
const SENTENCE_SIZES = [18, 16, SMALLEST_POINTS];
const AFTER = 4;

/** The largest letters in which the sentences fit a place in inches; what fits in none is left to the report. */
function fitSentences(
  texts: readonly string[],
  width: number,
  height: number,
): { texts: readonly string[]; size: number } {
  const size = SENTENCE_SIZES.find((points) => textHeight(texts, width, points, AFTER) <= height);
  if (size !== undefined) return { texts, size };
  return fitSentences(texts.slice(0, -1), width, height);
}

const CARDS = 4;
/** Inches. */
const CHART = { y: 2.75, h: 1.15 } as const;
const CHARTS_SHOWN = 2;
/** Share of so low a chart that its legend takes. */
const LEGEND = 0.38;

/** Counts first: how many are rated and documented, what is open, at which levels, and the generated sentences. */
export function standingSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, number, report } = context;
  const { answered, applicable, documented, unknown, unanswered, notApplicable } = report.coverage;
  // What changed gives way last.
  const change = changeWords(context);
  const sentences = [...(change === null ? [] : [change]), ...sentencesOf(context)];
  const notes = slideNotes(context, [groundsWords(context), ...sentences], [t('export.notes.askStanding')]);
  const slide = deck.addSlide(t('export.slide.standing'), notes);
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
    const place = { x: SLIDE.side + index * (width + gap), y: SLIDE.top, w: width, h: 1.25 };
    deck.write(
      slide,
      [
        { text: number(count), options: { fontSize: 32, bold: true, color: NAVY, breakLine: true } },
        { text: words, options: { fontSize: SMALLEST_POINTS, color: INK_SOFT } },
      ],
      place,
      { fill: { color: SUNKEN }, margin: 8, valign: 'middle' },
    );
  });
  const shown = report.distributions.slice(0, CHARTS_SHOWN);
  shown.forEach((distribution, index) => {
    const rows = [{ label: t('export.slide.all'), distribution }];
    const place = { x: SLIDE.side, y: CHART.y + index * CHART.h, w: CONTENT_WIDTH, h: CHART.h };
    deck.chart(slide, levelChart(context, distribution.scale, rows, LEGEND), place);
  });
  const y = CHART.y + Math.max(1, shown.length) * CHART.h + 0.1;
  deck.write(
    slide,
    groundsWords(context),
    { x: SLIDE.side, y, w: CONTENT_WIDTH, h: 0.55 },
    { fontSize: SMALLEST_POINTS, color: INK_SOFT },
  );
  const place = { x: SLIDE.side, y: y + 0.65, w: CONTENT_WIDTH, h: SLIDE.bottom - y - 0.65 };
  const { texts, size } = fitSentences(sentences, place.w - 0.4, place.h);
  deck.write(
    slide,
    texts.map((text) => ({ text, options: { bullet: { indent: 14 }, breakLine: true, paraSpaceAfter: AFTER } })),
    place,
    { fontSize: size },
  );
}
