import type { Aggregate, Method } from '../../domain/framework/framework-schema.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { effectiveMethod } from '../../domain/framework/effective-method.ts';
import type { Engine } from '../../domain/scoring/engine.ts';

/** Ways to combine scores that a cell can recompute from the cells of the children; the others are said in words. */
const EXPRESSED: ReadonlySet<Aggregate> = new Set(['mean', 'minimum']);

/** Slack of rounding and of the least coverage, as in the engine (docs/methodology.md section 3). */
const SLACK = '0.000000001';

/** The method in force at the whole, and at each domain, sub-domain and indicator by id. */
export function methodsOf({ structure }: Framework): { whole: Method; byId: ReadonlyMap<string, Method> } {
  const byId = new Map<string, Method>();
  for (const domain of structure.domains) {
    const ofDomain = effectiveMethod(structure.method, domain.method);
    byId.set(domain.id, ofDomain);
    for (const indicator of domain.indicators ?? []) {
      byId.set(indicator.id, effectiveMethod(ofDomain, indicator.method));
    }
    for (const subdomain of domain.subdomains ?? []) {
      const ofSubdomain = effectiveMethod(ofDomain, subdomain.method);
      byId.set(subdomain.id, ofSubdomain);
      for (const indicator of subdomain.indicators) {
        byId.set(indicator.id, effectiveMethod(ofSubdomain, indicator.method));
      }
    }
  }
  return { whole: structure.method, byId };
}

function rounded(expression: string, decimals: number | undefined): string {
  if (decimals === undefined) return expression;
  const factor = 10 ** decimals;
  return `FLOOR((${expression})*${factor}+0.5+${SLACK},1)/${factor}`;
}

/** 100 x points / greatest points, from the cells of the answer; empty where the answer is left out. */
export function indicatorFormula(points: string, greatest: string, method: Method): string {
  return `IF(ISNUMBER(${points}),${rounded(`100*${points}/${greatest}`, method.rounding.indicator)},"")`;
}

/** Whether the score of a node with this method can be recomputed in a cell. */
export function isExpressed({ aggregate }: Method): boolean {
  return EXPRESSED.has(aggregate);
}

export interface NodeCells {
  readonly kind: 'overall' | 'domain' | 'subdomain';
  /** Ranges of the children's scores and weights, one under the other. */
  readonly scores: string;
  readonly weights: string;
  readonly answered: string;
  readonly applicable: string;
}

/** The score of a node from the cells of its children; empty below the least coverage, or with nothing to combine. */
export function nodeFormula(
  { kind, scores, weights, answered, applicable }: NodeCells,
  method: Method,
  engine: Engine,
): string {
  const counted = `SUMPRODUCT(ISNUMBER(${scores})*${weights})`;
  const combined = method.aggregate === 'minimum' ? `MIN(${scores})` : `SUMPRODUCT(${weights},${scores})/${counted}`;
  const tooFew = `${answered}<${method.minimumCoverage}*${applicable}-${SLACK}`;
  // From engine 2 on, where not applicable counts as 0, a node in which nothing applies comes to 0.
  const nothing = engine === 1 ? `${applicable}=0,` : '';
  return `IF(OR(${nothing}${tooFew},${counted}=0),"",${rounded(combined, method.rounding[kind])})`;
}

/** Whether value and check agree, in words; both empty agree. */
export function agreementFormula(value: string, check: string, words: { equal: string; differs: string }): string {
  const [equal, differs] = [words.equal, words.differs].map((word) => `"${word.replaceAll('"', '""')}"`);
  const close = `IF(ABS(${value}-${check})<0.000001,${equal},${differs})`;
  return `IF(ISNUMBER(${value}),IF(ISNUMBER(${check}),${close},${differs}),IF(ISNUMBER(${check}),${differs},${equal}))`;
}
