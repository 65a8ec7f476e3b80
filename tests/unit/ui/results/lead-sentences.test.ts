import { describe, expect, it } from 'vitest';
import type { ReportSentence } from '../../../../src/report/report.ts';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { leadSentences } from '../../../../src/ui/results/lead-sentences.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { localiserOf } from '../render-with-language.ts';

const framework = pairedFramework();

function wordsOf(sentences: readonly ReportSentence[], code = 'en'): string[] {
  const localiser = localiserOf(code);
  const words = frameworkWords(framework, framework.texts['en']!, localiser);
  return leadSentences(sentences, framework, words, localiser).map(({ text }) => text);
}

const levels: ReportSentence = {
  id: 'summary.levels',
  facts: { count: 44, of: 98, level: 'developed', position: 3, scale: 'maturity' },
  factsHash: 'now',
  edited: null,
};

describe('leadSentences', () => {
  it('counts first, in both languages', () => {
    expect(wordsOf([levels])).toEqual(['44 of 98 indicators stand at level 3 or above.']);
    expect(wordsOf([levels], 'fr')).toEqual(['44 indicateurs sur 98 se situent au niveau 3 ou au-dessus.']);
  });

  it('names no level where the scales call it differently', () => {
    const facts = { count: 18, of: 30, level: null, position: null, scale: null };
    expect(wordsOf([{ ...levels, facts }])).toEqual(['18 of 30 indicators stand at the upper end of their scale.']);
  });

  it('shows what a person wrote only in its language and while its facts hold', () => {
    const written = { text: 'Nearly half stand high.', factsHash: 'now', language: 'en' };
    expect(wordsOf([{ ...levels, edited: written }])).toEqual(['Nearly half stand high.']);
    expect(wordsOf([{ ...levels, edited: { ...written, factsHash: 'before' } }])[0]).toMatch(/^44 of 98/);
    expect(wordsOf([{ ...levels, edited: written }], 'fr')[0]).toMatch(/^44 indicateurs/);
    expect(wordsOf([{ ...levels, edited: { ...written, text: '  ' } }])[0]).toMatch(/^44 of 98/);
  });

  it('keeps differing positions of institutions off the page', () => {
    const differing: ReportSentence = {
      id: 'summary.differing',
      facts: { divided: 2, toDiscuss: 1, of: 9 },
      factsHash: 'now',
      edited: null,
    };
    expect(wordsOf([differing])).toEqual([]);
  });
});
