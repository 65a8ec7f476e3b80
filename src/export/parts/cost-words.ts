import type { Amounts, Cost } from '../../domain/measures/list-measures.ts';
import { isWhollyCosted } from '../../domain/measures/list-measures.ts';
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

type OnceAndYearly = Pick<Amounts, 'once' | 'yearly'>;

/** What is still to be found of a cost. */
const toFindOf = ({
  toFindOnce: once,
  toFindYearly: yearly,
}: Pick<Amounts, 'toFindOnce' | 'toFindYearly'>): OnceAndYearly => ({
  once: once === 0 ? null : once,
  yearly: yearly === 0 ? null : yearly,
});

/** What it costs, once and a year; null where nobody gave an amount. */
export function costWords(context: DocumentContext, { once, yearly }: OnceAndYearly): string | null {
  const { t, localiser } = context;
  const parts = [
    ...(once === null ? [] : [t('report.cost.once', { amount: amountWords(context, once) })]),
    ...(yearly === null ? [] : [t('report.cost.yearly', { amount: amountWords(context, yearly) })]),
  ];
  return parts.length === 0 ? null : localiser.list(parts);
}

/** Amounts under a heading that names the currency: `105,000 once + 20,000 a year`. */
function amountsInCell(context: DocumentContext, { once, yearly }: OnceAndYearly): string | null {
  const { t } = context;
  const parts = [
    ...(once === null ? [] : [t('report.cost.once', { amount: amountFigure(context, once) })]),
    ...(yearly === null ? [] : [t('report.cost.yearly', { amount: amountFigure(context, yearly) })]),
  ];
  return parts.length === 0 ? null : parts.join(' + ');
}

/** What it costs in a cell; that it is not costed, where an amount is still to be given. */
export function costInCell(context: DocumentContext, cost: OnceAndYearly & Pick<Cost, 'withoutAmount'>): string | null {
  const { t } = context;
  const amounts = amountsInCell(context, cost);
  if (amounts === null) return isWhollyCosted(cost) ? null : t('report.cost.notCosted');
  return isWhollyCosted(cost) ? amounts : t('report.cost.inPart', { cost: amounts });
}

/** What is still to be found, in a cell; null where that is nothing, and where it is the whole cost. */
export const toFindInCell = (
  context: DocumentContext,
  cost: Pick<Amounts, 'there' | 'toFindOnce' | 'toFindYearly'>,
): string | null => (cost.there === null ? null : amountsInCell(context, toFindOf(cost)));

/** The measures that are not wholly costed: how many, and their numbers in the list. */
export function openCosts({ report, number, localiser }: DocumentContext): { open: number; numbers: string } {
  const open = report.measures.flatMap(({ cost }, index) => (isWhollyCosted(cost) ? [] : [number(index + 1)]));
  return { open: open.length, numbers: localiser.list(open) };
}

/** What is there of a cost, and what of it is still to be found; null where nobody said that anything is there. */
export function thereWords(context: DocumentContext, cost: Amounts): string | null {
  if (cost.there === null) return null;
  const there = context.t('report.cost.there', { amount: amountWords(context, cost.there) });
  const toFind = costWords(context, toFindOf(cost));
  return toFind === null ? there : context.localiser.row([there, context.t('report.cost.toFind', { cost: toFind })]);
}

/** What all measures cost together, what of it is there, and which are not wholly costed; null where none has an amount. */
export function totalWords(context: DocumentContext): string | null {
  const { t, report } = context;
  const { costs } = report;
  const cost = costWords(context, costs);
  if (cost === null) return null;
  const { open, numbers } = openCosts(context);
  const there = thereWords(context, costs);
  return [
    t('report.cost.total', { cost, open }),
    ...(there === null ? [] : [there]),
    ...(open === 0 ? [] : [t('report.cost.notWhole', { open, numbers })]),
  ].join(t('report.separator'));
}

/** What the plan costs beside its measures, as an addition to their total; null where that is nothing. */
export function othersOnTopWords(context: DocumentContext): string | null {
  const cost = costWords(context, context.report.planCosts.others);
  return cost === null ? null : context.t('report.cost.othersOnTop', { cost });
}
