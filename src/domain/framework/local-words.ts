import { textIn } from '../by-language.ts';
import type { FrameworkTexts } from './framework-schema.ts';
import type { Framework } from './framework.ts';

/** What a country calls the institutions that the questions name: by id of the term, then by language. */
export type LocalWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A word for an institution that differs by country, and the forms in which the texts have it. */
interface LocalTerm {
  readonly name: string;
  readonly forms: readonly string[];
}

/** Of each language: the terms, a longer one before the one that it contains, and the signs around what is added. */
export type LocalTerms = Readonly<
  Record<
    string,
    {
      readonly begin: string;
      readonly between: string;
      readonly end: string;
      readonly terms: Readonly<Record<string, LocalTerm>>;
    }
  >
>;

type Texts = FrameworkTexts['indicators'][string];

/** A form as a whole word, whatever its capitals; Arabic writes "and", "as", "by" and "to" at the word. */
const asWord = (forms: readonly string[]) =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])[وفبكل]{0,2}(?:${forms.join('|')})(?![\p{L}\p{M}])`, 'giu');

/** The texts of an indicator in order of reading: those read one after the other through `inOrder`, the others through `alone`. */
function changeTexts(own: Texts, inOrder: (text: string) => string, alone = inOrder): Texts {
  const ofEach = <Value, Next>(values: Readonly<Record<string, Value>>, make: (value: Value) => Next) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, make(value)]));
  return {
    ...own,
    question: inOrder(own.question),
    levels: ofEach(own.levels, (sentences) => sentences.map(inOrder)),
    ...(own.evidence === undefined ? {} : { evidence: own.evidence.map(inOrder) }),
    ...(own.note === undefined ? {} : { note: inOrder(own.note) }),
    ...(own.prompts === undefined ? {} : { prompts: own.prompts.map(alone) }),
    ...(own.advance === undefined ? {} : { advance: ofEach(own.advance, alone) }),
  };
}

/** The terms that a text names, in the order of the list: a word counts for the longest term it is part of. */
function makeFinder(terms: LocalTerms[string]['terms']): (text: string) => readonly string[] {
  const words = Object.entries(terms).map(([id, { forms }]) => ({ id, word: asWord(forms) }));
  return (text) => {
    let left = text;
    return words.flatMap(({ id, word }) => {
      const before = left;
      left = left.replace(word, ' ');
      return left === before ? [] : [id];
    });
  };
}

/** Ids and names of the terms that the indicators of a framework name in one language, where `withLocalWords` can say what they are. */
export function termsNamedIn(
  texts: FrameworkTexts,
  terms: LocalTerms[string]['terms'],
): readonly (readonly [string, string])[] {
  const find = makeFinder(terms);
  const named = new Set<string>();
  for (const own of Object.values(texts.indicators)) {
    changeTexts(own, (text) => {
      for (const id of find(text)) named.add(id);
      return text;
    });
  }
  return Object.entries(terms).flatMap(([id, { name }]) => (named.has(id) ? [[id, name] as const] : []));
}

/**
 * The framework as it is shown in one country: of each indicator the first sentence that names an institution ends
 * with what it is called here; so do each next step and each question that opens the talk, which are read alone.
 * The sentence itself stays: docs/decisions/words-of-a-country.md. To show only; what is stored is the framework.
 */
export function withLocalWords(framework: Framework, terms: LocalTerms, here: LocalWords): Framework {
  const texts = Object.entries(framework.texts).map(([language, own]) => {
    const ofLanguage = textIn(terms, language);
    const called = new Map(Object.entries(here).map(([id, words]) => [id, textIn(words, language)?.trim()]));
    if (ofLanguage === undefined || [...called.values()].every((word) => (word ?? '') === ''))
      return [language, own] as const;
    const find = makeFinder(ofLanguage.terms);
    const glossed = (text: string, said: Set<string>) => {
      const pairs = find(text).flatMap((id) => {
        const word = called.get(id) ?? '';
        if (word === '' || said.has(id)) return [];
        said.add(id);
        return [`${ofLanguage.terms[id]?.name ?? id} = ${word}`];
      });
      return pairs.length === 0
        ? text
        : `${text} ${ofLanguage.begin}${pairs.join(ofLanguage.between)}${ofLanguage.end}`;
    };
    const indicators = Object.entries(own.indicators).map(([id, one]) => {
      const said = new Set<string>();
      const alone = (text: string) => glossed(text, new Set());
      return [id, changeTexts(one, (text) => glossed(text, said), alone)] as const;
    });
    return [language, { ...own, indicators: Object.fromEntries(indicators) }] as const;
  });
  return { ...framework, texts: Object.fromEntries(texts) };
}
