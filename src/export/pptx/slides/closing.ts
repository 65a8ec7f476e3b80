import { clampText } from '../../document/clamp-text.ts';
import { plainText } from '../../document/plain-text.ts';
import { INK_SOFT, NAVY } from '../../document/tone-colours.ts';
import { positionLines } from '../../parts/summary-positions.ts';
import { wordDecision } from '../../parts/word-decision.ts';
import type { Slide, SlideDeck } from '../slide-deck.ts';
import { textHeight } from '../fit-slides.ts';
import { lineCharacters } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE, SMALLEST_POINTS } from '../slide-masters.ts';
import { slideNotes } from '../slide-notes.ts';

/** A sentence, or one behind the word that says what it is about. */
type Item = string | readonly [label: string, sentence: string];

interface ListLook {
  readonly points: number;
  readonly numbered?: boolean;
}

function bullets(
  deck: SlideDeck,
  slide: Slide,
  items: readonly Item[],
  { x, y, w, h = SLIDE.bottom - y }: { x: number; y: number; w: number; h?: number },
  { points, numbered = false }: ListLook,
) {
  const bullet = numbered ? { type: 'number' as const, indent: 28 } : { indent: 14 };
  const look = { bullet, paraSpaceAfter: AFTER };
  const lines = items.flatMap((item) => {
    if (typeof item === 'string') return [{ text: item, options: { ...look, breakLine: true } }];
    const [label, text] = item;
    return [
      { text: `${label}. `, options: { ...look, bold: true } },
      { text, options: { ...look, breakLine: true } },
    ];
  });
  deck.write(slide, lines, { x, y, w, h }, { fontSize: points });
}

const POSITIONS = 4;
const POSITION_LINES = 5;
/** Sizes in points to choose from, the first in which all stands on the slide. */
const POSITION_SIZES = [16, SMALLEST_POINTS];
const DECISION_SIZES = [
  [22, 18],
  [20, 16],
  [18, 16],
  [16, SMALLEST_POINTS],
  [SMALLEST_POINTS, SMALLEST_POINTS],
] as const;
/** Inches: where the list of what is decided begins and ends; what its signs take before the text. */
const DECISION = { top: 1.45, bottom: 6.35, between: 0.15 } as const;
const INDENT = 0.4;
/** Points below a paragraph. */
const AFTER = 8;

/** In which sizes both lists stand one below the other, and where the second begins. */
function fitDecision(points: readonly string[], also: readonly string[], width: number) {
  const laid = DECISION_SIZES.map((sizes) => {
    const split = DECISION.top + textHeight(points, width, sizes[0], AFTER) + DECISION.between;
    return { sizes, split, end: split + textHeight(also, width, sizes[1], AFTER) };
  });
  const smallest = { sizes: DECISION_SIZES[4], split: 4.35 };
  return laid.find(({ end }) => end <= DECISION.bottom) ?? laid.at(-1) ?? smallest;
}

