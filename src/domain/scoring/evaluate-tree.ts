import type { Answers } from '../registers/answer.ts';
import type { DomainStructure, IndicatorStructure, Method } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { effectiveMethod } from '../framework/effective-method.ts';
import type { Engine } from './engine.ts';
import { evaluateBranch, evaluateLeaf } from './evaluate-node.ts';
import type { EvaluatedNode } from './evaluated-node.ts';

export type { EvaluatedNode };

export interface ScoreOptions {
  /** Ids of indicators left out of this round: not in `total`, not in any score. */
  readonly outOfScope?: ReadonlySet<string>;
  /** The present one unless another is asked for. */
  readonly engine?: Engine;
}

/** Evaluates one domain and all below it: its score does not depend on the other domains. docs/methodology.md section 2. */
export function evaluateDomain(
  framework: Framework,
  domain: DomainStructure,
  answers: Answers,
  options: ScoreOptions = {},
): EvaluatedNode {
  const isOut = ({ id }: IndicatorStructure) => options.outOfScope?.has(id) === true;
  const leaves = (indicators: readonly IndicatorStructure[], parent: string, method: Method) =>
    indicators.filter((one) => !isOut(one)).map((one) => evaluateLeaf(framework, one, parent, method, answers));
  const left = (indicators: readonly IndicatorStructure[]) => indicators.filter(isOut).map(({ id }) => id);

  const { engine } = options;
  const method = effectiveMethod(framework.structure.method, domain.method);
  const subdomains = (domain.subdomains ?? []).map((subdomain) => {
    const { id, indicators } = subdomain;
    const own = effectiveMethod(method, subdomain.method);
    const below = { children: leaves(indicators, id, own), outOfScope: left(indicators) };
    return evaluateBranch('subdomain', subdomain, domain.id, own, below, engine);
  });
  const direct = domain.indicators ?? [];
  const children = [...leaves(direct, domain.id, method), ...subdomains];
  return evaluateBranch('domain', domain, 'overall', method, { children, outOfScope: left(direct) }, engine);
}

/**
 * Evaluates every node of a framework for a set of answers: the one path all scores come by. Scores 0-100 or null; the
 * root is the overall node, whether or not the method shows it. docs/methodology.md sections 2 to 4.
 */
export function evaluateTree(framework: Framework, answers: Answers, options: ScoreOptions = {}): EvaluatedNode {
  const { domains, method } = framework.structure;
  const children = domains.map((domain) => evaluateDomain(framework, domain, answers, options));
  return evaluateBranch('overall', { id: 'overall' }, null, method, { children, outOfScope: [] }, options.engine);
}
