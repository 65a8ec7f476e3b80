import type { Context } from '../framework/framework-schema.ts';
import type { Framework, Indicator } from '../framework/framework.ts';

/** How much of a framework a round takes on: one domain, the core set, everything, or what a local government decides. */
export type AssessmentRouteName = 'domain' | 'core' | 'all' | 'local';

export interface AssessmentRouteChoice {
  readonly route: AssessmentRouteName;
  /** Only for `domain`. */
  readonly domain: string | null;
}

/** Routes that mean something on this framework. */
export function routesOf(framework: Framework): AssessmentRouteName[] {
  const some = (holds: (indicator: Indicator) => boolean) => framework.indicators.some(holds);
  return [
    ...(framework.structure.method.overall === 'required' ? [] : (['domain'] as const)),
    ...(some(({ core }) => core === true) ? (['core'] as const) : []),
    'all',
    ...(some(({ scope }) => scope?.includes('local') === true) ? (['local'] as const) : []),
  ];
}

/** Indicators that a route takes on, in the framework's order. */
export function indicatorsOfRoute(framework: Framework, { route, domain }: AssessmentRouteChoice): Indicator[] {
  return framework.indicators.filter((indicator) => {
    if (route === 'domain') return indicator.domain === domain;
    if (route === 'core') return indicator.core === true;
    if (route === 'local') return indicator.scope?.includes('local') === true;
    return true;
  });
}

/** Indicators in scope that concern none of the contexts of a country: proposed as not applicable, decided by people. */
export function proposeNotApplicable(indicators: readonly Indicator[], contexts: readonly Context[]): Indicator[] {
  if (contexts.length === 0) return [];
  return indicators.filter((indicator) => indicator.contexts?.some((context) => contexts.includes(context)) === false);
}
