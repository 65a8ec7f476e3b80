import { describe, expect, it } from 'vitest';
import { parseFramework } from '../../../../src/domain/framework/parse-framework.ts';
import type { ProblemPath } from '../../../../src/domain/problem.ts';
import type { Draft } from './framework-draft.ts';
import { brief, drop, english, french, inputOf, inSubdomain, method, set } from './framework-draft.ts';

type Case = [what: string, change: (draft: Draft) => void, code: string, file: string, path: ProblemPath];

const FILE = 'framework.json';
const A1 = ['domains', 0, 'subdomains', 0, 'indicators', 0] as const;

const ERRORS: Case[] = [
  [
    'an indicator id used twice',
    (draft) => set(inSubdomain(draft)[1], 'id', 'A-1'),
    'framework.duplicateId',
    FILE,
    ['domains', 0, 'subdomains', 0, 'indicators', 1, 'id'],
  ],
  [
    'a domain id used twice',
    ({ structure }) => set(structure['domains']![1], 'id', 'institutions'),
    'framework.duplicateId',
    FILE,
    ['domains', 1, 'id'],
  ],
  [
    'a level id used twice',
    ({ structure }) => set(structure['scales']!['maturity']!['levels']![2], 'id', 'emerging'),
    'framework.duplicateId',
    FILE,
    ['scales', 'maturity', 'levels', 2, 'id'],
  ],
  [
    'a band id used twice',
    (draft) => set(method(draft)['bands']![1], 'id', 'low'),
    'framework.duplicateId',
    FILE,
    ['method', 'bands', 1, 'id'],
  ],
  [
    'a domain with sub-domains and indicators',
    ({ structure }) => set(structure['domains']![0], 'indicators', [{ id: 'C-1', scale: 'maturity' }]),
    'framework.domainContent',
    FILE,
    ['domains', 0],
  ],
  [
    'a domain with neither',
    ({ structure }) => drop(structure['domains']![1], 'indicators'),
    'framework.domainContent',
    FILE,
    ['domains', 1],
  ],
  [
    'points that do not rise',
    ({ structure }) => set(structure['scales']!['maturity']!['levels']![2], 'points', 1),
    'framework.pointsNotRising',
    FILE,
    ['scales', 'maturity', 'levels', 2, 'points'],
  ],
  [
    'points below 0',
    ({ structure }) => set(structure['scales']!['maturity']!['levels']![0], 'points', -1),
    'framework.negativePoints',
    FILE,
    ['scales', 'maturity', 'levels', 0, 'points'],
  ],
  [
    'a scale that is not there',
    (draft) => set(inSubdomain(draft)[0], 'scale', 'letters'),
    'framework.unknownScale',
    FILE,
    [...A1, 'scale'],
  ],
  [
    'a pair that is no indicator',
    (draft) => set(inSubdomain(draft)[0], 'pair', 'Z-9'),
    'framework.unknownPair',
    FILE,
    [...A1, 'pair'],
  ],
  [
    'an indicator paired with itself',
    (draft) => set(inSubdomain(draft)[0], 'pair', 'A-1'),
    'framework.unknownPair',
    FILE,
    [...A1, 'pair'],
  ],
  [
    'a pair on one side only',
    (draft) => drop(inSubdomain(draft)[1], 'pair'),
    'framework.pairNotMutual',
    FILE,
    [...A1, 'pair'],
  ],
  [
    'an institution type that is not listed',
    (draft) => set(inSubdomain(draft)[0], 'competence', ['interior', 'health']),
    'framework.unknownInstitutionType',
    FILE,
    [...A1, 'competence', 1],
  ],
  [
    'a source that is not listed',
    (draft) => set(inSubdomain(draft)[0], 'sources', ['review#3']),
    'framework.unknownSource',
    FILE,
    [...A1, 'sources', 0],
  ],
  [
    'an id that is superseded and still used',
    ({ structure }) => set(structure['supersedes'], 'B-1', 'A-1'),
    'framework.supersededStillUsed',
    FILE,
    ['supersedes', 'B-1'],
  ],
  [
    'a circle of superseded ids',
    ({ structure }) => set(structure['supersedes'], 'OLD-2', 'OLD-1'),
    'framework.supersedesCycle',
    FILE,
    ['supersedes', 'OLD-1'],
  ],
  [
    'an id superseded by nothing known',
    ({ structure }) => set(structure['supersedes'], 'OLD-2', 'NEW-9'),
    'framework.supersedesUnknown',
    FILE,
    ['supersedes', 'OLD-2'],
  ],
  [
    'weights that are all 0',
    ({ structure }) => structure['domains']!.forEach((domain) => set(domain, 'weight', 0)),
    'framework.noWeight',
    FILE,
    ['domains'],
  ],
  [
    'indicator weights that are all 0',
    (draft) => inSubdomain(draft).forEach((indicator) => set(indicator, 'weight', 0)),
    'framework.noWeight',
    FILE,
    ['domains', 0, 'subdomains', 0, 'indicators'],
  ],
  [
    'a source language that is not listed',
    ({ structure }) => set(structure, 'sourceLanguage', 'es'),
    'framework.sourceLanguageNotListed',
    FILE,
    ['sourceLanguage'],
  ],
  [
    'a language without texts',
    ({ structure }) => set(structure, 'languages', ['en', 'fr', 'ar']),
    'framework.languageMissing',
    'ar.json',
    [],
  ],
  [
    'texts in a language that is not listed',
    ({ structure }) => set(structure, 'languages', ['en']),
    'framework.languageNotListed',
    'fr.json',
    [],
  ],
  [
    'bands that do not begin at 0',
    (draft) => set(method(draft)['bands']![0], 'from', 10),
    'framework.bandsStartAtZero',
    FILE,
    ['method', 'bands', 0, 'from'],
  ],
  [
    'bands that do not rise',
    (draft) => set(method(draft)['bands']![1], 'from', 0),
    'framework.bandsNotRising',
    FILE,
    ['method', 'bands', 1, 'from'],
  ],
  [
    'a rule table without rows',
    ({ structure }) => set(structure['domains']![1], 'method', { aggregate: 'table', results: { d: 1 } }),
    'framework.tableIncomplete',
    FILE,
    ['domains', 1, 'method'],
  ],
  [
    'a rule table with a result that is not listed',
    (draft) => Object.assign(method(draft), { aggregate: 'table', rows: { 2: { 4: 'e' } }, results: { d: 1 } }),
    'framework.tableUnknownResult',
    FILE,
    ['method', 'rows', '2', '4'],
  ],
  [
    'a capped sum without a cap',
    ({ structure }) => set(structure['domains']![0]!['subdomains']![0], 'method', { aggregate: 'sum-capped' }),
    'framework.capMissing',
    FILE,
    ['domains', 0, 'subdomains', 0, 'method'],
  ],
  [
    'an indicator without texts',
    (draft) => drop(french(draft)['indicators'], 'B-1'),
    'framework.textMissing',
    'fr.json',
    ['indicators', 'B-1'],
  ],
  [
    'a level without text',
    (draft) => drop(english(draft)['indicators']!['A-1']!['levels'], 'mature'),
    'framework.textMissing',
    'en.json',
    ['indicators', 'A-1', 'levels', 'mature'],
  ],
  [
    'a band without a name',
    (draft) => drop(french(draft)['bands'], 'high'),
    'framework.textMissing',
    'fr.json',
    ['bands', 'high'],
  ],
  [
    'a text of nothing',
    (draft) => set(french(draft)['domains'], 'gone', { title: 'Disparu' }),
    'framework.textOfNothing',
    'fr.json',
    ['domains', 'gone'],
  ],
  [
    'fewer requirements than in the source language',
    (draft) => set(french(draft)['indicators']!['A-1']!['levels'], 'mature', ['Une seule']),
    'framework.requirementCount',
    'fr.json',
    ['indicators', 'A-1', 'levels', 'mature'],
  ],
  ['a key that is misspelt', (draft) => set(inSubdomain(draft)[0], 'wieght', 1), 'schema.unknownKeys', FILE, [...A1]],
  ['a key that is missing', ({ structure }) => drop(structure, 'version'), 'schema.missing', FILE, ['version']],
  ['a weight below 0', (draft) => set(inSubdomain(draft)[0], 'weight', -1), 'schema.tooSmall', FILE, [...A1, 'weight']],
  ['an id with a space', (draft) => set(inSubdomain(draft)[0], 'id', 'A 1'), 'schema.wrongFormat', FILE, [...A1, 'id']],
  [
    'a way of combining that does not exist',
    (draft) => set(method(draft), 'aggregate', 'median'),
    'schema.notAllowed',
    FILE,
    ['method', 'aggregate'],
  ],
  [
    'points beyond a million',
    ({ structure }) => set(structure['scales']!['maturity']!['levels']![2], 'points', 1_000_001),
    'schema.tooBig',
    FILE,
    ['scales', 'maturity', 'levels', 2, 'points'],
  ],
  ['an empty text', (draft) => set(french(draft), 'title', '  '), 'schema.wrongFormat', 'fr.json', ['title']],
  [
    'more than three requirements',
    (draft) => set(english(draft)['indicators']!['A-1']!['levels'], 'mature', ['a', 'b', 'c', 'd']),
    'schema.tooBig',
    'en.json',
    ['indicators', 'A-1', 'levels', 'mature'],
  ],
];

