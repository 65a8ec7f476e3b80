import { clampText } from '../../document/clamp-text.ts';
import { plainText } from '../../document/plain-text.ts';
import { INK_SOFT, NAVY } from '../../document/tone-colours.ts';
import { costInCell, totalWords } from '../../parts/cost-words.ts';
import type { DocumentContext } from '../../parts/document-context.ts';
import { deadlineOf, fromTo, gapOrder, leadWords, noGapWords, waysOf } from '../../parts/gap-words.ts';
import { markedSign } from '../../parts/level-marks.ts';
import { planGroups } from '../../parts/plan-order.ts';
import { measureLead, measureTitle } from '../../parts/measures.ts';
import type { Slide, SlideCell, SlideDeck } from '../slide-deck.ts';
import { rowsThatFit } from '../fit-slides.ts';
import { lineCharacters } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE, SMALLEST_POINTS } from '../slide-masters.ts';
import { marksWords, promptsOf, slideNotes } from '../slide-notes.ts';

const ROWS = 7;
/** Inches between the heads of a table and the line at the foot. */
const ROWS_HEIGHT = 4.5;
const LISTED = 6;
/** Inches: a row of two lines. */
const ROW_HEIGHT = 0.58;

/** Code and title, the short title where the whole one is too long. */
function titleWithin({ indicatorTitle, shortTitle }: DocumentContext, id: string, characters: number): string {
  const whole = `${id} ${indicatorTitle(id)}`;
  return clampText(whole.length <= characters ? whole : `${id} ${shortTitle(id)}`, characters);
}

/** At the foot: how many are not shown, what they cost together, what the signs say. */
function footLine(deck: SlideDeck, slide: Slide, parts: readonly (string | null)[]): void {
  const words = parts.filter((part) => part !== null && part !== '').join(' · ');
  if (words === '') return;
  const place = { x: SLIDE.side, y: 6.3, w: CONTENT_WIDTH, h: 0.6 };
  deck.write(slide, words, place, { fontSize: SMALLEST_POINTS, color: INK_SOFT, valign: 'bottom' });
}

const moreWords = ({ t }: DocumentContext, left: number) => (left > 0 ? t('export.slide.more', { count: left }) : null);

/** Characters that two lines of a column hold. */
const roomOf = (width: number) => 2 * lineCharacters(width - 0.15, SMALLEST_POINTS);

/** The level of an indicator in a cell: its sign with its marks. */
function signOf({ context }: SlideDeck, id: string): string {
  const indicator = context.indicatorById.get(id);
  return indicator === undefined ? context.t('report.none') : markedSign(context, indicator);
}

/** Strengths and aspects to strengthen side by side, each with the sign of its level. */
export function listsSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, report } = context;
  const lists = [
    { heading: t('report.summary.strengths'), ids: report.strengths, none: t('report.summary.noStrengths') },
    { heading: t('report.summary.areas'), ids: report.developmentAreas, none: t('report.summary.noAreas') },
  ].map((list) => ({ ...list, ids: list.ids.slice(0, LISTED) }));
  const ids = lists.flatMap((list) => list.ids);
  const said = ids.map((id) => `${id} ${context.indicatorTitle(id)}${t('report.colon')}${signOf(deck, id)}`);
  const prompts = (lists[1]?.ids ?? []).flatMap((id) => promptsOf(context, id));
  const slide = deck.addSlide(t('export.slide.strengthsAndAreas'), slideNotes(context, said, prompts));
  const gap = 0.5;
  const width = (CONTENT_WIDTH - gap) / 2;
  lists.forEach(({ heading, ids: listed, none }, index) => {
    const x = SLIDE.side + index * (width + gap);
    deck.write(slide, heading, { x, y: SLIDE.top, w: width, h: 0.45 }, { fontSize: 20, bold: true, color: NAVY });
    if (listed.length === 0) {
      deck.write(slide, none, { x, y: SLIDE.top + 0.55, w: width, h: 0.6 });
      return;
    }
    const room = 2 * lineCharacters(width - 1.1, 16);
    const rows = listed.map((id): SlideCell[] => [
      { text: titleWithin(context, id, room), options: { fontSize: 16 } },
      { text: signOf(deck, id), options: { fontSize: 16, bold: true, align: 'center' } },
    ]);
    const table = { alternative: heading, rows, widths: [width - 0.9, 0.9], rowHeight: 0.68 };
    deck.table(slide, table, { x, y: SLIDE.top + 0.55 });
  });
  footLine(deck, slide, [
    marksWords(
      context,
      ids.map((id) => signOf(deck, id)),
    ),
  ]);
}