/** What the meeting is asked to decide, as on the page for the minister, and the reservations; nothing once it is decided. */
export function decisionsSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t } = context;
  const decision = wordDecision(context);
  if (decision === null) return;
  const { points, proposed, outdated } = decision;
  const also = [
    t('export.slide.decide.levels'),
    ...(points.length === 0 ? [t('export.slide.decide.priorities')] : []),
    t('export.slide.decide.report'),
    t('export.slide.decide.followUp'),
  ];
  const positions = positionLines(context, 4).map(({ text }) => plainText(text));
  const slide = deck.addSlide(
    t('export.slide.decisions'),
    slideNotes(context, [...points, ...also, ...positions], [t('export.notes.askDecisions')]),
  );
  const gap = 0.5;
  const width = positions.length === 0 ? CONTENT_WIDTH : (CONTENT_WIDTH - gap) * 0.58;
  const state = proposed ? t('report.decision.proposed') : outdated ? t('report.decision.outdated') : null;
  if (points.length === 0) bullets(deck, slide, also, { x: SLIDE.side, y: 1.45, w: width }, { points: 24 });
  else {
    const { sizes, split } = fitDecision(points, also, width - INDENT);
    const top = { x: SLIDE.side, y: DECISION.top, w: width, h: split - DECISION.top };
    bullets(deck, slide, points, top, { points: sizes[0], numbered: points.length > 1 });
    const below = { x: SLIDE.side, y: split, w: width, h: DECISION.bottom - split };
    bullets(deck, slide, also, below, { points: sizes[1] });
    const place = { x: SLIDE.side, y: 6.4, w: width, h: 0.45 };
    if (state !== null)
      deck.write(slide, state, place, { fontSize: SMALLEST_POINTS, color: INK_SOFT, valign: 'bottom' });
  }
  if (positions.length === 0) return;
  const x = SLIDE.side + width + gap;
  const w = CONTENT_WIDTH - width - gap;
  const heading = { fontSize: 18, bold: true, color: NAVY };
  deck.write(slide, t('report.positions'), { x, y: 1.45, w, h: 0.7 }, heading);
  const room = POSITION_LINES * lineCharacters(w - INDENT, SMALLEST_POINTS);
  const cut = positions.slice(0, POSITIONS).map((text) => clampText(text, room));
  const place = { x, y: 2.2, w };
  const fits = (count: number, size: number) =>
    textHeight(cut.slice(0, count), w - INDENT, size, AFTER) <= DECISION.bottom - place.y;
  const counts = cut.map((_, index) => cut.length - index);
  const [count = 1, size = SMALLEST_POINTS] =
    counts.flatMap((one) => POSITION_SIZES.flatMap((points) => (fits(one, points) ? [[one, points]] : [])))[0] ?? [];
  bullets(deck, slide, cut.slice(0, count), place, { points: size });
}

/** The rules by which it was reckoned, and what the figures do not say. */
export function methodSlide(deck: SlideDeck): void {
  const { t, localiser, framework, report, texts } = deck.context;
  const { method } = framework.structure;
  const minimum = localiser.percent(report.framework.minimumCoverage);
  const rules: Item[] = [
    [t('report.method.level'), t('report.method.levelText')],
    [t('report.method.aggregateLabel'), t(`results.rule.${method.aggregate}`, { cap: method.cap ?? null })],
    [t('report.method.missingLabel'), t(`report.method.missing.${report.framework.missing}`)],
  ];
  if (report.framework.minimumCoverage > 0) {
    rules.push([t('report.method.coverageLabel'), t('report.method.coverage', { minimum })]);
  }
  const caveats = [
    t('report.howToRead.caveat.selfAssessment'),
    t('report.howToRead.caveat.ranking'),
    t('report.howToRead.caveat.ordinal'),
    t('report.notice.notProduct'),
  ];
  const slide = deck.addSlide(t('export.slide.method'), slideNotes(deck.context, caveats));
  const gap = 0.5;
  const width = (CONTENT_WIDTH - gap) / 2;
  const heading = { fontSize: 20, bold: true, color: NAVY };
  const points = 16;
  deck.write(slide, t('report.section.methodology'), { x: SLIDE.side, y: SLIDE.top, w: width, h: 0.4 }, heading);
  bullets(deck, slide, rules, { x: SLIDE.side, y: SLIDE.top + 0.5, w: width, h: 4.4 }, { points });
  const right = SLIDE.side + width + gap;
  deck.write(slide, t('report.howToRead.caveats'), { x: right, y: SLIDE.top, w: width, h: 0.4 }, heading);
  bullets(deck, slide, caveats, { x: right, y: SLIDE.top + 0.5, w: width, h: 4.4 }, { points });
  const review =
    report.framework.review[localiser.language.code] ?? report.framework.review[framework.structure.sourceLanguage];
  const source = `${localiser.text(texts.title)}, ${t('report.version', { version: report.framework.version })}. ${t(`report.review.${review ?? 'none'}`)}`;
  const place = { x: SLIDE.side, y: 6.3, w: CONTENT_WIDTH, h: 0.6 };
  deck.write(slide, source, place, { fontSize: SMALLEST_POINTS, color: INK_SOFT, valign: 'bottom' });
}
