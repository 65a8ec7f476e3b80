import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findable } from '../../../../src/ui/habits/find-in-texts.ts';
import { createFinder } from '../../../../src/ui/habits/find-in-texts.ts';

const indicator = (code: string, title: string, ...texts: string[]): Findable => ({
  id: code,
  kind: 'indicator',
  code,
  title,
  texts,
});
const idsOf = (items: readonly Findable[], query: string) => createFinder(items)(query).map(({ item }) => item.id);

const SOME = [
  indicator('SO-02', 'Visa and residence', 'Are permits issued on time?', 'Decisions are published. See SO-20.'),
  indicator('SO-20', 'Réunification familiale', 'La réunification est-elle prévue par la loi ?'),
  indicator('MR-02', 'Integration of migrants', 'Who pays for language courses?', 'An œuvre is named.'),
  { id: 'plan', kind: 'page', title: 'Plan', texts: [] } as const,
];

describe('finding in all texts', () => {
  it.each([
    ['so-20', ['SO-20', 'SO-02'], 'the code that was said, then a text that names it'],
    ['SO', ['SO-02', 'SO-20'], 'codes that begin so, in their order'],
    ['REUNIFICATION', ['SO-20'], 'accents and case do not matter'],
    ['oeuvre', ['MR-02'], 'nor do joined letters'],
    ['courses language', ['MR-02'], 'every word, in any order'],
    ['permits courses', [], 'and never some of them'],
    ['plan', ['plan'], 'pages'],
    ['  ', [], 'nothing asked'],
  ])('finds by %s: %j (%s)', (query, expected) => {
    expect(idsOf(SOME, query)).toEqual(expected);
  });

  it('says in which text a word stands, where the title does not say it', () => {
    const find = createFinder(SOME);
    expect(find('published')[0]?.passage).toBe('Decisions are published. See SO-20.');
    expect(find('residence')[0]?.passage).toBe(null);
    expect(find('residence published')[0]?.passage, 'the words stand apart').toBe(
      'Decisions are published. See SO-20.',
    );
  });

  it('finds everything by any piece of its words', () => {
    const words = fc.array(fc.stringMatching(/^[a-zéœ]{1,8}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, fc.nat(), (title, text, pick) => {
        const item = indicator('X-1', title.join(' '), text.join(' '));
        const all = [...title, ...text];
        expect(idsOf([item], all[pick % all.length]!.toUpperCase())).toEqual(['X-1']);
      }),
    );
  });

  it('answers a letter within 50 ms among 1,000 indicators, each with texts of 1,500 letters', () => {
    const sentence = 'The competent authority publishes its decisions on residence and réunification each year. ';
    const many = Array.from({ length: 1000 }, (_, index) =>
      indicator(`I-${index}`, `Title ${index}`, ...Array.from({ length: 4 }, () => sentence.repeat(4))),
    );
    const find = createFinder(many);
    const timesMs = ['r', 're', 'réunif', 'réunification 99'].flatMap((query) =>
      [1, 2, 3].map(() => {
        const before = performance.now();
        find(query);
        return performance.now() - before;
      }),
    );
    expect(find('réunification')).toHaveLength(1000);
    // The best of each run: what the machine did besides is not ours.
    expect(Math.min(...timesMs)).toBeLessThan(50);
  });
});
