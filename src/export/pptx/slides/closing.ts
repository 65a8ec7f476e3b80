import { INK_SOFT, NAVY } from '../../document/tone-colours.ts';
import type { Slide, SlideDeck } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE } from '../slide-deck.ts';

/** A sentence, or one behind the word that says what it is about. */
type Item = string | readonly [label: string, sentence: string];

function bullets(
  deck: SlideDeck,
  slide: Slide,
  items: readonly Item[],
  x: number,
  y: number,
  w: number,
  points: number,
) {
  const look = { bullet: { indent: 14 }, paraSpaceAfter: 8 };
  const lines = items.flatMap((item) => {
    if (typeof item === 'string') return [{ text: item, options: { ...look, breakLine: true } }];
    const [label, text] = item;
    return [
      { text: `${label}. `, options: { ...look, bold: true } },
      { text, options: { ...look, breakLine: true } },
    ];
  });
  deck.write(slide, lines, { x, y, w, h: SLIDE.bottom - y }, { fontSize: points });
}

/** What the meeting is asked to decide: a draft for whoever chairs it. */
export function decisionsSlide(deck: SlideDeck): void {
  const { t } = deck.context;
  const slide = deck.addSlide(t('export.slide.decisions'));
  const items = [
    t('export.slide.decide.levels'),
    t('export.slide.decide.priorities'),
    t('export.slide.decide.report'),
    t('export.slide.decide.followUp'),
  ];
  bullets(deck, slide, items, SLIDE.side, SLIDE.top + 0.1, CONTENT_WIDTH, 24);
}

/** The rules by which it was reckoned, and what the figures do not say. */
export function methodSlide(deck: SlideDeck): void {
  const { t, localiser, framework, report, texts } = deck.context;
  const { method } = framework.structure;
  const slide = deck.addSlide(t('export.slide.method'));
  const gap = 0.5;
  const width = (CONTENT_WIDTH - gap) / 2;
  const heading = { fontSize: 18, bold: true, color: NAVY };
  deck.write(slide, t('report.section.methodology'), { x: SLIDE.side, y: SLIDE.top, w: width, h: 0.4 }, heading);
  const minimum = localiser.percent(report.framework.minimumCoverage);
  const rules: Item[] = [
    [t('report.method.level'), t('report.method.levelText')],
    [t('report.method.aggregateLabel'), t(`results.rule.${method.aggregate}`, { cap: method.cap ?? null })],
    [t('report.method.missingLabel'), t(`report.method.missing.${report.framework.missing}`)],
  ];
  if (report.framework.minimumCoverage > 0) {
    rules.push([t('report.method.coverageLabel'), t('report.method.coverage', { minimum })]);
  }
  bullets(deck, slide, rules, SLIDE.side, SLIDE.top + 0.5, width, 14);
  const right = SLIDE.side + width + gap;
  deck.write(slide, t('report.howToRead.caveats'), { x: right, y: SLIDE.top, w: width, h: 0.4 }, heading);
  const caveats = [
    t('report.howToRead.caveat.selfAssessment'),
    t('report.howToRead.caveat.ranking'),
    t('report.howToRead.caveat.ordinal'),
    t('report.notice.notProduct'),
  ];
  bullets(deck, slide, caveats, right, SLIDE.top + 0.5, width, 14);
  const review =
    report.framework.review[localiser.language.code] ?? report.framework.review[framework.structure.sourceLanguage];
  const source = `${localiser.text(texts.title)}, ${t('report.version', { version: report.framework.version })}. ${t(`report.review.${review ?? 'none'}`)}`;
  const place = { x: SLIDE.side, y: 6.35, w: CONTENT_WIDTH, h: 0.5 };
  deck.write(slide, source, place, { fontSize: 12, color: INK_SOFT, valign: 'bottom' });
}
