import { describe, expect, it } from 'vitest';
import { joinLanguages, withStoredLanguages } from '../../../../src/domain/framework/join-languages.ts';
import { newestFramework } from '../../../../src/domain/framework/newest-framework.ts';
import { singleFileForm } from '../../../../src/domain/framework/single-file-form.ts';
import { tinyFramework, tinyFrameworkJson } from '../../../fixtures/tiny-framework.ts';

const { en } = tinyFrameworkJson()['texts'] as { en: Record<string, unknown> };

/** A copy of the tiny framework with further languages, by the title each gives it. */
const copyWith = (titles: Readonly<Record<string, string>>, changes: Record<string, unknown> = {}) =>
  tinyFramework({
    ...changes,
    languages: ['en', ...Object.keys(titles)],
    texts: {
      en,
      ...Object.fromEntries(Object.entries(titles).map(([language, title]) => [language, { ...en, title }])),
    },
  });
const titlesOf = ({ texts }: ReturnType<typeof tinyFramework>) =>
  Object.fromEntries(Object.entries(texts).map(([language, { title }]) => [language, title]));

const french = copyWith({ fr: 'Petit cadre' });
const spanish = copyWith({ es: 'Marco pequeño' });

describe('copies of one framework', () => {
  it('have one hash whatever their translations, and join to one with the languages of all', () => {
    const joined = joinLanguages(french, spanish);
    expect(joined.hash).toBe(french.hash);
    expect(joined.structure.languages).toEqual(['en', 'fr', 'es']);
    expect(titlesOf(joined)).toEqual({ en: 'A tiny framework', fr: 'Petit cadre', es: 'Marco pequeño' });
  });

  it('keep their own words where both have a language', () => {
    expect(titlesOf(joinLanguages(french, copyWith({ fr: 'Autre', es: 'Marco' })))).toMatchObject({
      fr: 'Petit cadre',
      es: 'Marco',
    });
  });

  it('take nothing from a framework that is another one', () => {
    const other = copyWith({ es: 'Marco pequeño' }, { version: '1.2.1' });
    expect(joinLanguages(french, other)).toBe(french);
  });

  it('lose no language when files are merged, in any order', () => {
    const all = [french, spanish, copyWith({ fr: 'Autre', de: 'Kleiner Rahmen' }), tinyFramework()];
    const orders = all.map((_, at) => [...all.slice(at), ...all.slice(0, at)]);
    for (const [first, ...others] of [...orders, ...orders.map((order) => order.toReversed())]) {
      expect(titlesOf(newestFramework(first!, ...others))).toEqual({
        en: 'A tiny framework',
        fr: 'Autre',
        es: 'Marco pequeño',
        de: 'Kleiner Rahmen',
      });
    }
  });

  it('are stored as given where what was stored is no framework or has nothing to add', () => {
    const given = singleFileForm(french);
    for (const stored of [
      undefined,
      null,
      7,
      { languages: ['es'] },
      { languages: 'es' },
      singleFileForm(tinyFramework()),
    ])
      expect(withStoredLanguages(given, stored)).toBe(given);
  });
});