describe('a faulty framework is refused for', () => {
  it.each(ERRORS)('%s', (_, change, code, file, path) => {
    const result = parseFramework(inputOf(change));
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map(brief)).toContainEqual({ code, file, path });
    expect(problems.filter(({ severity }) => severity === 'advice')).toEqual([]);
  });
});

describe('a method is checked as it is in force', () => {
  const domains = (draft: Draft) => draft.structure['domains']!;
  const subdomain = (draft: Draft) => domains(draft)[0]!['subdomains']![0]!;
  const ROWS = { 1: { 1: 'd' }, 2: { 2: 'd' } };

  it.each([
    [
      'cap',
      (draft: Draft) => {
        set(domains(draft)[0], 'method', { cap: 10 });
        set(subdomain(draft), 'method', { aggregate: 'sum-capped' });
      },
    ],
    [
      'rows and results',
      (draft: Draft) => {
        set(domains(draft)[0], 'method', { rows: ROWS, results: { d: 1 } });
        set(subdomain(draft), 'method', { aggregate: 'table' });
      },
    ],
  ])('with the %s of the domain above', (_, change) => {
    expect(parseFramework(inputOf(change)).ok).toBe(true);
  });

  it('where rows are replaced below and the table is inherited', () => {
    const input = inputOf((draft) => {
      set(domains(draft)[0], 'method', { aggregate: 'table', rows: ROWS, results: { d: 1 } });
      set(subdomain(draft), 'method', { rows: { 1: { 1: 'zz' } } });
    });
    const result = parseFramework(input);
    expect(result.ok ? [] : result.problems.map(brief)).toEqual([
      {
        code: 'framework.tableUnknownResult',
        file: FILE,
        path: ['domains', 0, 'subdomains', 0, 'method', 'rows', '1', '1'],
      },
    ]);
  });

  it('where results are replaced below and the rows are inherited', () => {
    const input = inputOf((draft) => {
      set(domains(draft)[0], 'method', { aggregate: 'table', rows: ROWS, results: { d: 1 } });
      set(subdomain(draft), 'method', { results: { c: 1 } });
    });
    const result = parseFramework(input);
    const codes = result.ok ? [] : result.problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['framework.tableUnknownResult']));
  });

  it.each([
    [0.6667, 2, 3],
    [0.67, 2, 3],
    [0.17, 1, 6],
  ])('and advised against where a share is just above what is meant: %d', (coverage, answered, total) => {
    const result = parseFramework(inputOf((draft) => set(method(draft), 'minimumCoverage', coverage)));
    expect(result.ok && result.advice).toMatchObject([
      { code: 'framework.coverageJustAbove', severity: 'advice', params: { coverage, answered, total } },
    ]);
  });

  it.each([0, 0.5, 0.6666, 0.7, 0.75, 0.8, 0.9, 1])('and not where the share is what it says: %d', (coverage) => {
    const result = parseFramework(inputOf((draft) => set(method(draft), 'minimumCoverage', coverage)));
    expect(result).toMatchObject({ ok: true, advice: [] });
  });
});
