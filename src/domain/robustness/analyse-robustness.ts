import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Answers } from '../registers/answer.ts';
import type { Framework } from '../framework/framework.ts';
import { openCountedAs } from '../profile/open-answers.ts';
import { placeInBands } from '../scoring/assign-band.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import { evaluateTree } from '../scoring/evaluate-tree.ts';
import type { EvaluatedNode } from '../scoring/evaluated-node.ts';
import { SCORE_TOLERANCE } from '../round-half-up.ts';
import type { Mover } from './find-movers.ts';
import { findMovers } from './find-movers.ts';
import type { MethodVariant } from './method-variants.ts';
import { methodVariants } from './method-variants.ts';
import { percentile } from './percentile.ts';
import { simulateWeights } from './simulate-weights.ts';

const DEFAULT_SEED = 1;
const DEFAULT_DRAWS = 10_000;
const LOW_SHARE = 0.05;
const HIGH_SHARE = 0.95;

export interface RobustnessOptions {
  /** A whole number; the same one gives the same result on every machine. */
  readonly seed?: number;
  /** At least 1. */
  readonly draws?: number;
  /** Ids of indicators left out of this round. */
  readonly outOfScope?: ReadonlySet<string>;
  readonly engine?: Engine;
}

/** One domain under other weights. All but `movers` is null for a domain without a score. */
export interface DomainRobustness {
  readonly id: string;
  /** 5th and 95th percentile of its score (0-100) over the draws. */
  readonly low: number | null;
  readonly high: number | null;
  /** Share of draws in its own band, 0-1; null where it has none. */
  readonly bandShare: number | null;
  /** Share of draws in which it alone has most room for development, 0-1; null where nothing can be compared. */
  readonly lowestShare: number | null;
  /** The three indicators that change it most when left out. */
  readonly movers: readonly Mover[];
}

export interface Robustness {
  readonly seed: number;
  readonly draws: number;
  readonly domains: readonly DomainRobustness[];
  readonly variants: readonly MethodVariant[];
}

interface Simulated {
  readonly domain: EvaluatedNode;
  /** Null without a score, or where a draw has none. */
  readonly scores: Float64Array | null;
}

/** Share of draws within the domain's own band: from its edge up to the next one, with the tolerance of every band. */
function bandShareOf({ method, outcomes }: EvaluatedNode, scores: Float64Array): number | null {
  const { band } = placeInBands(method, outcomes);
  if (band === null) return null;
  // The letter of a table is its band, and no weight changes it.
  if (outcomes.score.result !== null) return 1;
  const place = method.bands.findIndex(({ id }) => id === band);
  const from = (method.bands[place]?.from ?? -Infinity) - SCORE_TOLERANCE;
  const to = (method.bands[place + 1]?.from ?? Infinity) - SCORE_TOLERANCE;
  return scores.filter((score) => score >= from && score < to).length / scores.length;
}

/** In how many draws each domain alone has the lowest score; a tie is nobody's. */
function countLowest(simulated: readonly { readonly id: string; readonly scores: Float64Array }[], draws: number) {
  const counts = new Map(simulated.map(({ id }) => [id, 0]));
  for (let draw = 0; draw < draws; draw += 1) {
    let lowest = Infinity;
    let owner: string | null = null;
    for (const { id, scores } of simulated) {
      const score = scores[draw] as number;
      if (score < lowest - SCORE_TOLERANCE) {
        lowest = score;
        owner = id;
      } else if (score <= lowest + SCORE_TOLERANCE) owner = null;
    }
    if (owner !== null) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

/** Null as for the domain that the report names: fewer than two scores, or open answers that the method counts. */
function lowestShares(simulated: readonly Simulated[], draws: number): ReadonlyMap<string, number> | null {
  if (simulated.some(({ domain }) => openCountedAs(domain) !== null)) return null;
  const scored = simulated.flatMap(({ domain, scores }) => (scores === null ? [] : [{ id: domain.id, scores }]));
  if (scored.length < 2) return null;
  return new Map([...countLowest(scored, draws)].map(([id, count]) => [id, count / draws]));
}

function describeDomain(
  { domain, scores }: Simulated,
  lowest: ReadonlyMap<string, number> | null,
  engine: Engine,
): DomainRobustness {
  const { id, outcomes } = domain;
  const score = outcomes.score.value;
  const movers = score === null ? [] : findMovers(domain, score, engine);
  if (scores === null) return { id, low: null, high: null, bandShare: null, lowestShare: null, movers };
  const rising = scores.slice().sort();
  return {
    id,
    low: percentile(rising, LOW_SHARE),
    high: percentile(rising, HIGH_SHARE),
    bandShare: bandShareOf(domain, scores),
    lowestShare: lowest?.get(id) ?? null,
    movers,
  };
}

/**
 * Does the conclusion hold under other weights and other methods? In every node that weighs its children their weights are
 * drawn from a Dirichlet distribution around those of the framework; every domain has a stream of random numbers of its
 * own, so that its interval depends on its own answers only. Yields the share done, 0-1, and returns the whole.
 * docs/methodology.md section 11; OECD/JRC, Handbook on constructing composite indicators (2008), step 7.
 */
export function* robustnessInSteps(
  framework: Framework,
  answers: Answers,
  options: RobustnessOptions = {},
): Generator<number, Robustness> {
  const {
    seed = DEFAULT_SEED,
    draws = DEFAULT_DRAWS,
    outOfScope = new Set<string>(),
    engine = PRESENT_ENGINE,
  } = options;
  const root = evaluateTree(framework, answers, { outOfScope, engine });
  const stream = xoroshiro128plus(seed);
  const simulated: Simulated[] = [];
  for (const [index, domain] of root.children.entries()) {
    stream.jump();
    const score = domain.outcomes.score.value;
    if (score === null) {
      simulated.push({ domain, scores: null });
      continue;
    }
    const run = simulateWeights(domain, score, draws, stream.clone());
    let step = run.next();
    while (step.done !== true) {
      yield (index + step.value / draws) / root.children.length;
      step = run.next();
    }
    simulated.push({ domain, scores: step.value.some(Number.isNaN) ? null : step.value });
  }
  const lowest = lowestShares(simulated, draws);
  return {
    seed,
    draws,
    domains: simulated.map((one) => describeDomain(one, lowest, engine)),
    variants: methodVariants(framework, answers, root, { outOfScope, engine }),
  };
}

/** The same at once. */
export function analyseRobustness(framework: Framework, answers: Answers, options: RobustnessOptions = {}): Robustness {
  const run = robustnessInSteps(framework, answers, options);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}
