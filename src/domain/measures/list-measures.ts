import { inOrder, listActions } from '../assessment/list-actions.ts';
import type { Gap } from '../gaps/find-gaps.ts';
import type { Priority } from '../gaps/rank-priorities.ts';
import type { Action, AssessmentState, Measure } from '../registers/assessment-state.ts';
import { withoutNoise } from '../without-noise.ts';
import type { Costed } from './is-costed.ts';
import { isCosted } from './is-costed.ts';

/** Amounts in the one currency of the assessment; null where nobody gave one. */
export interface Amounts {
  readonly once: number | null;
  readonly yearly: number | null;
  /** How much of them is there already. */
  readonly there: number | null;
  /** What of them is still to be found: what is there counts against what is paid once, the rest against a year. */
  readonly toFindOnce: number | null;
  readonly toFindYearly: number | null;
}

export interface Cost extends Amounts {
  /** Of the actions that it is the sum of, or of the measure itself, how many are still to get an amount. */
  readonly withoutAmount: number;
}

export interface TotalCost extends Amounts {
  /** Measures that are still to get any amount, and those that have one for a part of their actions only. */
  readonly withoutAmount: number;
  readonly inPart: number;
}

/** What is to be done about one or more gaps. */
export interface ListedMeasure {
  /** That of the measure, or of the indicator whose gap is read as one. */
  readonly id: string;
  /** Somebody wrote it; false for a ranked gap that is read as a measure. */
  readonly written: boolean;
  /** Null: it is called after its first indicator. */
  readonly title: string | null;
  /** Ids, the first gap first; those in scope. */
  readonly indicators: readonly string[];
  readonly lead: string | null;
  readonly partners: readonly string[];
  readonly responsible: string | null;
  /** Ids of its actions, in the order of the plan. An action stands in the first measure that it works for. */
  readonly actions: readonly string[];
  /** Level ids of its first gap that is open; null without one. */
  readonly level: string | null;
  readonly target: string | null;
  /** The last end of its actions; null while one of them has none, and without actions. */
  readonly end: string | null;
  readonly cost: Cost;
}

export interface ListedMeasures {
  readonly measures: readonly ListedMeasure[];
  /** Ids of priorities that stand in no measure, in their order. */
  readonly furtherPriorities: readonly string[];
}

/** While nobody wrote a measure, so many priorities are read as measures: what fits the page for the minister. */
export const READ_AS_MEASURES = 8;

/** The sum of those that are given; null where none is. */
export function sumOf(amounts: readonly (number | null | undefined)[]): number | null {
  const given = amounts.filter((amount) => amount !== undefined && amount !== null);
  return given.length === 0 ? null : withoutNoise(given.reduce((sum, amount) => sum + amount, 0));
}

/** An amount without what is there of it; null where there is no amount. */
const without = (amount: number | null | undefined, there: number) =>
  amount === undefined || amount === null ? null : withoutNoise(Math.max(0, amount - there));

interface Given {
  readonly costOnce?: number | null;
  readonly costYearly?: number | null;
  readonly costThere?: number | null;
}

/** What of the amounts of one action is still to be found, once and a year: null where there is no such amount. */
export function toFind({ costOnce, costYearly, costThere }: Given): Pick<Amounts, 'toFindOnce' | 'toFindYearly'> {
  const there = costThere ?? 0;
  const left = Math.max(0, there - (costOnce ?? 0));
  return { toFindOnce: without(costOnce, there), toFindYearly: without(costYearly, left) };
}

type Counted = Costed & Pick<Action, 'status' | 'costThere'>;

/** What is done without an amount gets none any more: nobody is asked for it. */
const lacksAmount = (one: Counted) => !isCosted(one) && one.status !== 'done';

/** What actions cost together, or `counted` in their place. */
export function costOfActions(actions: readonly Action[], counted: readonly Counted[] = actions): Cost {
  const open = counted.map(toFind);
  return {
    once: sumOf(counted.map(({ costOnce }) => costOnce)),
    yearly: sumOf(counted.map(({ costYearly }) => costYearly)),
    there: sumOf(actions.map(({ costThere }) => costThere)),
    toFindOnce: sumOf(open.map(({ toFindOnce }) => toFindOnce)),
    toFindYearly: sumOf(open.map(({ toFindYearly }) => toFindYearly)),
    withoutAmount: counted.filter(lacksAmount).length,
  };
}

