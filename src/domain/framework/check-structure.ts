import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import { checkLevelIds } from './check-level-ids.ts';
import { checkMethod } from './check-method.ts';
import { checkSupersedes } from './check-supersedes.ts';
import type { FrameworkStructure } from './framework-schema.ts';
import type { Located } from './locate-indicators.ts';
import { locateIndicators } from './locate-indicators.ts';
import { listMethods } from './methods-of.ts';

const FILE = 'framework.json';
const report = (code: string, path: ProblemPath, params: Problem['params'] = {}, severity?: Problem['severity']) =>
  problem(code, FILE, path, params, severity);

function duplicates(ids: Located<{ id: string }>[], what: string): Problem[] {
  const first = new Map<string, ProblemPath>();
  return ids.flatMap(({ item, path }) => {
    const earlier = first.get(item.id);
    if (earlier === undefined) {
      first.set(item.id, path);
      return [];
    }
    return [report('framework.duplicateId', [...path, 'id'], { id: item.id, what, first: earlier.join('.') })];
  });
}

function checkIds(structure: FrameworkStructure): Problem[] {
  const domains = structure.domains.map((item, d) => ({ item, path: ['domains', d] }));
  const subdomains = structure.domains.flatMap((domain, d) =>
    (domain.subdomains ?? []).map((item, s) => ({ item, path: ['domains', d, 'subdomains', s] })),
  );
  return [
    ...duplicates(domains, 'domain'),
    ...duplicates(subdomains, 'subdomain'),
    ...duplicates(locateIndicators(structure), 'indicator'),
    ...structure.domains.flatMap((domain, d) =>
      (domain.indicators === undefined) === (domain.subdomains === undefined)
        ? [report('framework.domainContent', ['domains', d], { id: domain.id })]
        : [],
    ),
  ];
}

function checkScales(structure: FrameworkStructure): Problem[] {
  const used = new Set(locateIndicators(structure).map(({ item }) => item.scale));
  return Object.entries(structure.scales).flatMap(([id, scale]) => {
    const path = ['scales', id, 'levels'];
    const levels = scale.levels.map((item, l) => ({ item, path: [...path, l] }));
    const falling = scale.levels.flatMap((level, l) => {
      const below = scale.levels[l - 1];
      return below !== undefined && level.points <= below.points
        ? [report('framework.pointsNotRising', [...path, l, 'points'], { id: level.id, scale: id })]
        : [];
    });
    const lowest = scale.levels[0]?.points;
    return [
      ...duplicates(levels, 'level'),
      ...checkLevelIds(scale, path, structure.formatVersion),
      ...falling,
      ...(lowest !== undefined && lowest < 0
        ? [report('framework.negativePoints', [...path, 0, 'points'], { scale: id })]
        : []),
      ...(used.has(id) ? [] : [report('framework.unusedScale', ['scales', id], { scale: id }, 'advice')]),
    ];
  });
}

function checkReferences(structure: FrameworkStructure): Problem[] {
  const located = locateIndicators(structure);
  const byId = new Map(located.map(({ item }) => [item.id, item]));
  const institutionTypes = new Set(structure.institutionTypes ?? []);
  const sources = new Set(Object.keys(structure.sources ?? {}));
  return located.flatMap(({ item, path }) => {
    const problems: Problem[] = [];
    if (!Object.hasOwn(structure.scales, item.scale)) {
      const known = Object.keys(structure.scales).join(', ');
      problems.push(report('framework.unknownScale', [...path, 'scale'], { id: item.id, scale: item.scale, known }));
    }
    if (Object.hasOwn(item.proposedFrom ?? {}, structure.id)) {
      const place = [...path, 'proposedFrom', structure.id];
      problems.push(report('framework.proposedFromItself', place, { id: item.id }));
    }
    if (item.pair !== undefined) {
      const twin = byId.get(item.pair);
      if (twin === undefined || item.pair === item.id) {
        problems.push(report('framework.unknownPair', [...path, 'pair'], { id: item.id, pair: item.pair }));
      } else if (twin.pair !== item.id) {
        problems.push(report('framework.pairNotMutual', [...path, 'pair'], { id: item.id, pair: item.pair }));
      }
    }
    (item.competence ?? []).forEach((type, c) => {
      if (!institutionTypes.has(type)) {
        problems.push(report('framework.unknownInstitutionType', [...path, 'competence', c], { id: item.id, type }));
      }
    });
    (item.sources ?? []).forEach((source, s) => {
      if (!sources.has(source.split('#')[0] ?? '')) {
        problems.push(report('framework.unknownSource', [...path, 'sources', s], { id: item.id, source }));
      }
    });
    return problems;
  });
}

function checkReading(structure: FrameworkStructure): Problem[] {
  const { readingRules = [], glossary = [] } = structure;
  const located = (member: string, ids: readonly string[]) =>
    ids.map((id, index) => ({ item: { id }, path: [member, index] }));
  return [
    ...duplicates(located('readingRules', readingRules), 'readingRule'),
    ...duplicates(located('glossary', glossary), 'term'),
  ];
}

/** Terms that indicators name and the glossary does not have, terms named twice, and terms that nobody names. */
function checkTerms(structure: FrameworkStructure): Problem[] {
  const { glossary = [] } = structure;
  const located = locateIndicators(structure);
  const named = new Set(located.flatMap(({ item }) => item.terms ?? []));
  return [
    ...located.flatMap(({ item: { id, terms = [] }, path }) => [
      ...duplicates(
        terms.map((term, index) => ({ item: { id: term }, path: [...path, 'terms', index] })),
        'term',
      ),
      ...terms.flatMap((term, index) =>
        glossary.includes(term) ? [] : [report('framework.unknownTerm', [...path, 'terms', index], { id, term })],
      ),
    ]),
    ...glossary.flatMap((term, index) =>
      named.has(term) ? [] : [report('framework.unusedTerm', ['glossary', index], { term }, 'advice')],
    ),
  ];
}

function checkWeights(structure: FrameworkStructure): Problem[] {
  const siblings: Located<readonly { weight?: number | undefined }[]>[] = [
    { item: structure.domains, path: ['domains'] },
    ...structure.domains.flatMap((domain, d) => [
      { item: domain.subdomains ?? [], path: ['domains', d, 'subdomains'] },
      { item: domain.indicators ?? [], path: ['domains', d, 'indicators'] },
      ...(domain.subdomains ?? []).map((subdomain, s) => ({
        item: subdomain.indicators,
        path: ['domains', d, 'subdomains', s, 'indicators'],
      })),
    ]),
  ];
  return siblings
    .filter(({ item }) => item.length > 0 && item.every(({ weight }) => weight === 0))
    .map(({ path }) => report('framework.noWeight', path));
}

/** Every problem of framework.json that its shape alone does not show, each with its path. */
export function checkStructure(structure: FrameworkStructure): Problem[] {
  const languages = structure.languages.includes(structure.sourceLanguage)
    ? []
    : [report('framework.sourceLanguageNotListed', ['sourceLanguage'], { language: structure.sourceLanguage })];
  return [
    ...languages,
    ...checkIds(structure),
    ...checkScales(structure),
    ...checkReferences(structure),
    ...checkSupersedes(structure),
    ...checkReading(structure),
    ...checkTerms(structure),
    ...listMethods(structure).flatMap((method) => checkMethod(method, structure)),
    ...checkWeights(structure),
  ];
}
