import type { Framework } from '../framework/framework.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import { withoutNoise } from '../without-noise.ts';
import type { Gap } from './find-gaps.ts';
import type { PriorityFormula, PriorityValues } from './priority-formulas.ts';
import { compareByFormula, PRIORITY_FORMULAS, priorityValues } from './priority-formulas.ts';

export interface Priority {
  /** From 1. */
  readonly rank: number;
  readonly gap: Gap;
  /** Why it was put first by hand; null where need decides. */
  readonly pinReason: string | null;
  /** What each formula gives, and the rank by it without pins, from 1; null where it cannot be computed. */
  readonly values: PriorityValues;
  readonly ranks: PriorityValues;
  /** In the top ten by every formula; null while one of them cannot be computed. */
  readonly robust: boolean | null;
}

/** "Robust" is what stays among so many first, whatever the formula. */
const ROBUST_RANKS = 10;

/** Ranks from 1 by one formula, of the gaps that it can be computed for. */
function ranksBy(framework: Framework, gaps: readonly Gap[], formula: PriorityFormula): ReadonlyMap<string, number> {
  const ranked = gaps
    .filter((gap) => priorityValues(framework, gap)[formula] !== null)
    .sort(compareByFormula(framework, formula));
  return new Map(ranked.map(({ id }, index) => [id, index + 1]));
}

function robustAt(ranks: PriorityValues): boolean | null {
  const all = Object.values(ranks);
  return all.some((rank) => rank === null) ? null : all.every((rank) => rank !== null && rank <= ROBUST_RANKS);
}

function valuesOf(values: PriorityValues, engine: Engine): PriorityValues {
  if (engine === 1) return values;
  const { need, product, weightedSum } = values;
  const clean = (value: number | null) => (value === null ? null : withoutNoise(value));
  return { need: clean(need), product: clean(product), weightedSum: clean(weightedSum) };
}

/**
 * Gaps in the order of need: pins with their reason first, then the greater need; ties by higher ease (none is last),
 * lower current level, framework order. Left out: what has nothing to close (gap 0 or no target), and without a pin
 * what has no need yet because nobody gave an impact. `pins` are reasons by indicator id. Beside the rank stands what two
 * other formulas say. docs/methodology.md section 6.
 */
export function rankPriorities(
  framework: Framework,
  gaps: readonly Gap[],
  pins: ReadonlyMap<string, string> = new Map(),
  engine: Engine = PRESENT_ENGINE,
): Priority[] {
  const candidates = gaps.filter(({ id, gap, need }) => gap !== null && gap > 0 && (need !== null || pins.has(id)));
  const byNeed = compareByFormula(framework, 'need');
  const ranks = PRIORITY_FORMULAS.map((formula) => [formula, ranksBy(framework, candidates, formula)] as const);
  const ranksOf = ({ id }: Gap) =>
    Object.fromEntries(ranks.map(([formula, rank]) => [formula, rank.get(id) ?? null])) as unknown as PriorityValues;
  return [...candidates]
    .sort((a, b) => Number(pins.has(b.id)) - Number(pins.has(a.id)) || byNeed(a, b))
    .map((gap, index) => ({
      rank: index + 1,
      gap,
      pinReason: pins.get(gap.id) ?? null,
      values: valuesOf(priorityValues(framework, gap), engine),
      ranks: ranksOf(gap),
      robust: robustAt(ranksOf(gap)),
    }));
}
