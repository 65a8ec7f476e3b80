import type { DocumentContext } from '../../parts/document-context.ts';
import { deadlineOf, fromTo, gapOrder, leadWords, noGapWords } from '../../parts/gap-words.ts';
import { markedSign } from '../../parts/level-marks.ts';
import { clampText } from '../../document/clamp-text.ts';
import { INK_SOFT, NAVY } from '../../document/tone-colours.ts';
import type { Slide, SlideCell, SlideDeck } from '../slide-deck.ts';
import { CONTENT_WIDTH, HEAD_CELL, lineCharacters, SLIDE } from '../slide-deck.ts';

const ROWS = 8;
const LISTED = 6;
const POINTS = 13;

/** Code and title, the short title where the whole one is too long. */
function titleWithin({ indicatorTitle, shortTitle }: DocumentContext, id: string, characters: number): string {
  const whole = `${id} ${indicatorTitle(id)}`;
  return clampText(whole.length <= characters ? whole : `${id} ${shortTitle(id)}`, characters);
}

function moreLine(deck: SlideDeck, slide: Slide, left: number): void {
  if (left <= 0) return;
  const words = deck.context.t('export.slide.more', { count: left });
  deck.write(slide, words, { x: SLIDE.side, y: 6.5, w: CONTENT_WIDTH, h: 0.35 }, { fontSize: 12, color: INK_SOFT });
}

/** The level of an indicator in a cell: its sign with its marks. */
function signOf({ context }: SlideDeck, id: string): string {
  const indicator = context.indicatorById.get(id);
  return indicator === undefined ? context.t('report.none') : markedSign(context, indicator);
}

/** Strengths and aspects to strengthen side by side, each with the sign of its level. */
export function listsSlide(deck: SlideDeck): void {
  const { t, report } = deck.context;
  const lists = [
    { heading: t('report.summary.strengths'), ids: report.strengths, none: t('report.summary.noStrengths') },
    { heading: t('report.summary.areas'), ids: report.developmentAreas, none: t('report.summary.noAreas') },
  ];
  const slide = deck.addSlide(deck.context.t('export.slide.strengthsAndAreas'));
  const gap = 0.5;
  const width = (CONTENT_WIDTH - gap) / 2;
  lists.forEach(({ heading, ids, none }, index) => {
    const x = SLIDE.side + index * (width + gap);
    deck.write(slide, heading, { x, y: SLIDE.top, w: width, h: 0.45 }, { fontSize: 20, bold: true, color: NAVY });
    if (ids.length === 0) {
      deck.write(slide, none, { x, y: SLIDE.top + 0.55, w: width, h: 0.6 });
      return;
    }
    const room = 2 * lineCharacters(width - 1.1, 16);
    const rows = ids.slice(0, LISTED).map((id): SlideCell[] => [
      { text: titleWithin(deck.context, id, room), options: { fontSize: 16 } },
      { text: signOf(deck, id), options: { fontSize: 16, bold: true, align: 'center' } },
    ]);
    deck.table(slide, rows, { x, y: SLIDE.top + 0.55, w: width }, [width - 0.9, 0.9], { rowH: 0.7 });
  });
}

/** What to do first: where it stands and should stand, who leads, by when. */
export function prioritiesSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, number, report } = context;
  const slide = deck.addSlide(
    t(report.priorities.length === 0 ? 'report.summary.nextSteps' : 'report.summary.priorities'),
  );
  const gaps = gapOrder(context);
  if (gaps.length === 0) {
    deck.write(slide, noGapWords(context), { x: SLIDE.side, y: SLIDE.top, w: CONTENT_WIDTH, h: 0.6 });
    return;
  }
  const widths = [0.6, 5.7, 1.2, 2.9, CONTENT_WIDTH - 10.4];
  const room = (column: number) => 2 * lineCharacters((widths[column] ?? 1) - 0.15, POINTS);
  const labels = [
    t('report.column.number'),
    t('report.column.indicator'),
    t('report.column.fromTo'),
    t('report.column.lead'),
    t('report.column.deadline'),
  ];
  const rows = gaps.slice(0, ROWS).map((indicator, index): SlideCell[] => {
    const deadline = deadlineOf(context, indicator.id);
    return [
      { text: number(index + 1) },
      { text: titleWithin(context, indicator.id, room(1)) },
      { text: fromTo(context, indicator), options: { bold: true } },
      { text: clampText(leadWords(context, indicator) ?? t('report.none'), room(3)) },
      { text: deadline === null ? t('report.none') : context.localiser.date(deadline) },
    ];
  });
  const head = labels.map((text): SlideCell => ({ text, options: HEAD_CELL }));
  deck.table(slide, [head, ...rows], { x: SLIDE.side, y: SLIDE.top, w: CONTENT_WIDTH }, widths, {
    fontSize: POINTS,
    rowH: 0.5,
  });
  moreLine(deck, slide, gaps.length - rows.length);
}

/** The action plan in its first rows; nothing where there is none yet. */
export function planSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, number, report } = context;
  if (report.plan.length === 0) return;
  const slide = deck.addSlide(t('export.slide.plan'));
  const widths = [0.6, 5.5, 3, 1.7, CONTENT_WIDTH - 10.8];
  const room = (column: number) => 2 * lineCharacters((widths[column] ?? 1) - 0.15, POINTS);
  const labels = [
    t('report.column.number'),
    t('export.column.activity'),
    t('report.column.lead'),
    t('report.column.deadline'),
    t('export.column.status'),
  ];
  const rows = report.plan
    .slice(0, ROWS)
    .map(({ activity, lead, end, status }, index): SlideCell[] => [
      { text: number(index + 1) },
      { text: activity === null ? t('report.none') : clampText(context.localiser.text(activity), room(1)) },
      { text: lead === null ? t('report.none') : clampText(context.institutionName(lead), room(2)) },
      { text: end === null ? t('report.none') : context.localiser.date(end) },
      { text: t(`export.action.${status}`) },
    ]);
  const head = labels.map((text): SlideCell => ({ text, options: HEAD_CELL }));
  deck.table(slide, [head, ...rows], { x: SLIDE.side, y: SLIDE.top, w: CONTENT_WIDTH }, widths, {
    fontSize: POINTS,
    rowH: 0.5,
  });
  moreLine(deck, slide, report.plan.length - rows.length);
}