/** The sum of the actions' amounts; its own stand only while none of them has one, or it would be counted twice. */
function costOf({ costOnce, costYearly }: Measure, actions: readonly Action[]): Cost {
  if (actions.some(isCosted)) return costOfActions(actions);
  const isDone = actions.length > 0 && actions.every(({ status }) => status === 'done');
  const costThere = sumOf(actions.map((action) => action.costThere)) ?? 0;
  const given = {
    ...(costOnce === undefined ? {} : { costOnce }),
    ...(costYearly === undefined ? {} : { costYearly }),
  };
  return costOfActions(actions, [{ ...given, costThere, ...(isDone ? { status: 'done' } : {}) }]);
}

const hasNone = ({ once, yearly }: Pick<Cost, 'once' | 'yearly'>) => once === null && yearly === null;

/** Whether nothing of it lacks an amount. */
export const isWhollyCosted = ({ withoutAmount }: Pick<Cost, 'withoutAmount'>): boolean => withoutAmount === 0;

/** What measures cost together. An action stands in one measure only, so that nothing is counted twice. */
export function totalCost(measures: readonly Pick<ListedMeasure, 'cost'>[]): TotalCost {
  const costs = measures.map(({ cost }) => cost);
  return {
    once: sumOf(costs.map(({ once }) => once)),
    yearly: sumOf(costs.map(({ yearly }) => yearly)),
    there: sumOf(costs.map(({ there }) => there)),
    toFindOnce: sumOf(costs.map(({ toFindOnce }) => toFindOnce)),
    toFindYearly: sumOf(costs.map(({ toFindYearly }) => toFindYearly)),
    withoutAmount: costs.filter((cost) => hasNone(cost) && !isWhollyCosted(cost)).length,
    inPart: costs.filter((cost) => !hasNone(cost) && !isWhollyCosted(cost)).length,
  };
}

/** The last day on which one of the actions ends (ISO 8601): null while one of them has none, and without actions. */
export function lastEnd(actions: readonly { readonly end?: string | null }[]): string | null {
  const ends = actions.map(({ end }) => end ?? null);
  return ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last), ends[0] ?? null);
}

/** Measures that somebody wrote, in order: those with a title, or with an indicator in scope. */
function writtenMeasures(state: AssessmentState, isInScope: (indicator: string) => boolean): Measure[] {
  return inOrder(state.measures.values()).filter(
    ({ title = '', indicators = [] }) => title.trim() !== '' || indicators.some(isInScope),
  );
}

/**
 * The measures of an assessment, and the priorities that stand in none. While nobody wrote one, the first eight priorities
 * are read as measures, the rest as ranked gaps. `gaps` are those of the indicators in scope, `priorities` as
 * `keptPriorities` ranks them. docs/methodology.md section 6.
 */
export function listMeasures(
  state: AssessmentState,
  gaps: readonly Gap[],
  priorities: readonly Priority[],
): ListedMeasures {
  const gapOf = new Map(gaps.map((gap) => [gap.id, gap]));
  const ranked = priorities.map(({ gap }) => gap.id);
  const isInScope = (id: string) => gapOf.has(id);
  const written = writtenMeasures(state, isInScope);
  const isWritten = written.length > 0;
  const listed: readonly Measure[] = isWritten
    ? written
    : ranked.slice(0, READ_AS_MEASURES).map((id) => ({ id, indicators: [id] }));
  let left = listActions(state);
  const measures = listed.map((measure): ListedMeasure => {
    const indicators = [...new Set(measure.indicators ?? [])].filter(isInScope);
    const isOwn = (action: Action) => (action.indicators ?? []).some((id) => indicators.includes(id));
    const actions = left.filter(isOwn);
    left = left.filter((action) => !isOwn(action));
    const open = indicators.flatMap((id) => gapOf.get(id) ?? []).find(({ gap }) => gap !== null && gap > 0);
    const { id, title = '', lead = null, partners = [], responsible = null } = measure;
    return {
      id,
      written: isWritten,
      title: title.trim() === '' ? null : title,
      indicators,
      lead,
      partners,
      responsible,
      actions: actions.map((action) => action.id),
      level: open?.level ?? null,
      target: open?.target ?? null,
      end: lastEnd(actions),
      cost: costOf(measure, actions),
    };
  });
  const inMeasures = new Set(measures.flatMap(({ indicators }) => indicators));
  return { measures, furtherPriorities: ranked.filter((id) => !inMeasures.has(id)) };
}
