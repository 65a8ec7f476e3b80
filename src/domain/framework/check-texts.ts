import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import type { FrameworkStructure, FrameworkTexts, IndicatorStructure } from './framework-schema.ts';
import { listIndicators } from './framework.ts';

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
  const methods = [structure.method, ...structure.domains.map((domain) => domain.method)];
  const bands = new Set(methods.flatMap((method) => (method?.bands ?? []).map(({ id }) => id)));
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
    ...compareKeys(file, ['bands'], texts.bands, [...bands], 'band'),
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
    ...(source === undefined || source === texts ? [] : checkRequirementCounts(file, structure, texts, source)),
  ];
}
