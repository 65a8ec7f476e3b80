import type { ProblemPath } from '../problem.ts';
import { effectiveMethod } from './effective-method.ts';
import type { FrameworkStructure, Method, MethodOverride } from './framework-schema.ts';
import { locateIndicators } from './locate-indicators.ts';

/** The method that a node names, with its place, and the whole method that it comes to there. */
export interface PlacedMethod {
  readonly own: MethodOverride;
  readonly effective: Method;
  readonly path: ProblemPath;
  readonly kind: 'framework' | 'domain' | 'subdomain' | 'indicator';
}

/** Every method that framework.json names: that of the whole, then those of nodes as they stand in the file. */
export function listMethods(structure: FrameworkStructure): PlacedMethod[] {
  const { method } = structure;
  const inForce = new Map<string, Method>();
  const found: PlacedMethod[] = [{ own: method, effective: method, path: ['method'], kind: 'framework' }];
  const visit = (
    own: MethodOverride | undefined,
    inherited: Method,
    path: ProblemPath,
    kind: PlacedMethod['kind'],
  ): void => {
    const effective = effectiveMethod(inherited, own);
    inForce.set(path.join('.'), effective);
    if (own !== undefined) found.push({ own, effective, path: [...path, 'method'], kind });
  };
  structure.domains.forEach((domain, d) => {
    visit(domain.method, method, ['domains', d], 'domain');
    const inherited = effectiveMethod(method, domain.method);
    (domain.subdomains ?? []).forEach(({ method: own }, s) =>
      visit(own, inherited, ['domains', d, 'subdomains', s], 'subdomain'),
    );
  });
  for (const { item, path } of locateIndicators(structure)) {
    visit(item.method, inForce.get(path.slice(0, -2).join('.')) ?? method, path, 'indicator');
  }
  return found;
}

/**
 * Ids that a method can give a node as its band. `bandsAbove`: those that format version 1 could name, of the framework
 * and its domains; `bands` and `results`: of all nodes.
 */
export function namesOfMethods(structure: FrameworkStructure): {
  readonly bandsAbove: ReadonlySet<string>;
  readonly bands: ReadonlySet<string>;
  readonly results: ReadonlySet<string>;
} {
  const methods = listMethods(structure);
  const bandsOf = (some: readonly PlacedMethod[]) =>
    new Set(some.flatMap(({ own }) => (own.bands ?? []).map(({ id }) => id)));
  return {
    bandsAbove: bandsOf(methods.filter(({ kind }) => kind === 'framework' || kind === 'domain')),
    bands: bandsOf(methods),
    results: new Set(methods.flatMap(({ own }) => Object.keys(own.results ?? {}))),
  };
}
