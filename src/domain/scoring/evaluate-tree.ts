import type { Answer, Answers } from '../registers/answer.ts';
import type { DomainStructure, IndicatorStructure, Method } from '../framework/framework-schema.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
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
function evaluateDomain(
  framework: Framework,
  domain: DomainStructure,
  answers: Answers,
  options: ScoreOptions,
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

/**
 * A node of that tree as it would be with another answer to one indicator below it, to the last digit: what is not on the
 * way to it is taken as it was evaluated. The same node where the indicator is not below it, or out of scope.
 */
export function evaluateWith(
  framework: Framework,
  node: EvaluatedNode,
  indicator: Indicator,
  answer: Answer,
  engine?: Engine,
): EvaluatedNode {
  const { id, kind, parent, method, outOfScope } = node;
  const onTheWay = { overall: null, domain: indicator.domain, subdomain: indicator.subdomain, indicator: indicator.id };
  const at = node.children.findIndex((child) => child.id === onTheWay[child.kind]);
  const child = node.children[at];
  if (kind === 'indicator' || child === undefined) return node;
  const changed =
    child.kind === 'indicator'
      ? evaluateLeaf(framework, indicator, id, method, new Map([[indicator.id, answer]]))
      : evaluateWith(framework, child, indicator, answer, engine);
  const children = node.children.map((one, index) => (index === at ? changed : one));
  return evaluateBranch(kind, node, parent, method, { children, outOfScope }, engine);
}
