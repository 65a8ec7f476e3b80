import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { glossary } from '../../../src/words/glossary.ts';
import { localiserOf } from '../ui/render-with-language.ts';

describe.each(LANGUAGES.map(({ code }) => code))('the glossary in %s', (code) => {
  const [paper, screen] = (['paper', 'screen'] as const).map((place) => glossary(localiserOf(code), place));
  const all = [...(screen?.terms ?? []), ...(screen?.acronyms ?? [])];

  it('explains on screens the words of the papers and of the work', () => {
    expect(screen?.terms).toEqual(expect.arrayContaining([...(paper?.terms ?? [])]));
    expect(screen?.terms.length).toBeGreaterThan(paper?.terms.length ?? 0);
    expect(screen?.acronyms).toEqual(paper?.acronyms);
  });

  it('has every word once, in the order of the alphabet', () => {
    const terms = all.map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
    const sorted = (screen?.terms ?? []).map(({ term }) => term);
    expect(sorted).toEqual(sorted.toSorted((a, b) => a.localeCompare(b, code)));
    expect(all.filter(({ text }) => text === '')).toEqual([]);
  });
});
