import type { Amounts, Cost } from '../../domain/measures/list-measures.ts';
import { isWhollyCosted } from '../../domain/measures/list-measures.ts';
import type { Report } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';

/** Decimals of an amount: where the currency is millions, they are most of it. */
const DECIMALS = 2;

/** An amount without its currency: `350,000`, `1.25`. */
export const amountFigure = ({ localiser }: DocumentContext, amount: number): string =>
  localiser.number(amount, DECIMALS);

/** An amount with the currency of the assessment, where it has one: `350,000 crowns`. */
function amountWords(context: DocumentContext, amount: number): string {
  const { t, localiser, report } = context;
  const currency = report.round.currency?.trim() ?? '';
  const figure = amountFigure(context, amount);
  return currency === '' ? figure : t('report.cost.amount', { amount: figure, currency: localiser.text(currency) });
}

/** What it costs, once and a year; null where nobody gave an amount. */
export function costWords(context: DocumentContext, { once, yearly }: Pick<Amounts, 'once' | 'yearly'>): string | null {
  const { t, localiser } = context;
  const parts = [
    ...(once === null ? [] : [t('report.cost.once', { amount: amountWords(context, once) })]),
    ...(yearly === null ? [] : [t('report.cost.yearly', { amount: amountWords(context, yearly) })]),
  ];
  return parts.length === 0 ? null : localiser.list(parts);
}

/** The same in a cell under its heading: `105,000 once + 20,000 a year`. */
export function costInCell(context: DocumentContext, { once, yearly, withoutAmount }: Cost): string | null {
  const { t } = context;
  const parts = [
    ...(once === null ? [] : [t('report.cost.once', { amount: amountFigure(context, once) })]),
    ...(yearly === null ? [] : [t('report.cost.yearly', { amount: amountFigure(context, yearly) })]),
  ];
  if (parts.length === 0) return null;
  const cost = parts.join(' + ');
  return withoutAmount === 0 ? cost : t('report.cost.inPart', { cost });
}

type Action = Report['plan'][number];

/** Of actions that each count on their own, those that are done and have no amount: nobody will give them one. */
export const doneWithoutAmount = (actions: readonly Action[]): number =>
  actions.filter(({ status, costOnce, costYearly }) => status === 'done' && costOnce === null && costYearly === null)
    .length;

/** The actions that count on their own in the costs of the plan: all but those of a measure that is costed as a whole. */
export function countedActions({ report }: DocumentContext): Action[] {
  const asWhole = report.measures.flatMap(({ actions }) => {
    const own = report.plan.filter(({ id }) => actions.includes(id));
    return own.some(({ costOnce, costYearly }) => costOnce !== null || costYearly !== null) ? [] : actions;
  });
  return report.plan.filter(({ id }) => !asWhole.includes(id));
}

/** The measures that are not wholly costed: how many, and their numbers in the list. */
export function openCosts({ report, number, localiser }: DocumentContext): { open: number; numbers: string } {
  const open = report.measures.flatMap(({ cost }, index) => (isWhollyCosted(cost) ? [] : [number(index + 1)]));
  return { open: open.length, numbers: localiser.list(open) };
}

/** What all measures cost together, what of it is there, and which are not wholly costed; null where none has an amount. */
export function totalWords(context: DocumentContext): string | null {
  const { t, report } = context;
  const { costs } = report;
  const cost = costWords(context, costs);
  if (cost === null) return null;
  const { open, numbers } = openCosts(context);
  return [
    t('report.cost.total', { cost, open }),
    ...(costs.there === null ? [] : [t('report.cost.there', { amount: amountWords(context, costs.there) })]),
    ...(open === 0 ? [] : [t('report.cost.notWhole', { open, numbers })]),
  ].join(t('report.separator'));
}

/** What the plan costs beside its measures, as an addition to their total; null where that is nothing. */
export function othersOnTopWords(context: DocumentContext): string | null {
  const cost = costWords(context, context.report.planCosts.others);
  return cost === null ? null : context.t('report.cost.othersOnTop', { cost });
}
