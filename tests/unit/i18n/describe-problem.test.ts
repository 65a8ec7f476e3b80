import { describe, expect, it } from 'vitest';
import { describeProblem, formatPath, wordProblem } from '../../../src/i18n/describe-problem.ts';
import { findLanguage } from '../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../src/i18n/localiser.ts';
import { readCatalogue } from './read-catalogue.ts';

const localiserOf = (code: string) => createLocaliser(findLanguage(code)!, readCatalogue(code));
const [english, french] = [localiserOf('en'), localiserOf('fr')];

const problem = {
  code: 'framework.textMissing',
  file: 'fr.json',
  path: ['indicators', 'A-1'],
  params: { id: 'A-1', what: 'indicator', of: 'none', language: 'fr' },
};

describe('describeProblem', () => {
  it('says where, by line or by path, and what', () => {
    expect(describeProblem(english, problem)).toBe(
      'fr.json, indicators.A-1: There is no text in French for indicator A-1. Add it.',
    );
    expect(describeProblem(english, { ...problem, line: 12 })).toMatch(/^fr\.json, line 12: There is no text/);
    expect(describeProblem(english, { ...problem, file: '', path: [] })).toBe(
      'There is no text in French for indicator A-1. Add it.',
    );
  });

  it('words the things that parameters name', () => {
    expect(wordProblem(french, problem)).toContain('indicateur');
    const level = { ...problem, params: { id: 'mature', what: 'level', of: 'A-1', language: 'fr' } };
    expect(wordProblem(french, level)).toMatch(/niveau mature de A.1/);
    expect(wordProblem(english, { code: 'schema.missing', params: { expected: 'array' } })).toContain('a list');
  });

  it('keeps date and ending of a file name as they are written, where its words read to the left', () => {
    const refused = { code: 'document.empty', params: { name: 'مسودة-2026-12-01.pdf' } };
    for (const localiser of [english, localiserOf('ar')]) {
      expect(wordProblem(localiser, refused)).toContain('مسودة-\u20682026-12-01.pdf\u2069');
    }
    expect(wordProblem(english, { ...refused, params: { name: 'draft-2026.pdf' } })).toContain(
      'draft-2026.pdf is empty',
    );
  });

  it('shows a code without words as it is', () => {
    expect(wordProblem(english, { code: 'nobody.knows', params: {} })).toBe('nobody.knows');
  });
});

describe('formatPath', () => {
  it('is written as in code', () => {
    expect(formatPath(['domains', 0, 'indicators', 2, 'scale'])).toBe('domains[0].indicators[2].scale');
    expect(formatPath([])).toBe('');
    expect(formatPath(['indicators', 'A'.repeat(100_000)])).toHaveLength(301);
  });
});