/** What to do first: where it stands and should stand, who leads, by when. */
export function prioritiesSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, number, report } = context;
  const title = t(report.priorities.length === 0 ? 'report.summary.nextSteps' : 'report.summary.priorities');
  const gaps = gapOrder(context);
  const shown = gaps.slice(0, ROWS);
  const prompts = shown.flatMap(({ id }) => promptsOf(context, id));
  const said = shown.map(
    (indicator) =>
      `${indicator.id} ${context.indicatorTitle(indicator.id)}${t('report.colon')}${fromTo(context, indicator)}`,
  );
  const slide = deck.addSlide(title, slideNotes(context, gaps.length === 0 ? [noGapWords(context)] : said, prompts));
  if (gaps.length === 0) {
    deck.write(slide, noGapWords(context), { x: SLIDE.side, y: SLIDE.top, w: CONTENT_WIDTH, h: 0.6 });
    return;
  }
  const widths = [0.75, 5.3, 1.3, 2.9, CONTENT_WIDTH - 10.25];
  const whole = shown.map((indicator, index): SlideCell[] => {
    const deadline = deadlineOf(context, indicator.id);
    return [
      { text: number(index + 1) },
      { text: titleWithin(context, indicator.id, roomOf(5.3)) },
      { text: fromTo(context, indicator), options: { bold: true } },
      { text: clampText(leadWords(context, indicator) ?? t('report.none'), roomOf(2.9)) },
      { text: deadline === null ? t('report.none') : context.localiser.date(deadline) },
    ];
  });
  const rows = rowsThatFit(whole, { widths, rowHeight: ROW_HEIGHT, height: ROWS_HEIGHT });
  const head = [
    t('report.column.number'),
    t('report.column.indicator'),
    t('report.column.fromTo'),
    t('report.column.lead'),
    t('report.column.deadline'),
  ];
  const table = { alternative: title, head, rows, widths, rowHeight: ROW_HEIGHT };
  deck.table(slide, table, { x: SLIDE.side, y: SLIDE.top });
  const marks = marksWords(
    context,
    shown.slice(0, rows.length).map((one) => fromTo(context, one)),
  );
  footLine(deck, slide, [marks, moreWords(context, gaps.length - rows.length)]);
}

/** The measures as they are decided on: who leads, from which level to which, by when, at what cost, and all together. */
export function measuresSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, number, report, localiser } = context;
  const { measures } = report;
  if (measures.length === 0) return;
  const isWritten = measures.some(({ written }) => written);
  const title = t(isWritten ? 'report.measures' : 'report.measures.notWritten');
  const total = totalWords(context);
  const shown = measures.slice(0, ROWS).map((measure) => {
    return {
      name: measureTitle(context, measure),
      ways: plainText(waysOf(context, measure.indicators)),
      lead: measureLead(context, measure) ?? t('report.none'),
      end: measure.end === null ? t('report.none') : localiser.date(measure.end),
      cost: costInCell(context, measure.cost) ?? t('report.none'),
    };
  });
  const said = shown.map(
    ({ name, ways, lead, end }, index) =>
      `${t('report.plan.measure', { number: number(index + 1), title: name })} · ${ways} · ${lead} · ${end}`,
  );
  const notes = slideNotes(context, [...said, ...(total === null ? [] : [total])], [t('export.notes.askMeasures')]);
  const slide = deck.addSlide(title, notes);
  const widths = [0.65, 4.5, 2.9, 1.9, CONTENT_WIDTH - 9.95];
  const currency = report.round.currency?.trim() ?? '';
  const whole = shown.map(({ name, ways, lead, end, cost }, index): SlideCell[] => [
    { text: number(index + 1) },
    {
      text: [
        { text: clampText(name, roomOf(4.5)), options: { bold: true, breakLine: true } },
        { text: clampText(ways, roomOf(4.5)) },
      ],
    },
    { text: clampText(lead, roomOf(2.9)) },
    { text: end },
    { text: cost },
  ]);
  const rows = rowsThatFit(whole, { widths, rowHeight: ROW_HEIGHT, height: ROWS_HEIGHT });
  const head = [
    t('report.column.number'),
    t(isWritten ? 'report.column.measureAndWays' : 'report.column.indicatorAndWay'),
    t('report.column.lead'),
    t('report.column.deadline'),
    clampText(
      currency === '' ? t('report.column.cost') : t('report.column.costIn', { currency: localiser.text(currency) }),
      roomOf(CONTENT_WIDTH - 9.95),
    ),
  ];
  const table = { alternative: title, head, rows, widths, rowHeight: ROW_HEIGHT };
  deck.table(slide, table, { x: SLIDE.side, y: SLIDE.top });
  const marks = marksWords(
    context,
    shown.slice(0, rows.length).map(({ ways }) => ways),
  );
  footLine(deck, slide, [total, marks, moreWords(context, measures.length - rows.length)]);
}

/** The action plan in its first rows; nothing where there is none yet. */
export function planSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, report } = context;
  if (report.plan.length === 0) return;
  const planned = planGroups(context).flatMap(({ actions }) => actions);
  const title = t('export.slide.plan');
  const said = planned.flatMap(({ number, action: { activity, status } }) =>
    activity === null || status === 'done'
      ? []
      : [`${number} ${context.localiser.text(activity)} (${t(`export.action.${status}`)})`],
  );
  const slide = deck.addSlide(title, slideNotes(context, said, [t('export.notes.askPlan')]));
  const widths = [0.75, 5.1, 2.8, 1.9, CONTENT_WIDTH - 10.55];
  const whole = planned
    .slice(0, ROWS)
    .map(({ number, action: { activity, lead, end, status } }): SlideCell[] => [
      { text: number },
      { text: activity === null ? t('report.none') : clampText(context.localiser.text(activity), roomOf(5.1)) },
      { text: lead === null ? t('report.none') : clampText(context.institutionName(lead), roomOf(2.8)) },
      { text: end === null ? t('report.none') : context.localiser.date(end) },
      { text: t(`export.action.${status}`) },
    ]);
  const rows = rowsThatFit(whole, { widths, rowHeight: ROW_HEIGHT, height: ROWS_HEIGHT });
  const head = [
    t('report.column.number'),
    t('export.column.activity'),
    t('report.column.lead'),
    t('report.column.deadline'),
    t('export.column.status'),
  ];
  const table = { alternative: title, head, rows, widths, rowHeight: ROW_HEIGHT };
  deck.table(slide, table, { x: SLIDE.side, y: SLIDE.top });
  footLine(deck, slide, [moreWords(context, report.plan.length - rows.length)]);
}
