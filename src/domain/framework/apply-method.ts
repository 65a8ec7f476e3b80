import type { Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { DomainStructure, FrameworkStructure, FrameworkTexts, Scale } from './framework-schema.ts';
import { listIndicators } from './framework.ts';
import type { MethodPreset } from './method-preset.ts';
import { methodOnNode, presetTexts } from './method-preset.ts';
import { namesOfMethods } from './methods-of.ts';

/** A framework while it is written. */
export interface FrameworkParts {
  readonly structure: FrameworkStructure;
  readonly texts: Readonly<Record<string, FrameworkTexts>>;
}

type Names = Readonly<Record<string, string>>;

/** Ids of the indicators on which a method counts: of the whole, or below a node. */
function indicatorsUnder(structure: FrameworkStructure, node: string | null): ReadonlySet<string> {
  const indicators = listIndicators(structure).filter(
    ({ domain, subdomain }) => node === null || domain === node || subdomain === node,
  );
  return new Set(indicators.map(({ id }) => id));
}

/** Domains with a method on each, on one of them, or on one sub-domain. */
function withMethod(domains: readonly DomainStructure[], preset: MethodPreset, node: string | null) {
  const put = <Node extends { id: string }>(own: Node, everywhere: MethodPreset['domains']): Node => {
    if (node === null) {
      const { method: _method, ...rest } = own as Node & { method?: unknown };
      return (everywhere === undefined ? rest : { ...rest, method: everywhere }) as Node;
    }
    return own.id === node ? { ...own, method: methodOnNode(preset) } : own;
  };
  return domains.map((domain) => ({
    ...put(domain, preset.domains),
    ...(domain.subdomains === undefined
      ? {}
      : { subdomains: domain.subdomains.map((subdomain) => put(subdomain, preset.subdomains)) }),
  }));
}

/** The scales of these indicators with the points of a preset: a copy where others are on them too. */
function withPoints(parts: FrameworkParts, preset: MethodPreset, under: ReadonlySet<string>): Result<FrameworkParts> {
  const { points } = preset;
  if (points === undefined) return { ok: true, value: parts, advice: [] };
  const { structure } = parts;
  const indicators = listIndicators(structure);
  const used = new Set(indicators.filter(({ id }) => under.has(id)).map(({ scale }) => scale));
  const elsewhere = new Set(indicators.filter(({ id }) => !under.has(id)).map(({ scale }) => scale));
  const wrong = [...used].filter((id) => structure.scales[id]?.levels.length !== points.length);
  if (wrong.length > 0) {
    const params = (scale: string) => ({
      scale,
      levels: structure.scales[scale]?.levels.length ?? 0,
      wanted: points.length,
    });
    return {
      ok: false,
      problems: wrong.map((scale) => problem('method.otherLevels', '', ['scales', scale], params(scale))),
    };
  }
  const renamed = new Map([...used].map((id) => [id, elsewhere.has(id) ? `${id}-${preset.id}`.slice(0, 64) : id]));
  const counted = (scale: Scale): Scale => ({
    levels: scale.levels.map((level, place) => ({ ...level, points: points[place] ?? level.points })),
  });
  const copies = [...renamed].flatMap(([from, to]) => {
    const scale = structure.scales[from];
    return scale === undefined ? [] : [[to, counted(scale)] as const];
  });
  const onIt = <Item extends { id: string; scale: string }>(items: readonly Item[]) =>
    items.map((item) => (under.has(item.id) ? { ...item, scale: renamed.get(item.scale) ?? item.scale } : item));
  const domains = structure.domains.map((domain) => ({
    ...domain,
    ...(domain.indicators === undefined ? {} : { indicators: onIt(domain.indicators) }),
    ...(domain.subdomains === undefined
      ? {}
      : { subdomains: domain.subdomains.map((own) => ({ ...own, indicators: onIt(own.indicators) })) }),
  }));
  const named = (texts: FrameworkTexts): FrameworkTexts => ({
    ...texts,
    scales: {
      ...texts.scales,
      ...Object.fromEntries([...renamed].map(([from, to]) => [to, texts.scales[from] ?? {}])),
    },
  });
  return {
    ok: true,
    value: {
      structure: { ...structure, scales: { ...structure.scales, ...Object.fromEntries(copies) }, domains },
      texts: Object.fromEntries(Object.entries(parts.texts).map(([language, own]) => [language, named(own)])),
    },
    advice: [],
  };
}

/** Names of what methods give, without those that nothing gives any more; undefined where none is left. */
function keptNames(names: Names | undefined, brought: Names | undefined, used: ReadonlySet<string>): Names | undefined {
  const kept = Object.entries({ ...names, ...brought }).filter(([id]) => used.has(id));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function withNames({ structure, texts }: FrameworkParts, preset: MethodPreset): FrameworkParts['texts'] {
  const { bands, results } = namesOfMethods(structure);
  return Object.fromEntries(
    Object.entries(texts).map(([language, { bands: ownBands, results: ownResults, ...own }]) => {
      const brought = presetTexts(preset, language);
      const [bandNames, resultNames] = [
        keptNames(ownBands, brought.bands, bands),
        keptNames(ownResults, brought.results, results),
      ];
      return [
        language,
        {
          ...own,
          ...(bandNames === undefined ? {} : { bands: bandNames }),
          ...(resultNames === undefined ? {} : { results: resultNames }),
        },
      ];
    }),
  );
}

/**
 * A framework with the method of a preset: as that of the whole (`node` null), which takes the methods of domains and
 * sub-domains away, or on one domain or sub-domain. Levels keep ids, names and requirements; their points are those of the preset.
 * Bands and results are named in every language that the preset has, else in English. The result is in format version 2, and still to
 * be checked by `parseFramework`. Codes: `method.noNode` (node), `method.otherLevels` (scale, levels, wanted),
 * `method.nameTaken` (id): another node gives a band of this id and calls it otherwise.
 */
export function applyMethod(parts: FrameworkParts, preset: MethodPreset, node: string | null): Result<FrameworkParts> {
  const under = indicatorsUnder(parts.structure, node);
  if (under.size === 0) return { ok: false, problems: [problem('method.noNode', '', [], { node: node ?? '' })] };
  const counted = withPoints(parts, preset, under);
  if (!counted.ok) return counted;
  const { structure, texts } = counted.value;
  const changed: FrameworkStructure = {
    ...structure,
    formatVersion: 2,
    method: node === null ? preset.method : structure.method,
    domains: withMethod(structure.domains, preset, node),
  };
  const taken = node === null ? [] : takenNames(counted.value, preset, node);
  if (taken.length > 0) return { ok: false, problems: taken.map((id) => problem('method.nameTaken', '', [], { id })) };
  const named = withNames({ structure: changed, texts }, preset);
  return { ok: true, value: { structure: changed, texts: named }, advice: [] };
}

/** Ids that other nodes give too, under another name. */
function takenNames({ structure, texts }: FrameworkParts, preset: MethodPreset, node: string): string[] {
  const without = (own: { id: string; method?: unknown }) => (own.id === node ? { ...own, method: undefined } : own);
  const others = {
    ...structure,
    domains: structure.domains.map((domain) => ({
      ...without(domain),
      ...(domain.subdomains === undefined ? {} : { subdomains: domain.subdomains.map(without) }),
    })),
  } as FrameworkStructure;
  const used = namesOfMethods(others).bands;
  const differs = ([language, own]: [string, FrameworkTexts]) =>
    Object.entries(presetTexts(preset, language).bands ?? {}).flatMap(([id, name]) =>
      used.has(id) && own.bands?.[id] !== undefined && own.bands[id] !== name ? [id] : [],
    );
  return [...new Set(Object.entries(texts).flatMap(differs))];
}
