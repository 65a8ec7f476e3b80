import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../../../build/json-schemas.ts';
import { checkLinks } from '../../../../src/domain/framework/check-links.ts';
import { bandName, shortTitle } from '../../../../src/domain/framework/framework-names.ts';
import {
  frameworkStructureSchema1,
  frameworkTextsSchema1,
} from '../../../../src/domain/framework/framework-schema-1.ts';
import { parseFramework, parseSingleFileFramework } from '../../../../src/domain/framework/parse-framework.ts';
import { singleFileForm } from '../../../../src/domain/framework/single-file-form.ts';
import { predecessorsOf, successorsOf } from '../../../../src/domain/framework/supersedes.ts';
import type { Draft } from './framework-draft.ts';
import {
  brief,
  drop,
  english,
  french,
  inAll,
  inputOf,
  inSubdomain,
  problemsOf,
  set,
  withGlossary,
} from './framework-draft.ts';

const A1_PATH = ['domains', 0, 'subdomains', 0, 'indicators', 0];
const subdomain = ({ structure }: Draft) => structure['domains']![0]!['subdomains']![0]!;

/** One of each member that version 2 adds. */
const NEW_MEMBERS: Record<string, (draft: Draft) => void> = {
  readingRules(draft) {
    set(draft.structure, 'readingRules', ['all', 'federal']);
    inAll(draft, (words, language) =>
      set(words, 'readingRules', {
        all: `A level holds with all of it (${language})`,
        federal: `States too (${language})`,
      }),
    );
  },
  'glossary and terms': withGlossary,
  basis: (draft) => set(inSubdomain(draft)[0], 'basis', { 'mature/b': ['ilo-c143#9', 'gcm-2018#31 (b)'] }),
  prompts: (draft) =>
    inAll(draft, (words) => set(words['indicators']!['A-1'], 'prompts', ['Who decides?', 'Since when?'])),
  short: (draft) => inAll(draft, (words) => set(words['indicators']!['A-1'], 'short', 'Décider')),
  'bands of a sub-domain'(draft) {
    set(subdomain(draft), 'method', { bands: [{ id: 'sx', from: 0 }] });
    inAll(draft, (words) => set(words['bands'], 'sx', 'Some'));
  },
  'bands of an indicator'(draft) {
    set(inSubdomain(draft)[0], 'method', { bands: [{ id: 'ix', from: 0 }] });
    inAll(draft, (words) => set(words['bands'], 'ix', 'Some'));
  },
  results(draft) {
    const method = subdomain(draft)['method'] ?? {};
    set(subdomain(draft), 'method', { ...method, aggregate: 'table', rows: { 1: { 1: 'd' } }, results: { d: 1 } });
    inAll(draft, (words) => set(words, 'results', { d: 'Basic' }));
  },
  'supersedes to several': (draft) => set(draft.structure['supersedes'], 'OLD-3', ['A-1', 'A-2']),
  'supersedes of a requirement': (draft) => set(draft.structure['supersedes'], 'A-1/mature/c', 'A-1/mature/b'),
  'supersedes to null': (draft) => set(draft.structure['supersedes'], 'OLD-1/mature/a', null),
};
const ALL = Object.values(NEW_MEMBERS);

/** The sound framework in version 2, changed. */
const inVersion2 = (...changes: ((draft: Draft) => void)[]) =>
  inputOf((draft) => {
    set(draft.structure, 'formatVersion', 2);
    changes.forEach((change) => change(draft));
  });

