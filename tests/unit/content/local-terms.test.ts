import { describe, expect, it } from 'vitest';
import { builtInFrameworks } from '../../../src/content/built-in-frameworks.ts';
import { LOCAL_TERMS, withWordsHere } from '../../../src/content/local-terms.ts';
import { termsNamedIn } from '../../../src/domain/framework/local-words.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';

const frameworks = await Promise.all(builtInFrameworks.cards.map(({ id }) => builtInFrameworks.loadFramework(id)));
const main = frameworks.find(({ id }) => id === 'migration-governance') as Framework;

/** Sentences of the main framework that end with names of this country, by indicator and level. */
const levelOf = (shown: Framework, language: string, indicator: string, level: string) =>
  textsIn(shown, language).indicators[indicator]?.levels[level] ?? [];

describe('what institutions are called in a country', () => {
  it('stands behind the first sentence of an indicator that names one, which itself stays as it was read', () => {
    const shown = withWordsHere(main, { gendarmerie: { fr: 'Garde nationale' }, parliament: { fr: 'Assemblée' } });
    const [before, after] = [main, shown].map((one) => textsIn(one, 'fr').indicators['SO-11']!);
    expect(after?.question).toBe(before?.question);
    expect(levelOf(shown, 'fr', 'SO-11', 'mature')).toEqual([
      ...levelOf(main, 'fr', 'SO-11', 'mature').slice(0, 2),
      `${levelOf(main, 'fr', 'SO-11', 'mature')[2]} [ici : gendarmerie = Garde nationale]`,
    ]);
    const [question, ...sentences] = [
      textsIn(shown, 'fr').indicators['MR-03']!.question,
      ...Object.values(textsIn(shown, 'fr').indicators['MR-03']!.levels).flat(),
    ];
    expect(question).toContain('[ici : gendarmerie = Garde nationale]');
    expect(sentences.filter((sentence) => sentence.includes('[ici'))).toEqual([]);
    expect(textsIn(shown, 'en')).toBe(textsIn(main, 'en'));
  });

  it('stands behind each next step that names one, which stands alone in a plan', () => {
    const shown = withWordsHere(main, { gendarmerie: { fr: 'Garde nationale' } });
    const steps = (one: Framework) => Object.values(textsIn(one, 'fr').indicators['SO-11']!.advance ?? {});
    const named = steps(main).filter((step) => step.includes('gendarmerie'));
    expect(steps(shown).filter((step) => step.endsWith('[ici : gendarmerie = Garde nationale]'))).toHaveLength(
      named.length,
    );
  });

  it('stands behind the question that opens the talk, and behind a note where it is named for the first time', () => {
    const shown = withWordsHere(main, { police: { es: 'Seguridad Nacional' } });
    const own = (indicator: string) => textsIn(shown, 'es').indicators[indicator];
    expect(own('IC-23')?.prompts?.[0]).toContain('[aquí: policía = Seguridad Nacional]');
    expect(own('SO-38')?.note).toContain('[aquí: policía = Seguridad Nacional]');
  });

  it('is found in Arabic where the article and what is written at the word hide it', () => {
    const shown = withWordsHere(main, { police: { ar: 'الأمن الوطني' } });
    const [before, after] = [main, shown].map(
      (one) => JSON.stringify(textsIn(one, 'ar').indicators).split('الشرطة = الأمن الوطني').length,
    );
    expect(before).toBe(1);
    expect(after).toBeGreaterThan(15);
  });

  it('takes a word for the longest institution that it is part of', () => {
    const shown = withWordsHere(main, { police: { en: 'Sûreté' } });
    expect(textsIn(shown, 'en').indicators['SO-19']?.advance?.['emerging']).not.toContain('Sûreté');
  });

  it('is only shown: without words nothing is made anew, and the framework keeps its name and hash', () => {
    expect(withWordsHere(main, undefined)).toBe(main);
    const shown = withWordsHere(main, { police: { en: 'Sûreté' } });
    expect([shown.id, shown.version, shown.hash]).toEqual([main.id, main.version, main.hash]);
    expect(textsIn(withWordsHere(main, { police: { en: ' ' } }), 'en')).toEqual(textsIn(main, 'en'));
  });

  it.each(LANGUAGES.map(({ code }) => code))('has a list in %s of which every form stands in a framework', (code) => {
    const terms = LOCAL_TERMS[code]?.terms ?? {};
    const unused = Object.entries(terms).flatMap(([id, { name, forms }]) =>
      forms.filter((form) =>
        frameworks.every((one) => termsNamedIn(textsIn(one, code), { [id]: { name, forms: [form] } }).length === 0),
      ),
    );
    expect(unused).toEqual([]);
    expect(termsNamedIn(textsIn(main, code), terms).length).toBeGreaterThanOrEqual(12);
  });
});
