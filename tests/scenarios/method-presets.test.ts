import { describe, expect, it } from 'vitest';
import { loadMethodPresets } from '../../src/content/load-method-presets.ts';
import { applyMethod } from '../../src/domain/framework/apply-method.ts';
import type { FrameworkParts } from '../../src/domain/framework/apply-method.ts';
import type { FrameworkStructure } from '../../src/domain/framework/framework-schema.ts';
import type { MethodPreset } from '../../src/domain/framework/method-preset.ts';
import { parseFramework } from '../../src/domain/framework/parse-framework.ts';
import { scoreFramework } from '../../src/domain/scoring/score-framework.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { tinyFramework } from '../fixtures/tiny-framework.ts';
import { answersOf, frameworkOf } from '../unit/domain/framework-of.ts';
import { expectAsPublished } from './expect-as-published.ts';
import { loadScenarios, structureOfScenario } from './load-scenarios.ts';

const presets = [...(await loadMethodPresets()).values()];
const scenarios = new Map(loadScenarios().map((scenario) => [scenario.file.replace('.json', ''), scenario]));
const WITHOUT_PRESET = ['gated-maturity', 'half-up-rounding'];

function put({ structure, texts }: FrameworkParts, preset: MethodPreset, node: string | null): FrameworkParts {
  const applied = applyMethod({ structure, texts }, preset, node);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.value;
}

/** A scenario with its method taken from the preset, on the whole or on each domain, wherever the scenario has it. */
function withPreset(structure: FrameworkStructure, preset: MethodPreset): FrameworkStructure {
  const [scale] = Object.values(structure.scales);
  const fits = scale?.levels.length === preset.points?.length;
  const own = fits ? preset : { ...preset, points: undefined };
  const isOnNodes = preset.subdomains !== undefined && structure.domains.every(({ subdomains }) => subdomains === undefined);
  if (isOnNodes) {
    return structure.domains.reduce(
      (parts, { id }) => put(parts, own as MethodPreset, id),
      { structure: { ...structure, method: preset.method }, texts: {} } as FrameworkParts,
    ).structure;
  }
  const whole = put({ structure, texts: {} }, own as MethodPreset, null).structure;
  // Caps of sub-domains are for the author to set.
  const domains = whole.domains.map((domain, d) => ({
    ...domain,
    ...(domain.subdomains === undefined
      ? {}
      : {
          subdomains: domain.subdomains.map((subdomain, s) => ({
            ...structure.domains[d]?.subdomains?.[s],
            ...subdomain,
          })),
        }),
  }));
  return { ...whole, domains } as FrameworkStructure;
}

it('every method of a scenario that can be expressed is a preset', () => {
  const covered = presets.flatMap((preset) => preset.scenarios);
  expect([...covered, ...WITHOUT_PRESET].sort()).toEqual([...scenarios.keys()].sort());
});

describe.each(presets)('the preset $id', (preset) => {
  it.each(preset.scenarios)('scores %s as it was published', (name) => {
    const scenario = scenarios.get(name);
    if (scenario === undefined || !('cases' in scenario)) throw new Error(`${name} has no cases`);
    const framework = frameworkOf(withPreset(structureOfScenario(scenario), preset));
    for (const one of scenario.cases) {
      const options = { outOfScope: new Set(one.outOfScope) };
      expectAsPublished(scoreFramework(framework, answersOf(one.answers), options), one);
    }
  });

  it('says its limits, and names its bands and results, in every language', () => {
    const ids = [preset.method, preset.domains, preset.subdomains].map((own) => ({
      bands: (own?.bands ?? []).map(({ id }) => id),
      results: Object.keys(own?.results ?? {}),
    }));
    const wanted = (member: 'bands' | 'results') => [...new Set(ids.flatMap((own) => own[member]))].sort();
    expect(Object.keys(preset.texts).sort()).toEqual(LANGUAGES.map(({ code }) => code as string).sort());
    for (const { bands = {}, results = {}, limits } of Object.values(preset.texts)) {
      expect(Object.keys(bands).sort()).toEqual(wanted('bands'));
      expect(Object.keys(results).sort()).toEqual(wanted('results'));
      expect(limits.length).toBeGreaterThan(40);
    }
  });

  it('does not say that it is verified where a scenario of it is not', () => {
    const all = preset.scenarios.every((name) => scenarios.get(name)?.verified === true);
    expect(preset.verified).toBe(all);
  });
});

describe('a preset under own indicators', () => {
  const tiny = tinyFramework();
  const languages = LANGUAGES.map(({ code }) => code as string);
  const { en } = tiny.texts;
  const parts = {
    structure: { ...tiny.structure, languages },
    texts: Object.fromEntries(languages.map((language) => [language, en])),
  } as FrameworkParts;
  const places = [null, 'first', 'second'];
  const cases = presets.flatMap((preset) => places.map((node) => ({ id: preset.id, preset, node })));

  it.each(cases)('$id on $node holds together, or says why it cannot be put there', ({ preset, node }) => {
    const applied = applyMethod(parts, preset, node);
    if (preset.points !== undefined && preset.points.length !== 4) {
      expect(applied.ok ? [] : applied.problems).toMatchObject([
        { code: 'method.otherLevels', params: { scale: 'maturity', levels: 4, wanted: preset.points.length } },
      ]);
      return;
    }
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
    const parsed = parseFramework(applied.value);
    expect(parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const french = applied.value.texts['fr'];
    for (const [id, name] of Object.entries(preset.texts['fr']?.bands ?? {})) expect(french?.bands?.[id]).toBe(name);
    for (const [id, name] of Object.entries(preset.texts['fr']?.results ?? {})) {
      if (node !== null) expect(french?.results?.[id]).toBe(name);
    }
    expect(Object.keys(french?.bands ?? {}).includes('low')).toBe(node !== null);
    expect(french?.scales).toMatchObject({ maturity: tiny.texts['en']?.scales['maturity'] });
  });

  it('counts with its points below its place only', () => {
    const m1 = presets.find(({ id }) => id === 'pefa-m1');
    if (m1 === undefined) throw new Error('no such preset');
    const { structure } = put(parts, m1, 'first');
    const scaleOf = (domain: number) => structure.domains[domain]?.indicators?.map(({ scale }) => scale);
    expect([scaleOf(0), scaleOf(1)]).toEqual([
      ['maturity-pefa-m1', 'maturity-pefa-m1'],
      ['maturity', 'maturity'],
    ]);
    expect(structure.scales['maturity-pefa-m1']?.levels.map(({ points }) => points)).toEqual([1, 2, 3, 4]);
    expect(structure.scales['maturity']).toEqual(tiny.structure.scales['maturity']);
  });

  it('is refused where another node calls the same band otherwise, or where there is no such node', () => {
    const water = presets.find(({ id }) => id === 'sdg-10-7-2');
    if (water === undefined) throw new Error('no such preset');
    const codes = (given: FrameworkParts, node: string) => {
      const applied = applyMethod(given, water, node);
      return applied.ok ? [] : applied.problems.map(({ code, params }) => [code, params]);
    };
    const renamed = { ...water, texts: { ...water.texts, en: { ...water.texts['en'], bands: { meets: 'Does it' } } } };
    const once = put(parts, renamed as MethodPreset, 'first');
    expect(codes(once, 'second')).toEqual([['method.nameTaken', { id: 'meets' }]]);
    expect(codes(parts, 'nowhere')).toEqual([['method.noNode', { node: 'nowhere' }]]);
  });
});
