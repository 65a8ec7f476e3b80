import type { Action } from '../registers/assessment-state.ts';
import { withoutNoise } from '../without-noise.ts';
import type { Cost, ListedMeasure } from './list-measures.ts';
import { isCosted } from './is-costed.ts';
import { costOfActions, sumOf } from './list-measures.ts';

/** What the whole plan costs, by who pays and when: measures, and the actions that stand in none. */
export interface PlanCosts {
  readonly total: Cost;
  /** Of the actions that stand in no measure. */
  readonly others: Cost;
  /** One for each lead, in the order of the plan; null for what nobody leads. */
  readonly byLead: readonly (Cost & { readonly lead: string | null })[];
  /** In the order of the years, what has no date last. */
  readonly byYear: readonly { readonly year: number | null; readonly amount: number }[];
}

/** What has an amount, or should have one: an action, or a measure that is costed as a whole. */
interface Costed extends Cost {
  readonly lead: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

const blank = (text: string | null | undefined) => (text === undefined || text?.trim() === '' ? null : text);

const ofAction = (action: Action): Costed => ({
  ...costOfActions([action]),
  lead: blank(action.lead),
  start: action.start ?? null,
  end: action.end ?? null,
});

/** The actions of a measure where one of them has an amount; else the measure as a whole. */
function costedOf({ lead, cost, end }: ListedMeasure, actions: readonly Action[]): Costed[] {
  if (actions.some(isCosted)) return actions.map(ofAction);
  const starts = actions.flatMap(({ start }) => start ?? []).sort();
  const led = blank(lead) ?? actions.flatMap((action) => blank(action.lead) ?? [])[0] ?? null;
  return [{ ...cost, lead: led, start: starts[0] ?? null, end }];
}

const sumUp = (items: readonly Costed[]): Cost => ({
  once: sumOf(items.map(({ once }) => once)),
  yearly: sumOf(items.map(({ yearly }) => yearly)),
  there: sumOf(items.map(({ there }) => there)),
  toFindOnce: sumOf(items.map(({ toFindOnce }) => toFindOnce)),
  toFindYearly: sumOf(items.map(({ toFindYearly }) => toFindYearly)),
  withoutAmount: items.reduce((sum, { withoutAmount }) => sum + withoutAmount, 0),
});

const yearOf = (date: string | null): number | null => {
  const year = Number(date?.slice(0, 4) ?? Number.NaN);
  return Number.isInteger(year) ? year : null;
};

/** What an item needs in each year: once when it begins, yearly in every calendar year that it touches. */
function needsByYear({ start, end, once, yearly }: Costed): (readonly [year: number | null, amount: number])[] {
  const first = yearOf(start) ?? yearOf(end);
  const last = Math.max(first ?? 0, yearOf(end) ?? first ?? 0);
  const years = first === null ? [null] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [
    ...(once === null ? [] : [[first, once] as const]),
    ...(yearly === null ? [] : years.map((year) => [year, yearly] as const)),
  ];
}

function byYearOf(items: readonly Costed[]): PlanCosts['byYear'] {
  const sums = new Map<number | null, number>();
  for (const [year, amount] of items.flatMap(needsByYear)) sums.set(year, (sums.get(year) ?? 0) + amount);
  return [...sums]
    .sort(([one], [other]) => (one ?? Infinity) - (other ?? Infinity))
    .map(([year, amount]) => ({ year, amount: withoutNoise(amount) }));
}

/**
 * What the plan costs in all, by lead and by year, in the one currency of the assessment. Every action counts once.
 * docs/methodology.md section 6.
 */
export function planCosts(measures: readonly ListedMeasure[], plan: readonly Action[]): PlanCosts {
  const inMeasures = new Set(measures.flatMap(({ actions }) => actions));
  const others = plan.filter(({ id }) => !inMeasures.has(id));
  const items = [
    ...measures.flatMap((measure) =>
      costedOf(
        measure,
        plan.filter(({ id }) => measure.actions.includes(id)),
      ),
    ),
    ...others.map(ofAction),
  ];
  const isOfWeight = ({ once, yearly, there, withoutAmount }: Cost) =>
    once !== null || yearly !== null || there !== null || withoutAmount > 0;
  // Whoever leads nothing but what is done and cost nothing has no line.
  const leads = [...new Set(items.filter(isOfWeight).map(({ lead }) => lead))];
  const named = [...leads.filter((lead) => lead !== null), ...leads.filter((lead) => lead === null)];
  return {
    total: sumUp(items),
    others: costOfActions(others),
    byLead: named.map((lead) => ({ lead, ...sumUp(items.filter((item) => item.lead === lead)) })),
    byYear: byYearOf(items),
  };
}
