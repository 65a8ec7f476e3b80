import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import { countLetters } from './framework-names.ts';
import type { FrameworkStructure, FrameworkTexts, IndicatorStructure, IndicatorTexts } from './framework-schema.ts';
import { SHORT_TITLE_LETTERS, TERM_LETTERS } from './text-lengths.ts';
import { listIndicators } from './framework.ts';
import { namesOfMethods } from './methods-of.ts';

/** Problems where a text belongs to nothing, or something has no text. */
function compareKeys(
  file: string,
  path: ProblemPath,
  texts: Readonly<Record<string, unknown>> | undefined,
  ids: readonly string[],
  what: string,
): Problem[] {
  const present = new Set(Object.keys(texts ?? {}));
  const wanted = new Set(ids);
  // Of which indicator or scale: a level of the same name stands in many.
  const place = { what, of: String(path[1] ?? 'none'), language: file.replace(/\.json$/, '') };
  return [
    ...[...wanted]
      .filter((id) => !present.has(id))
      .map((id) => problem('framework.textMissing', file, [...path, id], { id, ...place })),
    ...[...present]
      .filter((id) => !wanted.has(id))
      .map((id) => problem('framework.textOfNothing', file, [...path, id], { id, ...place })),
  ];
}

function checkLevels(
  file: string,
  indicator: IndicatorStructure,
  structure: FrameworkStructure,
  texts: FrameworkTexts,
): Problem[] {
  const own = texts.indicators[indicator.id];
  const levels = structure.scales[indicator.scale]?.levels;
  if (own === undefined || levels === undefined) return [];
  const path = ['indicators', indicator.id];
  const ids = levels.map((level) => level.id);
  const upper = new Set(ids.slice(1));
  const given = Object.keys(own.advance ?? {}).filter((id) => upper.has(id));
  const advance = compareKeys(file, [...path, 'advance'], own.advance, given, 'advance');
  return [...compareKeys(file, [...path, 'levels'], own.levels, ids, 'level'), ...advance];
}

function checkRequirementCounts(
  file: string,
  structure: FrameworkStructure,
  texts: FrameworkTexts,
  source: FrameworkTexts,
): Problem[] {
  return listIndicators(structure).flatMap((indicator) => {
    const own = texts.indicators[indicator.id]?.levels ?? {};
    const original = source.indicators[indicator.id]?.levels ?? {};
    return Object.entries(own).flatMap(([level, requirements]) => {
      const wanted = original[level]?.length;
      return wanted === undefined || wanted === requirements.length
        ? []
        : [
            problem('framework.requirementCount', file, ['indicators', indicator.id, 'levels', level], {
              id: indicator.id,
              level,
              found: requirements.length,
              wanted,
            }),
          ];
    });
  });
}

/** Names of bands and results: version 1 has those of the framework and its domains, version 2 all of them. */
function checkNames(file: string, structure: FrameworkStructure, texts: FrameworkTexts): Problem[] {
  const { bandsAbove, bands, results } = namesOfMethods(structure);
  if (structure.formatVersion === 1) {
    // A name of a band below is a member of version 2, and said as such.
    const known = Object.keys(texts.bands ?? {}).filter((id) => bands.has(id));
    return compareKeys(file, ['bands'], texts.bands, [...new Set([...bandsAbove, ...known])], 'band');
  }
  const shared = Object.entries(texts.results ?? {}).filter(
    ([id, name]) => bands.has(id) && texts.bands?.[id] !== undefined && texts.bands[id] !== name,
  );
  return [
    ...compareKeys(file, ['bands'], texts.bands, [...bands], 'band'),
    ...compareKeys(file, ['results'], texts.results, [...results], 'result'),
    ...shared.map(([id]) => problem('framework.twoNames', file, ['results', id], { id })),
  ];
}

function checkShortTitles(file: string, texts: FrameworkTexts): Problem[] {
  return Object.entries(texts.indicators).flatMap(([id, { short }]) => {
    const found = short === undefined ? 0 : countLetters(short);
    const params = { id, found, maximum: SHORT_TITLE_LETTERS };
    return found > SHORT_TITLE_LETTERS
      ? [problem('framework.shortTooLong', file, ['indicators', id, 'short'], params)]
      : [];
  });
}

function checkTermLengths(file: string, { glossary = {} }: FrameworkTexts): Problem[] {
  return Object.entries(glossary).flatMap(([id, { text }]) => {
    const found = countLetters(text);
    const params = { id, found, maximum: TERM_LETTERS };
    return found > TERM_LETTERS ? [problem('framework.termTooLong', file, ['glossary', id, 'text'], params)] : [];
  });
}

/** Prompts and short titles: whoever reads another language than the source gets all of them, or nobody does. */
function checkOpening(
  file: string,
  structure: FrameworkStructure,
  texts: FrameworkTexts,
  source: FrameworkTexts,
): Problem[] {
  return listIndicators(structure).flatMap(({ id }) => {
    const [own, original] = [texts.indicators[id], source.indicators[id]];
    if (own === undefined || original === undefined) return [];
    const path = ['indicators', id];
    const shortOf = ({ short }: IndicatorTexts) => (short === undefined ? {} : { short });
    const promptsOf = ({ prompts = [] }: IndicatorTexts) => Object.fromEntries(prompts.entries());
    return [
      ...compareKeys(file, path, shortOf(own), Object.keys(shortOf(original)), 'text'),
      ...compareKeys(file, [...path, 'prompts'], promptsOf(own), Object.keys(promptsOf(original)), 'prompt'),
    ];
  });
}

/** Every problem of one language's texts against the structure and against the source language, each with its path. */
export function checkTexts(
  language: string,
  structure: FrameworkStructure,
  texts: FrameworkTexts,
  source: FrameworkTexts | undefined,
): Problem[] {
  const file = `${language}.json`;
  const indicators = listIndicators(structure);
  const subdomains = structure.domains.flatMap((domain) => (domain.subdomains ?? []).map(({ id }) => id));
  return [
    ...compareKeys(file, ['scales'], texts.scales, Object.keys(structure.scales), 'scale'),
    ...Object.entries(structure.scales).flatMap(([id, scale]) =>
      texts.scales[id] === undefined
        ? []
        : compareKeys(
            file,
            ['scales', id],
            texts.scales[id],
            scale.levels.map((level) => level.id),
            'level',
          ),
    ),
    ...checkNames(file, structure, texts),
    ...compareKeys(
      file,
      ['institutionTypes'],
      texts.institutionTypes,
      structure.institutionTypes ?? [],
      'institutionType',
    ),
    ...compareKeys(
      file,
      ['domains'],
      texts.domains,
      structure.domains.map(({ id }) => id),
      'domain',
    ),
    ...compareKeys(file, ['subdomains'], texts.subdomains, subdomains, 'subdomain'),
    ...compareKeys(
      file,
      ['indicators'],
      texts.indicators,
      indicators.map(({ id }) => id),
      'indicator',
    ),
    ...indicators.flatMap((indicator) => checkLevels(file, indicator, structure, texts)),
    ...compareKeys(file, ['readingRules'], texts.readingRules, structure.readingRules ?? [], 'readingRule'),
    ...compareKeys(file, ['glossary'], texts.glossary, structure.glossary ?? [], 'term'),
    ...checkShortTitles(file, texts),
    ...checkTermLengths(file, texts),
    ...(source === undefined || source === texts
      ? []
      : [...checkRequirementCounts(file, structure, texts, source), ...checkOpening(file, structure, texts, source)]),
  ];
}
