import type { EvaluatedNode } from '../scoring/evaluated-node.ts';
import { contributionOf } from '../scoring/evaluated-node.ts';
import { usesWeights } from '../scoring/aggregate.ts';
import { roundHalfUp } from '../round-half-up.ts';
import { weakestLinkPlus } from '../scoring/weakest-link-plus.ts';
import { exponential, naturalLogarithm } from './elementary-functions.ts';
import type { GammaDraws } from './gamma-draws.ts';

/** A part of a node: where its value stands, and what its weight is drawn from. */
interface Part {
  readonly slot: number;
  readonly shape: number;
  readonly step: number;
}

interface Step {
  readonly node: EvaluatedNode;
  readonly parts: readonly Part[];
}

/**
 * A domain flattened for many evaluations: values lie in one array, first what does not depend on weights, and every node
 * that does has the parts from `firstPart[n]` to `firstPart[n + 1]`. Children stand before their parents.
 */
export interface WeightProgram {
  /** The score before any draw, 0-100; what a domain without a step comes to in every draw. */
  readonly score: number;
  readonly partCount: number;
  /** Score of the domain (0-100) under weights drawn anew; NaN where the method has none for them. */
  run(gamma: GammaDraws): number;
}

/** Dirichlet shapes n x w / sum w: expected weights are those of the framework, and their spread that of n equal ones. */
function shapesOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weights.length * weight) / total);
}

class Compilation {
  readonly constants: number[] = [];
  readonly steps: Step[] = [];

  /** The slot of a node's value: of a constant as a negative number, counted from -1; of a step as its position. */
  slotOf(node: EvaluatedNode, value: number): number {
    const children = node.children.flatMap((child) => {
      const counted = contributionOf(child, 'score');
      return counted === null ? [] : [{ ...counted, slot: this.slotOf(child, counted.value) }];
    });
    const first = children[0];
    const differ = children.some((child) => child.value !== first?.value);
    const varies = children.some(({ slot }) => slot >= 0) || (usesWeights(node.method) && differ);
    if (!varies) return -this.constants.push(value);
    const shapes = shapesOf(children.map(({ weight }) => weight));
    const parts = children.map(({ slot, step }, index) => ({ slot, step, shape: shapes[index] ?? 1 }));
    return this.steps.push({ node, parts }) - 1;
  }
}

type Combine = (start: number, end: number, gamma: GammaDraws) => number;

/**
 * Flattens a domain that has a score. Within a node the weights of the children that count are drawn; rounding and
 * aggregates are those of the method; what the weights cannot change is computed once. docs/methodology.md section 11.
 */
export function compileWeightProgram(domain: EvaluatedNode, score: number): WeightProgram {
  const compilation = new Compilation();
  compilation.slotOf(domain, score);
  const { constants, steps } = compilation;
  const parts = steps.flatMap((step) => step.parts);
  const values = new Float64Array(constants.length + steps.length);
  values.set(constants);
  const place = (slot: number) => (slot < 0 ? -slot - 1 : constants.length + slot);
  const slots = Int32Array.from(parts, ({ slot }) => place(slot));
  const shapes = Float64Array.from(parts, ({ shape }) => shape);
  const firstPart = new Int32Array(steps.length + 1);
  steps.forEach((step, index) => (firstPart[index + 1] = (firstPart[index] ?? 0) + step.parts.length));

  const at = (part: number): number => values[slots[part] as number] as number;
  const weigh =
    (transform: (value: number) => number, inverse: (value: number) => number): Combine =>
    (start, end, gamma) => {
      let sum = 0;
      let total = 0;
      for (let part = start; part < end; part += 1) {
        const weight = gamma.draw(shapes[part] as number);
        sum += weight * transform(at(part));
        total += weight;
      }
      return inverse(sum / total);
    };
  const positive = (transform: (value: number) => number) => (value: number) => (value <= 0 ? NaN : transform(value));
  const reciprocal = (value: number) => 1 / value;
  const mean: Combine = (start, end, gamma) => {
    let sum = 0;
    let total = 0;
    for (let part = start; part < end; part += 1) {
      const weight = gamma.draw(shapes[part] as number);
      sum += weight * (values[slots[part] as number] as number);
      total += weight;
    }
    return sum / total;
  };
  const minimum: Combine = (start, end) => {
    let least = Infinity;
    for (let part = start; part < end; part += 1) least = Math.min(least, at(part));
    return least;
  };
  const weakest: Combine = (start, end) =>
    weakestLinkPlus(parts.slice(start, end).map(({ step }, index) => ({ value: at(start + index), step })));

  function combineOf({ method }: EvaluatedNode): Combine {
    switch (method.aggregate) {
      case 'mean':
        return mean;
      case 'geometric-mean':
        return weigh(positive(naturalLogarithm), exponential);
      case 'harmonic-mean':
        return weigh(positive(reciprocal), reciprocal);
      case 'minimum':
        return minimum;
      case 'weakest-link-plus':
        return weakest;
      case 'table':
      case 'sum-capped':
      case 'none':
        // They work on points, which no weight changes.
        return () => NaN;
    }
  }
  const combines = steps.map(({ node }) => combineOf(node));
  const decimals = steps.map(({ node }) => node.method.rounding[node.kind]);

  return {
    score,
    partCount: parts.length,
    run(gamma) {
      let value = score;
      for (let step = 0; step < combines.length; step += 1) {
        const combine = combines[step] as Combine;
        value = combine(firstPart[step] as number, firstPart[step + 1] as number, gamma);
        const places = decimals[step];
        if (places !== undefined) value = roundHalfUp(value, places);
        values[constants.length + step] = value;
      }
      return value;
    },
  };
}
