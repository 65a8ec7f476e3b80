import type { Framework } from '../framework/framework.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import { withoutNoise } from '../without-noise.ts';
import type { Gap } from './find-gaps.ts';
import type { PriorityRanks, PriorityRule, PriorityValues } from './priority-formulas.ts';
import { compareByRule, priorityValues, ruleInForce, valueByRule } from './priority-formulas.ts';

export interface Priority {
  /** From 1. */
  readonly rank: number;
  readonly gap: Gap;
  /** Why it was put first by hand; null where the rule decides. */
  readonly pinReason: string | null;
  /** What each formula gives; null where it cannot be computed. */
  readonly values: PriorityValues;
  /** Ranks among all ranked gaps without pins, from 1; null where the value is not known. */
  readonly ranks: PriorityRanks;
  /** In the top ten by the rule in force, the product and the weighted sum; null while one of them is not known. */
  readonly robust: boolean | null;
}

/** "Robust" is what stays among so many first, whatever the formula. */
const ROBUST_RANKS = 10;

/** Ranks from 1 by one rule, of the gaps whose value is known. */
function ranksBy(framework: Framework, gaps: readonly Gap[], rule: PriorityRule): ReadonlyMap<string, number> {
  const ranked = gaps.filter((gap) => valueByRule(framework, gap, rule) !== null).sort(compareByRule(framework, rule));
  return new Map(ranked.map(({ id }, index) => [id, index + 1]));
}

function robustAt(ranks: PriorityRanks, engine: Engine): boolean | null {
  const compared = [ranks[ruleInForce(engine)] ?? null, ranks.product, ranks.weightedSum];
  if (compared.includes(null)) return null;
  return compared.every((rank) => rank !== null && rank <= ROBUST_RANKS);
}

function valuesOf(values: PriorityValues, engine: Engine): PriorityValues {
  if (engine === 1) return values;
  const { need, product, weightedSum } = values;
  const clean = (value: number | null) => (value === null ? null : withoutNoise(value));
  return { need: clean(need), product: clean(product), weightedSum: clean(weightedSum) };
}

/**
 * Of ranked gaps those that are priorities, ranked anew from 1: the kept ones, and every one where none is kept. `kept` are
 * ids of indicators. Engine 1 knew no mark. docs/methodology.md section 6.
 */
export function keptPriorities(
  ranked: readonly Priority[],
  kept: ReadonlySet<string>,
  engine: Engine = PRESENT_ENGINE,
): readonly Priority[] {
  if (kept.size === 0 || engine === 1) return ranked;
  return ranked.filter(({ gap }) => kept.has(gap.id)).map((one, index) => ({ ...one, rank: index + 1 }));
}

/**
 * Gaps in the order of priority: pins with their reason first, then greater impact, more steps, greater ease (none is
 * last), lower current level, framework order; engine 1 ranked by need first. Left out: what has nothing to close (gap 0 or
 * no target), and without a pin what nobody gave an impact. `pins` are reasons by indicator id. Beside the rank stands what
 * other formulas say. docs/methodology.md section 6.
 */
export function rankPriorities(
  framework: Framework,
  gaps: readonly Gap[],
  pins: ReadonlyMap<string, string> = new Map(),
  engine: Engine = PRESENT_ENGINE,
): Priority[] {
  const candidates = gaps.filter(({ id, gap, need }) => gap !== null && gap > 0 && (need !== null || pins.has(id)));
  const rule = ruleInForce(engine);
  const by = {
    need: ranksBy(framework, candidates, 'need'),
    product: ranksBy(framework, candidates, 'product'),
    weightedSum: ranksBy(framework, candidates, 'weightedSum'),
  };
  const byImpact = rule === 'impact' ? ranksBy(framework, candidates, rule) : null;
  const ranksOf = ({ id }: Gap): PriorityRanks => ({
    ...(byImpact === null ? {} : { impact: byImpact.get(id) ?? null }),
    need: by.need.get(id) ?? null,
    product: by.product.get(id) ?? null,
    weightedSum: by.weightedSum.get(id) ?? null,
  });
  const byRule = compareByRule(framework, rule);
  return [...candidates]
    .sort((a, b) => Number(pins.has(b.id)) - Number(pins.has(a.id)) || byRule(a, b))
    .map((gap, index) => {
      const ranks = ranksOf(gap);
      return {
        rank: index + 1,
        gap,
        pinReason: pins.get(gap.id) ?? null,
        values: valuesOf(priorityValues(framework, gap), engine),
        ranks,
        robust: robustAt(ranks, engine),
      };
    });
}
