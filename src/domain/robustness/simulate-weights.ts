import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { EvaluatedNode } from '../scoring/evaluated-node.ts';
import { gammaDraws } from './gamma-draws.ts';
import { compileWeightProgram } from './weight-program.ts';

/** Weights drawn between two steps: some ten milliseconds, so that whoever counts along can stop. */
const WEIGHTS_PER_STEP = 100_000;

/**
 * Scores of a domain (0-100, NaN where the method has none) under weights drawn anew, one a draw. Yields the number of draws
 * done so far. docs/methodology.md section 11.
 */
export function* simulateWeights(
  domain: EvaluatedNode,
  score: number,
  draws: number,
  generator: RandomGenerator,
): Generator<number, Float64Array> {
  const scores = new Float64Array(draws).fill(score);
  const program = compileWeightProgram(domain, score);
  if (program.partCount === 0) return scores;
  const gamma = gammaDraws(generator);
  const step = Math.max(1, Math.floor(WEIGHTS_PER_STEP / program.partCount));
  for (let start = 0; start < draws; start += step) {
    const end = Math.min(draws, start + step);
    for (let draw = start; draw < end; draw += 1) scores[draw] = program.run(gamma);
    yield end;
  }
  return scores;
}
