import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FrameworkTexts } from '../../../../src/domain/framework/framework-schema.ts';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import type { Draft } from './framework-draft.ts';
import {
  brief,
  drop,
  english,
  french,
  inputOf,
  inSubdomain,
  problemsOf,
  set,
  withGlossary,
} from './framework-draft.ts';

const A1_PATH = ['domains', 0, 'subdomains', 0, 'indicators', 0];

const problemsWith = (change: (draft: Draft) => void) =>
  problemsOf(
    inputOf((draft) => {
      set(draft.structure, 'formatVersion', 2);
      withGlossary(draft);
      change(draft);
    }),
  );

const ERRORS: [what: string, change: (draft: Draft) => void, code: string, file: string, path: (string | number)[]][] =
  [
    [
      'a term that a language lacks',
      (draft) => drop(french(draft)['glossary'], 'decree'),
      'framework.textMissing',
      'fr.json',
      ['glossary', 'decree'],
    ],
    [
      'the meaning of a term that is not listed',
      (draft) => set(english(draft)['glossary'], 'extra', { term: 'x', text: 'y', source: 'z' }),
      'framework.textOfNothing',
      'en.json',
      ['glossary', 'extra'],
    ],
    [
      'a term without its source',
      (draft) => drop(english(draft)['glossary']!['decree'], 'source'),
      'schema.missing',
      'en.json',
      ['glossary', 'decree', 'source'],
    ],
    [
      'a term that the glossary does not have',
      (draft) => set(inSubdomain(draft)[0], 'terms', ['decree', 'quorum', 'gazette']),
      'framework.unknownTerm',
      'framework.json',
      [...A1_PATH, 'terms', 2],
    ],
    [
      'a term named twice',
      (draft) => set(inSubdomain(draft)[0], 'terms', ['decree', 'quorum', 'decree']),
      'framework.duplicateId',
      'framework.json',
      [...A1_PATH, 'terms', 2, 'id'],
    ],
    [
      'an explanation of more than 400 letters',
      (draft) => set(french(draft)['glossary']!['decree'], 'text', 'é'.repeat(401)),
      'framework.termTooLong',
      'fr.json',
      ['glossary', 'decree', 'text'],
    ],
  ];

describe('the glossary of a framework', () => {
  it.each(ERRORS)('refuses %s', (_, change, code, file, path) => {
    const found = problemsWith(change).filter(({ severity }) => severity === 'error');
    expect(found.map(brief)).toEqual([{ code, file, path }]);
  });

  it('advises against a term that no indicator names', () => {
    const found = problemsWith((draft) =>
      inSubdomain(draft).forEach((indicator) => set(indicator, 'terms', ['decree'])),
    );
    expect(found.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['framework.unusedTerm', 'advice', ['glossary', 1]],
    ]);
  });
});

describe('the frameworks of this project', () => {
  const glossaryOf = (framework: string, language: string) =>
    (JSON.parse(readFileSync(`indicators/${framework}/${language}.json`, 'utf8')) as FrameworkTexts).glossary ?? {};

  it.each(LANGUAGES.map(({ code }) => code))('explain a term that both have in the same words (%s)', (language) => {
    const main = glossaryOf('migration-governance', language);
    const official = glossaryOf('sdg-10-7-2', language);
    expect(Object.keys(official).length).toBeGreaterThan(10);
    expect(main).toMatchObject(official);
  });
});
