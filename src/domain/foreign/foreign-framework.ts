import { groupsOf } from '../groups-of.ts';
import type { Result } from '../problem.ts';
import { FRAMEWORK_FORMAT } from '../framework/framework-schema.ts';
import { MadeIds } from './make-ids.ts';

/** One question of a foreign framework, at its place. */
export interface ForeignIndicator {
  readonly domain: string;
  /** '' directly in the domain. */
  readonly subdomain: string;
  readonly code: string;
  readonly title: string;
  readonly question: string;
  /** Of each level from the lowest, its sentences. */
  readonly levels: readonly (readonly string[])[];
  readonly why?: string;
  readonly note?: string;
  readonly evidence?: readonly string[];
  readonly weight?: number;
}

/** A foreign framework, whatever it was written in: one scale, one language. */
export interface ForeignFramework {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly description?: string;
  readonly attribution?: string;
  /** From the lowest. */
  readonly levels: readonly { readonly name: string; readonly points: number; readonly symbol?: string }[];
  readonly indicators: readonly ForeignIndicator[];
}

/** What stands for what the other side does not say: the mean of what is answered, and no overall score. */
const METHOD = {
  aggregate: 'mean',
  missing: 'exclude',
  notApplicable: 'exclude',
  minimumCoverage: 0.5,
  rounding: {},
  overall: 'none',
  bands: [],
};

/** The single-file form of a foreign framework, still to be checked by `parseSingleFileFramework`. */
export function singleFileOfForeign(foreign: ForeignFramework): Record<string, unknown> {
  const ids = new MadeIds();
  const levelIds = new MadeIds();
  const levels = foreign.levels.map(({ name, points, symbol }, place) => ({
    id: levelIds.make(name, `level-${place + 1}`).toLowerCase(),
    points,
    ...(symbol === undefined ? {} : { symbol }),
  }));
  const texts = {
    domains: {} as Record<string, unknown>,
    subdomains: {} as Record<string, unknown>,
    indicators: {} as Record<string, unknown>,
  };
  const indicatorOf = ({ code, title, question, why, note, evidence, weight, ...own }: ForeignIndicator) => {
    const id = ids.make(code === '' ? title : code, 'q');
    texts.indicators[id] = {
      title,
      question,
      ...(why === undefined ? {} : { why }),
      levels: Object.fromEntries(levels.map((level, place) => [level.id, own.levels[place] ?? []])),
      ...(evidence === undefined ? {} : { evidence }),
      ...(note === undefined ? {} : { note }),
    };
    return { id, scale: 'levels', ...(weight === undefined ? {} : { weight }) };
  };
  const domains = [...groupsOf(foreign.indicators, ({ domain }) => domain)].map(([domain, inDomain], d) => {
    const id = ids.make(domain, `d${d + 1}`);
    texts.domains[id] = { title: domain };
    if (inDomain.every(({ subdomain }) => subdomain === '')) return { id, indicators: inDomain.map(indicatorOf) };
    const subdomains = [...groupsOf(inDomain, ({ subdomain }) => (subdomain === '' ? domain : subdomain))].map(
      ([subdomain, indicators], s) => {
        const own = ids.make(subdomain, `d${d + 1}-${s + 1}`);
        texts.subdomains[own] = { title: subdomain };
        return { id: own, indicators: indicators.map(indicatorOf) };
      },
    );
    return { id, subdomains };
  });
  return {
    format: FRAMEWORK_FORMAT,
    formatVersion: 1,
    id: new MadeIds().make(foreign.id, 'framework').toLowerCase(),
    version: foreign.version,
    languages: [foreign.language],
    sourceLanguage: foreign.language,
    scales: { levels: { levels } },
    method: METHOD,
    domains,
    texts: {
      [foreign.language]: {
        title: foreign.title,
        ...(foreign.description === undefined ? {} : { description: foreign.description }),
        ...(foreign.attribution === undefined ? {} : { attribution: foreign.attribution }),
        scales: { levels: Object.fromEntries(levels.map(({ id }, place) => [id, foreign.levels[place]?.name ?? id])) },
        domains: texts.domains,
        ...(Object.keys(texts.subdomains).length === 0 ? {} : { subdomains: texts.subdomains }),
        indicators: texts.indicators,
      },
    },
  };
}

export type ForeignResult = Result<ForeignFramework>;
