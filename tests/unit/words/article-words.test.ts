import { describe, expect, it } from 'vitest';
import { articleWords } from '../../../src/words/article-words.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const basis = { 'developed/a': ['crc#12', 'icerd', 'iccpr#26'], 'mature/b': ['crc#3', 'crc#20'] };
const names: Readonly<Record<string, string>> = { crc: 'CRC', icerd: 'ICERD' };
const wordsIn = (language: string) =>
  articleWords({ id: 'X-1', scale: 'maturity', basis }, (code) => names[code] ?? null, localiserOf(language));

describe('the legal basis of an indicator', () => {
  it.each([
    ['en', ['CRC, arts. 3, 12, 20', 'ICERD', 'iccpr, art. 26']],
    ['fr', ['CRC, articles 3, 12, 20', 'ICERD', 'iccpr, article 26']],
    ['es', ['CRC, arts. 3, 12, 20', 'ICERD', 'iccpr, art. 26']],
    ['ar', ['CRC، المواد 3، 12، 20', 'ICERD', 'iccpr، المادة 26']],
  ])('names each instrument once, its articles from the lowest, in %s', (language, words) => {
    // The space before a number does not break.
    expect(wordsIn(language).map((said) => said.replaceAll('\u00a0', ' '))).toEqual(words);
  });
});
