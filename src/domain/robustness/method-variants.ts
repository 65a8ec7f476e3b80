import type { Answers } from '../registers/answer.ts';
import type { Method, MethodOverride } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { findMostRoom } from '../profile/most-room.ts';
import { openCountedAs } from '../profile/open-answers.ts';
import type { Contribution } from '../scoring/aggregate.ts';
import { usesWeights } from '../scoring/aggregate.ts';
import { placeInBands } from '../scoring/assign-band.ts';
import { combineContributions } from '../scoring/evaluate-node.ts';
import type { ScoreOptions } from '../scoring/evaluate-tree.ts';
import { evaluateTree } from '../scoring/evaluate-tree.ts';
import type { EvaluatedNode } from '../scoring/evaluated-node.ts';
import { contributionOf } from '../scoring/evaluated-node.ts';
import type { Basis, Outcome } from '../scoring/outcome.ts';
import { NO_OUTCOME } from '../scoring/outcome.ts';
import { roundHalfUp } from '../round-half-up.ts';
import { shownScore } from '../scoring/score-framework.ts';

/** What is varied, one at a time: the mean of the parts, or how open answers count. */
export const METHOD_VARIANTS = ['mean', 'geometric-mean', 'missing-exclude', 'missing-lowest'] as const;
export type MethodVariantId = (typeof METHOD_VARIANTS)[number];

export interface VariantDomain {
  readonly id: string;
  /** 0-100, or null as in every score. */
  readonly score: number | null;
  /** As displayed. */
  readonly shown: number | null;
  readonly band: string | null;
}

export interface MethodVariant {
  readonly id: MethodVariantId;
  /** Domain with most room for further development under this variant; null where none can be named. */
  readonly mostRoom: string | null;
  readonly domains: readonly VariantDomain[];
}

/** A geometric mean needs values above 0: scores move from 0-100 to 1-100 for it, and the result back. */
const LEAST_FOR_GEOMETRIC = 1;
const SHARE_FOR_GEOMETRIC = 0.99;

function geometricOutcome(node: EvaluatedNode, contributions: readonly Contribution[]): Outcome {
  const moved = contributions.map((one) => ({ ...one, value: LEAST_FOR_GEOMETRIC + SHARE_FOR_GEOMETRIC * one.value }));
  const method: Method = { ...node.method, aggregate: 'geometric-mean', rounding: {} };
  const { value } = combineContributions(node.kind, method, moved);
  if (value === null) return NO_OUTCOME;
  const unrounded = (value - LEAST_FOR_GEOMETRIC) / SHARE_FOR_GEOMETRIC;
  const decimals = node.method.rounding[node.kind];
  return { ...NO_OUTCOME, unrounded, value: decimals === undefined ? unrounded : roundHalfUp(unrounded, decimals) };
}

function meanOutcome(node: EvaluatedNode, contributions: readonly Contribution[]): Outcome {
  return combineContributions(node.kind, { ...node.method, aggregate: 'mean' }, contributions);
}

type Recombine = (node: EvaluatedNode, contributions: readonly Contribution[]) => Outcome;

/** The tree with every mean replaced; other aggregates, coverage and what is left out stay as they are. */
function recombine(node: EvaluatedNode, means: Recombine): EvaluatedNode {
  if (node.children.length === 0) return node;
  const children = node.children.map((child) => recombine(child, means));
  const outcomeOn = (basis: Basis): Outcome => {
    // What has too few answers has no score by any mean; a mean that is undefined may be defined by another.
    const withheld = basis === 'score' && node.outcomes.score.value === null && node.status !== 'undefined';
    const contributions = children.flatMap((child) => contributionOf(child, basis) ?? []);
    if (withheld || contributions.length === 0) return NO_OUTCOME;
    return usesWeights(node.method)
      ? means(node, contributions)
      : combineContributions(node.kind, node.method, contributions);
  };
  return {
    ...node,
    children,
    outcomes: { score: outcomeOn('score'), low: outcomeOn('low'), high: outcomeOn('high') },
  };
}

function withMissing(framework: Framework, missing: Method['missing']): Framework {
  const strip = <Node extends { readonly method?: MethodOverride | undefined }>(node: Node): Node =>
    node.method?.missing === undefined ? node : { ...node, method: { ...node.method, missing } };
  const { structure } = framework;
  const domains = structure.domains.map((domain) => {
    const { subdomains, indicators } = domain;
    return strip({
      ...domain,
      ...(subdomains === undefined
        ? {}
        : { subdomains: subdomains.map((one) => strip({ ...one, indicators: one.indicators.map(strip) })) }),
      ...(indicators === undefined ? {} : { indicators: indicators.map(strip) }),
    });
  });
  return { ...framework, structure: { ...structure, domains, method: { ...structure.method, missing } } };
}

function describe(id: MethodVariantId, domains: readonly EvaluatedNode[]): MethodVariant {
  const described = domains.map((node) => {
    const score = node.outcomes.score.value;
    return {
      id: node.id,
      score,
      shown: shownScore(score, node.kind),
      band: placeInBands(node.method, node.outcomes).band,
      // To count open answers is what this variant asks: what the method itself does not is no reason to be silent.
      openCountedAs: id === 'missing-lowest' ? null : openCountedAs(node),
    };
  });
  return {
    id,
    mostRoom: findMostRoom(described),
    domains: described.map(({ openCountedAs: _counted, ...domain }) => domain),
  };
}

/**
 * The domains under other methods, everything else equal: every mean of the method as an arithmetic or a geometric one,
 * and open answers left out or at their lowest level. The geometric mean is taken of 1 + 0.99 x score (COINr rescales to
 * 1-100 likewise) and moved back, so that equal parts keep their score and bands can be compared. `root` is the tree of
 * the framework as it is. docs/methodology.md section 11.
 */
export function methodVariants(
  framework: Framework,
  answers: Answers,
  root: EvaluatedNode,
  options: ScoreOptions = {},
): MethodVariant[] {
  const missing = (how: Method['missing']) => evaluateTree(withMissing(framework, how), answers, options).children;
  const domainsOf: Readonly<Record<MethodVariantId, () => readonly EvaluatedNode[]>> = {
    mean: () => root.children.map((domain) => recombine(domain, meanOutcome)),
    'geometric-mean': () => root.children.map((domain) => recombine(domain, geometricOutcome)),
    'missing-exclude': () => missing('exclude'),
    'missing-lowest': () => missing('lowest'),
  };
  return METHOD_VARIANTS.map((id) => describe(id, domainsOf[id]()));
}
