import { amountFormat } from '../../document/amount-format.ts';
import { clampText } from '../../document/clamp-text.ts';
import { INK_SOFT, NAVY, TONE_COLOURS } from '../../document/tone-colours.ts';
import { amountFigure, costInCell, thereWords } from '../../parts/cost-words.ts';
import { planCostWords } from '../../parts/plan-costs.ts';
import type { SlideCell, SlideChart, SlideDeck } from '../slide-deck.ts';
import { lineCharacters } from '../slide-deck.ts';
import { CONTENT_WIDTH, SLIDE, SMALLEST_POINTS } from '../slide-masters.ts';
import { slideNotes } from '../slide-notes.ts';

const LEADS = 7;

/** What the plan costs, by lead as a table and by year as a chart; nothing while no amount is given. */
export function costsSlide(deck: SlideDeck): void {
  const { context } = deck;
  const { t, report } = context;
  const { total, byLead, byYear } = report.planCosts;
  if (total.once === null && total.yearly === null) return;
  const { title, years, how, yearName } = planCostWords(context);
  const slide = deck.addSlide(title, slideNotes(context, [years, how], [t('export.notes.askCosts')]));
  const half = CONTENT_WIDTH / 2;
  const amounts = (['once', 'yearly', 'there'] as const).filter((one) => total[one] !== null);
  const widths = [half - 0.3 - 1.3 * amounts.length, ...amounts.map(() => 1.3)];
  const room = 2 * lineCharacters((widths[0] ?? 1) - 0.15, SMALLEST_POINTS);
  const cell = (value: number | null): SlideCell => ({
    text: value === null ? t('report.none') : amountFigure(context, value),
  });
  const rows = byLead
    .slice(0, LEADS)
    .map((own): SlideCell[] => [
      { text: clampText(own.lead === null ? t('report.plan.noLead') : context.institutionName(own.lead), room) },
      ...amounts.map((one, index): SlideCell =>
        index === 0 && own.once === null && own.yearly === null
          ? { text: costInCell(context, own) ?? t('report.none') }
          : cell(own[one]),
      ),
    ]);
  const sum = [
    { text: t('report.plan.costs.total'), options: { bold: true } },
    ...amounts.map((one): SlideCell => ({ ...cell(total[one]), options: { bold: true } })),
  ];
  const head = [t('report.column.lead'), ...amounts.map((one) => t(`report.plan.costs.${one}`))];
  const table = { alternative: title, head, rows: [...rows, sum], widths, rowHeight: 0.5 };
  deck.table(slide, table, { x: SLIDE.side, y: SLIDE.top });
  if (byYear.length > 0) {
    const chart = {
      alternative: years,
      labels: byYear.map(({ year }) => yearName(year)),
      series: [{ name: title, values: byYear.map(({ amount }) => amount), look: TONE_COLOURS[2] }],
      look: {
        barDir: 'col',
        ...{
          barGapWidthPct: 60,
          dataLabelFormatCode: amountFormat(byYear.map(({ amount }) => amount)),
          dataLabelPosition: 'outEnd',
        },
        catAxisOrientation: deck.rightToLeft ? 'maxMin' : 'minMax',
      },
    } satisfies SlideChart;
    const x = SLIDE.side + half + 0.2;
    const heading = { fontSize: 18, bold: true, color: NAVY };
    deck.write(slide, t('export.slide.byYear'), { x, y: SLIDE.top, w: half - 0.2, h: 0.4 }, heading);
    deck.chart(slide, chart, { x, y: SLIDE.top + 0.45, w: half - 0.2, h: 4.3 });
  }
  const left = byLead.length - rows.length;
  const more = left > 0 ? `${t('export.slide.more', { count: left })} · ` : '';
  const place = { x: SLIDE.side, y: 6.3, w: CONTENT_WIDTH, h: 0.6 };
  const there = thereWords(context, total);
  deck.write(slide, `${more}${there === null ? '' : `${there} · `}${how}`, place, {
    fontSize: SMALLEST_POINTS,
    color: INK_SOFT,
    valign: 'bottom',
  });
}
