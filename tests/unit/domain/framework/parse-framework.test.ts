import { describe, expect, it } from 'vitest';
import { setAt } from '../../../../src/domain/framework/draft/at-path.ts';
import { parseFramework, parseSingleFileFramework } from '../../../../src/domain/framework/parse-framework.ts';
import { singleFileForm } from '../../../../src/domain/framework/single-file-form.ts';
import { MAXIMUM_LIST_LENGTH } from '../../../../src/domain/limits.ts';
import { tinyFrameworkJson } from '../../../fixtures/tiny-framework.ts';
import type { Draft } from './framework-draft.ts';
import {
  brief,
  drop,
  english,
  freeze,
  french,
  inputOf,
  inSubdomain,
  method,
  problemsOf,
  set,
} from './framework-draft.ts';

const FILE = 'framework.json';

describe('a sound framework', () => {
  it('is read whole, without a word of advice', () => {
    const result = parseFramework(inputOf());
    expect(result).toMatchObject({ ok: true, advice: [] });
    if (!result.ok) return;
    expect(result.value).toMatchObject({ id: 'test-framework', version: '1.0.0' });
    expect(result.value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(result.value.indicators.map(({ id, domain, subdomain }) => [id, domain, subdomain])).toEqual([
      ['A-1', 'institutions', 'strategy'],
      ['A-2', 'institutions', 'strategy'],
      ['B-1', 'rights', null],
    ]);
    expect([...result.value.indicatorById.keys()]).toEqual(['A-1', 'A-2', 'B-1']);
  });

  it('is the same from a single file', () => {
    const folder = parseFramework(inputOf());
    if (!folder.ok) throw new Error('the framework of this test is not sound');
    expect(parseSingleFileFramework(freeze(singleFileForm(folder.value)))).toEqual(folder);
  });

  it('keeps its hash when a translation changes, and not when the source does', () => {
    const hashWith = (change?: (draft: Draft) => void) => {
      const result = parseFramework(inputOf(change));
      return result.ok ? result.value.hash : null;
    };
    const hash = hashWith();
    expect(hashWith(({ texts }) => set(texts['fr'], 'title', 'Autre titre'))).toBe(hash);
    expect(hashWith(({ texts }) => set(texts['en'], 'title', 'Other title'))).not.toBe(hash);
  });
});

describe('advice comes with the value', () => {
  it('for a scale that nothing uses', () => {
    const levels = [
      { id: 'no', points: 0 },
      { id: 'yes', points: 1 },
    ];
    const input = inputOf(({ structure, texts }) => {
      set(structure['scales'], 'yes-no', { levels });
      for (const words of Object.values(texts)) set(words['scales'], 'yes-no', { no: 'No', yes: 'Yes' });
    });
    expect(parseFramework(input).ok).toBe(true);
    expect(problemsOf(input)).toMatchObject([{ code: 'framework.unusedScale', severity: 'advice' }]);
  });

  it.each(['geometric-mean', 'harmonic-mean'])('for a %s of a scale that begins at 0 points', (aggregate) => {
    const input = inputOf((draft) => set(method(draft), 'aggregate', aggregate));
    expect(parseFramework(input).ok).toBe(true);
    expect(problemsOf(input)).toMatchObject([{ code: 'framework.undefinedAtZero', severity: 'advice' }]);
  });
});

describe('every problem at once', () => {
  it('across structure and texts, cross-checks together', () => {
    const problems = problemsOf(
      inputOf((draft) => {
        set(inSubdomain(draft)[0], 'pair', 'Z-9');
        set(inSubdomain(draft)[0], 'sources', ['review#3']);
        set(method(draft)['bands']![0], 'from', 10);
        drop(french(draft)['indicators'], 'B-1');
      }),
    );
    expect(problems.map(({ code }) => code).sort()).toEqual(
      [
        'framework.bandsStartAtZero',
        'framework.pairNotMutual',
        'framework.textMissing',
        'framework.unknownPair',
        'framework.unknownSource',
      ].sort(),
    );
  });

  it('across structure and texts, faults of form together', () => {
    const problems = problemsOf(
      inputOf((draft) => {
        drop(draft.structure, 'version');
        set(inSubdomain(draft)[1], 'weight', 'heavy');
        set(french(draft), 'title', '');
      }),
    );
    expect(problems.map(brief)).toEqual([
      { code: 'schema.missing', file: FILE, path: ['version'] },
      { code: 'schema.wrongType', file: FILE, path: ['domains', 0, 'subdomains', 0, 'indicators', 1, 'weight'] },
      { code: 'schema.wrongFormat', file: 'fr.json', path: ['title'] },
    ]);
  });

  it('in a single file, at the place where the text stands in it', () => {
    const input = inputOf((draft) => drop(french(draft)['indicators'], 'B-1'));
    const result = parseSingleFileFramework({ ...(input.structure as object), texts: input.texts }, 'own.json');
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([['texts', 'fr', 'indicators', 'B-1']]);
  });
});

describe('what is not a framework', () => {
  it.each([null, undefined, 7, 'text', [], {}])('is refused: %j', (structure) => {
    expect(parseFramework({ structure, texts: {} }).ok).toBe(false);
    expect(parseSingleFileFramework(structure).ok).toBe(false);
  });

  it('of a later format is named as such and nothing else is said', () => {
    const problems = problemsOf(inputOf(({ structure }) => set(structure, 'formatVersion', 3)));
    expect(problems).toEqual([
      { code: 'framework.newerFormat', severity: 'error', file: FILE, path: ['formatVersion'], params: { version: 3 } },
    ]);
  });
});

it('refuses a list of an indicator that nobody could read', () => {
  const tiny = tinyFrameworkJson();
  const lines = Array.from({ length: MAXIMUM_LIST_LENGTH + 1 }, (_, index) => `Register ${index}`);
  const lists: [string[], unknown][] = [
    [['texts', 'en', 'indicators', 'A-1', 'evidence'], lines],
    [['domains', '0', 'indicators', '0', 'sources'], lines],
    [['domains', '0', 'indicators', '0', 'links'], { sdg: lines }],
  ];
  for (const [path, value] of lists) {
    const result = parseSingleFileFramework(setAt(tiny, path, value));
    expect(result.ok || result.problems.map(({ code, params }) => [code, params['maximum']])).toEqual([
      ['schema.tooBig', MAXIMUM_LIST_LENGTH],
    ]);
  }
  expect(parseSingleFileFramework(setAt(tiny, lists[0]?.[0] ?? [], lines.slice(1)))).toMatchObject({ ok: true });
});

describe('keys that would become a prototype', () => {
  const poisoned = '{"__proto__":{"polluted":"yes"}}';
  const places: [string, (draft: Draft) => unknown][] = [
    ['the structure', (draft) => draft.structure],
    ['the scales', (draft) => draft.structure['scales']],
    ['superseded ids', (draft) => draft.structure['supersedes']],
    ['an indicator', (draft) => inSubdomain(draft)[0]],
    ['texts of a language', (draft) => english(draft)],
    ['texts of indicators', (draft) => english(draft)['indicators']],
    ['the languages', (draft) => draft.texts],
  ];

  it.each(places)('in %s never reach one', (_, place) => {
    const input = inputOf((draft) => {
      const holder = place(draft) as object;
      Object.defineProperty(holder, '__proto__', {
        value: (JSON.parse(poisoned) as Record<string, unknown>)['__proto__'],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    });
    const result = parseFramework(input);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const parts = result.ok ? [result.value.structure, result.value.texts, result.value.structure.scales] : [];
    for (const part of parts) expect(Reflect.get(part, 'polluted')).toBeUndefined();
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('such as %s are ids like any other', (id) => {
    const input = inputOf((draft) => {
      set(inSubdomain(draft)[0], 'pair', id);
      set(draft.structure['supersedes'], 'OLD-2', id);
    });
    const codes = problemsOf(input).map(({ code }) => code);
    expect(codes).toContain('framework.unknownPair');
    expect(codes).toContain('framework.supersedesUnknown');
  });

  it.each(['constructor', 'toString'])('such as %s are no scale, unless it is there', (scale) => {
    const input = inputOf((draft) => set(inSubdomain(draft)[0], 'scale', scale));
    expect(problemsOf(input).map(({ code }) => code)).toContain('framework.unknownScale');
  });
});
