import type { Problem } from '../../problem.ts';
import { FRENCH_BEGINNINGS, FRENCH_PHRASES, FRENCH_WHOLE_WORDS } from './french-accents.ts';
import { phrasePattern } from './phrase-pattern.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

/** Lower case without accents; œ becomes oe. */
function withoutAccents(word: string): string {
  return word.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function indexByPlainForm(forms: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const form of forms) {
    const plain = withoutAccents(form);
    index.set(plain, [...(index.get(plain) ?? []), form]);
  }
  return index;
}

const BEGINNINGS = indexByPlainForm(FRENCH_BEGINNINGS);
const WHOLE_WORDS = indexByPlainForm(FRENCH_WHOLE_WORDS);
const LONGEST_BEGINNING = Math.max(...[...BEGINNINGS.keys()].map((plain) => plain.length));

function inCaseOf(word: string, right: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return right.toUpperCase();
  return word.charAt(0) === word.charAt(0).toUpperCase() ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

/** How a listed form is written, where `written` is it but for its accents; null where it is right or not listed. */
function correct(written: string, forms: readonly string[] | undefined): string | null {
  if (forms === undefined || forms.includes(written.toLowerCase())) return null;
  return forms[0] ?? null;
}

/** A feminine participle that lost its accent: no French word ends so. */
const PLAIN_PARTICIPLE = /^\p{L}{2,}[^eé]ees?$/iu;

/** The word with its accents, or null where nothing is wrong with it as far as the list goes. */
function withAccents(word: string): string | null {
  const plural = /[sx]$/i.test(word) ? word.slice(-1) : '';
  for (const [stem, ending] of [
    [word, ''],
    [word.slice(0, word.length - plural.length), plural],
  ] as const) {
    const forms = WHOLE_WORDS.get(withoutAccents(stem));
    if (forms === undefined) continue;
    const right = correct(stem, forms);
    return right === null ? null : inCaseOf(word, `${right}${ending}`);
  }
  const plain = withoutAccents(word);
  for (let length = Math.min(LONGEST_BEGINNING, plain.length); length > 0; length -= 1) {
    const forms = BEGINNINGS.get(plain.slice(0, length));
    if (forms === undefined) continue;
    // œ is one letter of the word and two of its plain form.
    const taken = withoutAccents(word.slice(0, length)).length === length ? length : length - 1;
    const right = correct(word.slice(0, taken), forms);
    return right === null ? null : inCaseOf(word, `${right}${word.slice(taken).toLowerCase()}`);
  }
  return PLAIN_PARTICIPLE.test(word) ? word.replace(/ee(?=s?$)/i, 'ée') : null;
}

const PHRASE = phrasePattern(Object.keys(FRENCH_PHRASES));
const PLAIN_A =
  /(?:^|[.!?:;]\s+|«\s*)A (?=l['’]|(?:la|le|les|un|une|ce|cette|ces|cet|chaque|titre|partir|défaut)(?!\p{L}))/u;

function checkAccents(text: WrittenText): Problem[] {
  const found = (text.text.match(/\p{L}+/gu) ?? []).flatMap((word) => {
    const isAbbreviation = word.length <= 4 && word === word.toUpperCase();
    const use = isAbbreviation ? null : withAccents(word);
    return use === null ? [] : [{ word, use }];
  });
  const phrase = PHRASE.exec(text.text)?.[0];
  if (phrase !== undefined) {
    found.push({
      word: phrase,
      use: FRENCH_PHRASES[phrase.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ')] ?? phrase,
    });
  }
  if (PLAIN_A.test(text.text)) found.push({ word: 'A', use: 'À' });
  return found.map((params) => advise('writing.frenchAccent', text, params));
}

const MISSING_SPACE = [/[\p{L}\p{N}»)][;!?](?=\s|$)/u, /[\p{L}»)]:(?=\s|$)/u, /«(?=[^\s])/u, /[^\s]»/u, /\d%/u];

function checkSpacing(text: WrittenText): Problem[] {
  const found = MISSING_SPACE.flatMap((pattern) => pattern.exec(text.text)?.[0] ?? [])[0];
  const quotes = /["“”]/u.exec(text.text)?.[0];
  return [
    ...(found === undefined ? [] : [advise('writing.frenchSpacing', text, { found })]),
    ...(quotes === undefined ? [] : [advise('writing.frenchQuotes', text, { found: quotes })]),
  ];
}

/** Missing accents on common words, capitals too; no space before a tall sign; straight quotation marks. French only. */
export function checkFrenchWriting(text: WrittenText): Problem[] {
  return text.language === 'fr' ? [...checkAccents(text), ...checkSpacing(text)] : [];
}

const TYPESET: Readonly<Record<string, RegExp>> = {
  en: /[\u00A0\u202F’]/u,
  fr: /[\u00A0\u202F’]/u,
  es: /[\u00A0\u202F’]/u,
  ar: /[\u00A0\u202F\u200E\u200F]/u,
};

/** Characters that the app puts in when it shows a text: stored, they make equal texts differ and searches fail. */
export function checkTypesetCharacters(text: WrittenText): Problem[] {
  const found = TYPESET[text.language]?.exec(text.text)?.[0];
  if (found === undefined) return [];
  const character = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [advise('writing.typesetCharacter', text, { character })];
}