function frameworkIn(input: ReturnType<typeof inputOf>) {
  const result = parseFramework(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('format version 2', () => {
  it('is read with all of its members, without a problem', () => {
    expect(problemsOf(inVersion2(...ALL))).toEqual([]);
  });

  it.each(Object.entries(NEW_MEMBERS))('is needed for %s: version 1 has no such member', (_, change) => {
    expect(problemsOf(inVersion2(change))).toEqual([]);
    const codes = new Set(problemsOf(inputOf(change)).map(({ code }) => code));
    expect([...codes]).toEqual(['framework.needsFormat2']);
  });

  it('comes through the single-file form and back, the same to the last letter', () => {
    const framework = frameworkIn(inVersion2(...ALL));
    const again = parseSingleFileFramework(JSON.parse(JSON.stringify(singleFileForm(framework))));
    expect(again).toMatchObject({ ok: true, value: { hash: framework.hash } });
    expect(singleFileForm(framework)).toMatchObject({ formatVersion: 2, readingRules: ['all', 'federal'] });
  });

  it('is written as 1 where nothing needs it, with the hash of version 1', () => {
    const plain = frameworkIn(inputOf());
    expect(problemsOf(inVersion2()).map(brief)).toEqual([
      { code: 'framework.format1Suffices', file: 'framework.json', path: ['formatVersion'] },
    ]);
    expect(frameworkIn(inVersion2())).toMatchObject({ hash: plain.hash, structure: { formatVersion: 1 } });
  });

  it.each(Object.entries(NEW_MEMBERS))('puts %s into the hash', (_, change) => {
    expect(frameworkIn(inVersion2(change)).hash).not.toBe(frameworkIn(inputOf()).hash);
  });

  it('leaves a further translation out of the hash, new members too', () => {
    const reworded = inVersion2(...ALL, (draft) => set(french(draft)['indicators']!['A-1'], 'short', 'Autre'));
    expect(frameworkIn(reworded).hash).toBe(frameworkIn(inVersion2(...ALL)).hash);
  });
});

const ERRORS: [what: string, change: (draft: Draft) => void, code: string, file: string, path: (string | number)[]][] =
  [
    [
      'a reading rule that a language lacks',
      (draft) => drop(french(draft)['readingRules'], 'all'),
      'framework.textMissing',
      'fr.json',
      ['readingRules', 'all'],
    ],
    [
      'a text for a reading rule that is not listed',
      (draft) => set(english(draft)['readingRules'], 'extra', 'More'),
      'framework.textOfNothing',
      'en.json',
      ['readingRules', 'extra'],
    ],
    [
      'a reading rule listed twice',
      ({ structure }) => set(structure, 'readingRules', ['all', 'federal', 'all']),
      'framework.duplicateId',
      'framework.json',
      ['readingRules', 2, 'id'],
    ],
    [
      'a short title that a translation lacks',
      (draft) => drop(french(draft)['indicators']!['A-1'], 'short'),
      'framework.textMissing',
      'fr.json',
      ['indicators', 'A-1', 'short'],
    ],
    [
      'a short title that the source lacks',
      (draft) => set(french(draft)['indicators']!['A-2'], 'short', 'Seul'),
      'framework.textOfNothing',
      'fr.json',
      ['indicators', 'A-2', 'short'],
    ],
    [
      'a short title of 25 letters',
      (draft) => set(english(draft)['indicators']!['A-1'], 'short', 'x'.repeat(25)),
      'framework.shortTooLong',
      'en.json',
      ['indicators', 'A-1', 'short'],
    ],
    [
      'a translation with one prompt of two',
      (draft) => set(french(draft)['indicators']!['A-1'], 'prompts', ['Qui ?']),
      'framework.textMissing',
      'fr.json',
      ['indicators', 'A-1', 'prompts', '1'],
    ],
    [
      'three prompts',
      (draft) => set(english(draft)['indicators']!['A-1'], 'prompts', ['One?', 'Two?', 'Three?']),
      'schema.tooBig',
      'en.json',
      ['indicators', 'A-1', 'prompts'],
    ],
    [
      'a band of an indicator without a name',
      (draft) => drop(english(draft)['bands'], 'ix'),
      'framework.textMissing',
      'en.json',
      ['bands', 'ix'],
    ],
    [
      'a result without a name',
      (draft) => set(french(draft), 'results', {}),
      'framework.textMissing',
      'fr.json',
      ['results', 'd'],
    ],
    [
      'a band and a result with one id and two names',
      (draft) => {
        set(subdomain(draft)['method'], 'bands', [{ id: 'd', from: 0 }]);
        inAll(draft, (words) => drop(words['bands'], 'sx'));
        set(french(draft)['bands'], 'd', 'Basic');
        set(english(draft)['bands'], 'd', 'Other');
      },
      'framework.twoNames',
      'en.json',
      ['results', 'd'],
    ],
    [
      'a basis for a requirement that the level does not have',
      (draft) => set(inSubdomain(draft)[0], 'basis', { 'mature/c': ['ilo-c143#9'] }),
      'framework.basisOfNothing',
      'framework.json',
      [...A1_PATH, 'basis', 'mature/c'],
    ],
    [
      'a basis for the lowest level',
      (draft) => set(inSubdomain(draft)[0], 'basis', { 'nascent/a': ['ilo-c143#9'] }),
      'framework.basisOfNothing',
      'framework.json',
      [...A1_PATH, 'basis', 'nascent/a'],
    ],
    [
      'a basis by no address',
      (draft) => set(inSubdomain(draft)[0], 'basis', { mature: ['ilo-c143#9'] }),
      'schema.invalid',
      'framework.json',
      [...A1_PATH, 'basis', 'mature'],
    ],
    [
      'an indicator superseded by nothing',
      ({ structure }) => set(structure['supersedes'], 'OLD-9', null),
      'framework.supersedesKind',
      'framework.json',
      ['supersedes', 'OLD-9'],
    ],
    [
      'an indicator superseded by a requirement',
      ({ structure }) => set(structure['supersedes'], 'OLD-9', 'A-1/mature/a'),
      'framework.supersedesKind',
      'framework.json',
      ['supersedes', 'OLD-9'],
    ],
    [
      'a requirement superseded by two',
      ({ structure }) => set(structure['supersedes'], 'OLD-9/mature/a', ['A-1', 'A-2']),
      'framework.supersedesKind',
      'framework.json',
      ['supersedes', 'OLD-9/mature/a'],
    ],
    [
      'one of several that is not here',
      ({ structure }) => set(structure['supersedes'], 'OLD-9', ['A-1', 'GONE']),
      'framework.supersedesUnknown',
      'framework.json',
      ['supersedes', 'OLD-9'],
    ],
    [
      'a requirement that is not here',
      ({ structure }) => set(structure['supersedes'], 'OLD-9/mature/a', 'B-1/mature/c'),
      'framework.supersedesUnknown',
      'framework.json',
      ['supersedes', 'OLD-9/mature/a'],
    ],
    [
      'a circle through several',
      ({ structure }) => {
        set(structure['supersedes'], 'OLD-8', ['A-1', 'OLD-9']);
        set(structure['supersedes'], 'OLD-9', 'OLD-8');
      },
      'framework.supersedesCycle',
      'framework.json',
      ['supersedes', 'OLD-8'],
    ],
  ];

describe('what version 2 refuses', () => {
  it.each(ERRORS)('%s', (_, change, code, file, path) => {
    const found = problemsOf(inVersion2(...ALL, change));
    expect(found.filter(({ severity }) => severity === 'error').map(brief)).toEqual([{ code, file, path }]);
  });

  it('counts letters as people do: an accent written apart is none', () => {
    const short = 'é'.repeat(24).normalize('NFD');
    expect(
      problemsOf(inVersion2((draft) => inAll(draft, (words) => set(words['indicators']!['A-1'], 'short', short)))),
    ).toEqual([]);
  });

  it('knows the instruments of a basis where the crosswalk is at hand', () => {
    const { structure } = frameworkIn(inVersion2(NEW_MEMBERS['basis']!));
    const crosswalks = new Map([['instruments', new Set(['ilo-c143'])]]);
    expect(checkLinks(structure, crosswalks).map(({ code, path }) => [code, path])).toEqual([
      ['framework.unknownInstrument', [...A1_PATH, 'basis', 'mature/b', 1]],
    ]);
  });
});

describe('level ids that an answer sheet cannot tell apart', () => {
  const rename = (id: string) => (draft: Draft) => {
    set(draft.structure['scales']!['maturity']!['levels']![0], 'id', id);
    inAll(draft, (words) => {
      set(words['scales']!['maturity'], id, 'Lowest');
      drop(words['scales']!['maturity'], 'nascent');
      Object.values(words['indicators']!).forEach((indicator) => {
        set(indicator['levels'], id, ['Nothing.']);
        drop(indicator['levels'], 'nascent');
      });
    });
  };

  it.each([
    ['Mature', 'framework.levelIdsAlike', 2],
    ['unknown', 'framework.levelIdReserved', 0],
    ['None', 'framework.levelIdReserved', 0],
    ['na', 'framework.levelIdReserved', 0],
  ])('are refused in version 2 and stay readable in version 1: %s', (id, code, level) => {
    const found = { code, file: 'framework.json', path: ['scales', 'maturity', 'levels', level, 'id'] };
    expect(parseFramework(inVersion2(NEW_MEMBERS['basis']!, rename(id))).ok).toBe(false);
    expect(problemsOf(inVersion2(NEW_MEMBERS['basis']!, rename(id))).map(brief)).toEqual([found]);
    const released = parseFramework(inputOf(rename(id)));
    expect(released.ok && released.advice.map(brief)).toEqual([found]);
  });
});

describe('the JSON Schema of version 1', () => {
  it('takes what version 1 takes and none of the new members', () => {
    const { structure, texts } = inputOf();
    expect(frameworkStructureSchema1.safeParse(structure).success).toBe(true);
    expect(frameworkTextsSchema1.safeParse(texts['en']).success).toBe(true);
    for (const [name, change] of Object.entries(NEW_MEMBERS)) {
      const input = inputOf(change);
      const isTaken =
        frameworkStructureSchema1.safeParse(input.structure).success &&
        frameworkTextsSchema1.safeParse(input.texts['en']).success;
      // Names of bands are by id in both: only where the bands stand is new.
      expect(isTaken, name).toBe(name.startsWith('bands of'));
    }
  });

  it('is served beside that of version 2', () => {
    const json = (name: keyof typeof SCHEMAS) => JSON.stringify(z.toJSONSchema(SCHEMAS[name], { io: 'input' }));
    expect(json('framework-1')).not.toContain('readingRules');
    expect(json('framework-1')).toContain('"const":1');
    expect(json('framework-2')).toContain('"const":2');
    expect(json('framework-texts-2')).toContain('prompts');
    expect(json('framework-single-file-2')).toContain('basis');
  });
});

describe('what took the place of what', () => {
  const supersedes = { 'OLD-1': ['NEW-1', 'OLD-2'], 'OLD-2': 'NEW-2', 'A/l/a': 'A/l/b', 'A/l/c': null };

  it('is followed through every version between', () => {
    expect(successorsOf(supersedes, 'OLD-1')).toEqual(['NEW-1', 'NEW-2']);
    expect(successorsOf(supersedes, 'A/l/a')).toEqual(['A/l/b']);
    expect(successorsOf(supersedes, 'A/l/c')).toEqual([]);
    expect(successorsOf(supersedes, 'NEW-1')).toEqual(['NEW-1']);
    expect(successorsOf({ A: 'B', B: 'A' }, 'A')).toEqual([]);
  });

  it('is found from the new name too', () => {
    expect(predecessorsOf(supersedes, 'NEW-2')).toEqual(['OLD-1', 'OLD-2']);
    expect(predecessorsOf(undefined, 'NEW-2')).toEqual([]);
  });
});

describe('names', () => {
  const { texts } = frameworkIn(inVersion2(...ALL));
  const named = (title: string) => ({ ...texts['en']!, indicators: { X: { title, question: '?', levels: {} } } });

  it('of bands and results are found anywhere', () => {
    expect(['low', 'ix', 'd', 'gone'].map((id) => bandName(texts['en']!, id))).toEqual([
      'Band low',
      'Some',
      'Basic',
      undefined,
    ]);
  });

  it('short: the one given, else the title cut at a word', () => {
    expect(shortTitle(texts['fr']!, 'A-1')).toBe('Décider');
    expect(shortTitle(texts['fr']!, 'gone')).toBe('gone');
    expect(shortTitle(named('Twenty-four letters here'), 'X')).toBe('Twenty-four letters here');
    expect(shortTitle(named('Twenty-three letters are a line'), 'X')).toBe('Twenty-three letters…');
    expect(shortTitle(named('Title, that goes on and on'), 'X')).toBe('Title, that goes on and…');
    expect(shortTitle(named('x'.repeat(40)), 'X')).toBe(`${'x'.repeat(23)}…`);
  });
});
