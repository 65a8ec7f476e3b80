import { amountFormat } from '../document/amount-format.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import { measureTitle } from '../parts/measures.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';

/** Of the money of a plan: all amounts alike. */
export function amountFormatOf({ report }: DocumentContext): string {
  const ofActions = report.plan.flatMap(({ costOnce, costYearly, costThere }) => [costOnce, costYearly, costThere]);
  const ofMeasures = report.measures.flatMap(({ cost }) => [cost.once, cost.yearly]);
  return amountFormat([...ofActions, ...ofMeasures]);
}

const AMOUNTS = ['once', 'yearly', 'there', 'toFindOnce', 'toFindYearly'] as const;

/** What the plan costs: by measure, by lead, by year and in all; null while no amount is given. */
export function costsSheet(context: DocumentContext): SheetTable | null {
  const { report, t, localiser } = context;
  const { total, others, byLead, byYear } = report.planCosts;
  if (total.once === null && total.yearly === null) return null;
  const currency = report.round.currency?.trim() ?? '';
  const cells = (cost: typeof total): SheetCell[] => [...AMOUNTS.map((name) => cost[name]), cost.withoutAmount];
  const format = amountFormatOf(context);
  const [measure, lead, year] = [t('report.column.measure'), t('report.column.lead'), t('export.column.year')];
  const amount = (name: (typeof AMOUNTS)[number]) => ({
    title: t(`report.plan.costs.${name}`),
    width: 16,
    format,
  });
  return {
    name: t('export.sheet.costs'),
    columns: [
      { title: t('export.column.kind'), width: 26 },
      { title: t('report.plan.costs', { currency: currency === '' ? 'none' : localiser.text(currency) }), width: 60 },
      ...AMOUNTS.map(amount),
      { title: t('report.plan.costs.withoutAmount'), width: 14 },
      { title: t('export.column.inYear'), width: 16, format },
    ],
    rows: [
      ...report.measures.map((one): SheetCell[] => [measure, measureTitle(context, one), ...cells(one.cost)]),
      [measure, t('report.plan.otherActions'), ...cells(others)],
      ...byLead.map((one): SheetCell[] => [
        lead,
        one.lead === null ? t('report.plan.noLead') : context.institutionName(one.lead),
        ...cells(one),
      ]),
      [t('report.plan.costs.total'), '', ...cells(total)],
      ...byYear.map((one): SheetCell[] => [
        year,
        one.year === null ? t('report.plan.noYear') : String(one.year),
        ...AMOUNTS.map(() => null),
        ...[null, one.amount],
      ]),
      ['', t('report.plan.costs.how')],
    ],
    sticky: 2,
  };
}
