import type { Block } from '../document/document.ts';
import { amountFigure } from './cost-words.ts';
import type { DocumentContext } from './document-context.ts';

/** Amounts, and how many are still to be given. */
const COST_COLUMNS = ['once', 'yearly', 'there', 'toFindOnce', 'toFindYearly', 'withoutAmount'] as const;
/** Of the width, a column of amounts: with all of them the names keep a quarter. */
const AMOUNT_SHARE = 12.5;

/** The heading of what the plan costs, what falls into which year, and how it is reckoned. */
export function planCostWords(context: DocumentContext) {
  const { report, t, localiser } = context;
  const currency = report.round.currency?.trim() ?? '';
  const yearName = (year: number | null) => (year === null ? t('report.plan.noYear') : String(year));
  const years = report.planCosts.byYear.map(({ year, amount }) =>
    t('report.bar.part', { name: yearName(year), count: amountFigure(context, amount) }),
  );
  return {
    title: t('report.plan.costs', { currency: currency === '' ? 'none' : localiser.text(currency) }),
    years: t('report.plan.costs.byYear', { years: years.join(t('report.separator')) }),
    how: t('report.plan.costs.how'),
    yearName,
  };
}

/** What the plan costs, by lead and by year; nothing while no amount is given. */
export function planCostBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const { byLead, total, others } = report.planCosts;
  if (total.once === null && total.yearly === null) return [];
  const { title, years, how } = planCostWords(context);
  const amount = (value: number | null) => [value === null ? t('report.none') : amountFigure(context, value)];
  const columns = COST_COLUMNS.filter((column) =>
    // Where nothing is there, all is to be found.
    column.startsWith('toFind') ? total.there && total[column] !== null : total[column],
  );
  const cells = (cost: Pick<typeof total, (typeof columns)[number]>) => columns.map((column) => amount(cost[column]));
  // Beside what the decision asks for: the rest of the plan, so that both sums can be followed.
  const isSplit = report.measures.length > 0 && (others.once !== null || others.yearly !== null);
  const ofMeasures = { ...report.costs, withoutAmount: total.withoutAmount - others.withoutAmount };
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'paragraph', role: 'note', text: `${years} ${how}` },
    {
      kind: 'table',
      caption: title,
      rowHeader: 0,
      whole: true,
      columns: [
        { label: t('report.column.lead'), share: 100 - AMOUNT_SHARE * columns.length },
        ...columns.map((column) => ({ label: t(`report.plan.costs.${column}`), share: AMOUNT_SHARE })),
      ],
      rows: [
        ...byLead.map((own) => ({
          cells: [[own.lead === null ? t('report.plan.noLead') : context.institutionName(own.lead)], ...cells(own)],
        })),
        { cells: [[[{ text: t('report.plan.costs.total'), strong: true }]], ...cells(total)] },
        ...(isSplit
          ? [
              { cells: [[t('report.plan.costs.measures')], ...cells(ofMeasures)] },
              { cells: [[t('report.plan.costs.others')], ...cells(others)] },
            ]
          : []),
      ],
    },
  ];
}
