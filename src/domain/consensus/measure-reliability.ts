import type { Answer, Answers } from '../registers/answer.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import type { WeightedKappa } from './weighted-kappa.ts';
import { weightedKappa } from './weighted-kappa.ts';

/** What two teams said of one indicator. */
export interface IndicatorReliability {
  readonly id: string;
  readonly domain: string;
  /** Level ids; null where that team gave no level. */
  readonly first: string | null;
  readonly second: string | null;
  /** 1 where both gave a level, else 0. */
  readonly n: number;
  /** 1 the same level, 0 another one; null where n is 0. */
  readonly agreement: number | null;
  /** Steps between the two levels; null where n is 0. */
  readonly distance: number | null;
}

export interface DomainReliability extends WeightedKappa {
  readonly id: string;
}

export interface Reliability {
  readonly indicators: readonly IndicatorReliability[];
  readonly domains: readonly DomainReliability[];
  /** Over all pairs; null where their scales have different numbers of levels. */
  readonly all: WeightedKappa | null;
  /** Indicators that at least one team left without a level, by what it said; each once, by the first that applies. */
  readonly leftOut: { readonly unanswered: number; readonly unknown: number; readonly notApplicable: number };
}

interface Pair {
  readonly indicator: Indicator;
  readonly levels: number;
  readonly first: number;
  readonly second: number;
}

function levelOf(answer: Answer | undefined): string | null {
  return answer?.state === 'level' ? answer.level : null;
}

function kappaOf(pairs: readonly Pair[]): WeightedKappa | null {
  const sizes = new Set(pairs.map(({ levels }) => levels));
  if (sizes.size > 1) return null;
  const [size = 2] = sizes;
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const { first, second } of pairs) {
    const row = table[first - 1];
    if (row !== undefined) row[second - 1] = (row[second - 1] ?? 0) + 1;
  }
  return weightedKappa(table);
}

/**
 * How far two teams that answered the same indicators apart from each other came to the same levels: one by one, by
 * domain and in all, with quadratic weights. Indicators without a level of both are left out and counted; domains whose
 * scales have different numbers of levels are not given. docs/reliability.md.
 */
export function measureReliability(framework: Framework, first: Answers, second: Answers): Reliability {
  const pairs: Pair[] = [];
  const leftOut = { unanswered: 0, unknown: 0, notApplicable: 0 };
  const indicators = framework.indicators.map((indicator): IndicatorReliability => {
    const { id, domain } = indicator;
    const scale = scaleOf(framework, indicator);
    const given = [first.get(id), second.get(id)];
    const levels = { first: levelOf(given[0]), second: levelOf(given[1]) };
    const [a, b] = [levels.first, levels.second].map((level) => (level === null ? null : levelPosition(scale, level)));
    if (typeof a === 'number' && typeof b === 'number') {
      pairs.push({ indicator, levels: scale.levels.length, first: a, second: b });
      return { id, domain, ...levels, n: 1, agreement: a === b ? 1 : 0, distance: Math.abs(a - b) };
    }
    if (given.some((answer) => answer === undefined)) leftOut.unanswered += 1;
    else if (given.some((answer) => answer?.state === 'unknown')) leftOut.unknown += 1;
    else leftOut.notApplicable += 1;
    return { id, domain, ...levels, n: 0, agreement: null, distance: null };
  });
  const domains = framework.structure.domains.flatMap(({ id }) => {
    const own = kappaOf(pairs.filter(({ indicator }) => indicator.domain === id));
    return own === null ? [] : [{ id, ...own }];
  });
  return { indicators, domains, all: kappaOf(pairs), leftOut };
}
