import {
  CODE_PAGE_720,
  CODE_PAGE_850,
  CODE_PAGE_864,
  lettersOf,
  MAC_ARABIC,
  WINDOWS_1252,
} from './eight-bit-letters.ts';

type Decoder = (bytes: Uint8Array) => string;
const lettersBy =
  (letters: string): Decoder =>
  (bytes) =>
    lettersOf(bytes, letters);
const decoderOf =
  (label: string): Decoder =>
  (bytes) =>
    new TextDecoder(label).decode(bytes);
/** Where forms of letters stand that join to none behind, or an alif that does not join, it is no text of forms. */
const WRONG_FORMS = /[ﺑﺗﺛﺟﺣﺧﺳﺷﺻﺿﻋﻏﻓﻗﻛﻟﻣﻧﻫﻳ](?![ء-يﺀ-ﻼ])|ﻊ(?=[ﺀ-ﻼ])|^[^ﺀ-ﻼ]*$/;
function decodeForms(bytes: Uint8Array): string {
  const text = lettersOf(bytes, CODE_PAGE_864);
  return WRONG_FORMS.test(text) ? '' : text.normalize('NFKC');
}
/** By how often tables come in them: Windows, older programs of Apple, "CSV (MS-DOS)". */
const LATIN: readonly Decoder[] = [lettersBy(WINDOWS_1252), decoderOf('macintosh'), lettersBy(CODE_PAGE_850)];
/** Windows, by far the most frequent, MS-DOS, Apple with Unix, and older programs. */
const ARABIC: readonly Decoder[] = [
  decoderOf('windows-1256'),
  lettersBy(CODE_PAGE_720),
  lettersBy(MAC_ARABIC),
  decodeForms,
];
const FREQUENT_BONUS = 0.5;
/** Between two Arabic readings that differ by less nobody can tell. */
const ARABIC_MARGIN = 1;

const AR = 'ء-غف-ي';
/** Signs at whose side words end: space, separators, brackets, quotation marks. */
const EDGE = String.raw`[\s;,|"'’()\[\]/.:!?«»¿¡-]`;
const OPENS = `(?<=^|${EDGE})`;
const CLOSES = `(?=$|${EDGE})`;

/**
 * Where letters and signs stand in French, Spanish, English and Arabic, and how well that tells the language; what stands
 * elsewhere is rather a letter of another code.
 */
const USUAL: readonly (readonly [weight: number, place: string])[] = [
  [2, `(?<![${AR}])é(?![${AR}])|(?<=[a-zA-Z])à${CLOSES}|${OPENS}[àÀ]${CLOSES}|(?<=[oO])ù${CLOSES}|œ(?=u)`],
  [2, `(?<=[aeiouíáéAEIOU])ñ(?=[aeiouáéíó])|(?:(?<=[aeiouyéâîrn])|${OPENS})ç(?=[aouàâ])|${OPENS}ê(?=tr?es?${CLOSES})`],
  [1.5, '(?<=[a-zA-Z])[èáú]|(?<![ (][nN])(?<=[a-zA-Z])í|[áíú](?=[a-z])|(?<=[a-np-zA-NP-Z])ó|ó(?=[a-z])'],
  [1.5, '(?<=[a-zA-Z])[êôî](?=[a-z])|î(?=le)|â(?=[a-z])|(?<=[a-zA-Z])û(?![aeiou])|(?<![a-z])É'],
  // Elisions of French, and what English leaves out.
  [1.5, '(?<=(?<![a-zA-Zà-ÿ])[cdjlmnstCDJLMNST]|[qQ][uU]|rd)’(?=[aeiouyhàâéèêîôœAEIOUYHÀÂÉÈÊÎÔŒ«])'],
  [1.5, String.raw`(?<=[a-z])’(?=(?:s|t|re|ll|ve|d|m)${CLOSES})|(?<![\p{L}\d])(?:¿(?=[\p{L}\s])|¡(?=[A-ZÁÉÍÓÚ]))`],
  [1.2, String.raw`(?<=(?:^|[\s(])[nN] ?|\d ?)[°º]|(?<=\d)ª`],
  [1, `(?<=[A-Z])[ÈÊËÎÏÔÂÀÁÍÓÚÜÑÛÙŒÇ](?![a-z])|${OPENS}[ÊÎÔÂÁÍÓÚÑŒ](?=[a-zA-Z])|${OPENS}Ç(?=[aouAOU])`],
  [0.7, String.raw`${OPENS}[«“‘](?=[\s\p{L}\d¿¡])|(?<=[\s\p{L}\d.,?!)…])[»”…]${CLOSES}|(?<=[\s\d])[–—](?=[\s\d])`],
  [0.7, String.raw`(?<=^|[\s;,"])[•·](?=\s)|(?<=[«\d])\u00a0|\u00a0(?=[»:;?!%€\d])|(?<=s)’${CLOSES}|¡(?=[a-z])`],
  [0.5, String.raw`(?<=[a-zA-Z])[ïëü]|${OPENS}[óñô]|(?:${OPENS}|(?<=\d))[€§±·½¼×÷²³](?:${CLOSES}|(?=\d))|(?<=m)[²³]`],
  [0.2, '(?<=[a-z])[äåãõöø](?=[a-z])|œ(?=[a-z])'],
  [0, String.raw`’|(?<=\S)\u00a0(?=\S)|©(?= )`],
  [2, `(?<![${AR}])ا(?=ل[${AR}])`],
  [1.5, `(?<=[${AR}])ة(?![${AR}])`],
  [1.1, '(?<![a-zA-Z])[اليمون](?![a-zA-Z])'],
  [1, `(?<![a-zA-Z])[رتب](?![a-zA-Z])|(?<![${AR}a-zA-Z])[أإآ](?=[${AR}])|(?<=[${AR}])ى(?![${AR}])`],
  [0.8, '(?<![a-zA-Z])[عدسهفكق](?![a-zA-Z])'],
  [0.7, `(?<=[${AR}\\d)»] ?)[،؛؟]${CLOSES}`],
  [0.5, '(?<![a-zA-Z])[أإآؤئءحجخشصضطظغذزث](?![a-zA-Z])|(?<=^|[ \\d٠-٩/;,"])[٠-٩](?=$|[ \\d٠-٩/;,".])'],
  [0.2, `(?<=[${AR}])[\u064B-\u0652ـ٪]`],
  [0, `(?<=[${AR}])[پچڤگ](?=[${AR}])`],
];
const SIGNS = new RegExp([...USUAL.map(([, place]) => `(${place})`), String.raw`[^\0-\x7f]`].join('|'), 'gu');

/** How much of a text stands where it would in the languages of the app: below 0 where most of it does not. */
function plausibility(text: string): number {
  let score = 0;
  for (const found of text.matchAll(SIGNS)) {
    const place = found.findIndex((part, index) => index > 0 && part !== undefined);
    score += place === -1 ? -1 : (USUAL[place - 1]?.[0] ?? 0);
  }
  return score;
}

const lost = (text: string) => text.replaceAll(/[^\0-\x7f]/g, '\uFFFD');

/**
 * A text with a letter a byte, which is not UTF-8: as Windows-1252, unless it reads better as what Apple, MS-DOS or Arabic
 * programs write. Where it reads well as none of them, or as well in other Arabic letters, which a word or two can, its letters
 * are U+FFFD: nobody can tell what they are.
 */
export function decodeEightBits(bytes: Uint8Array): string {
  const readBy = (decode: Decoder) => {
    const text = decode(bytes);
    return { text, score: text === '' ? -Infinity : plausibility(text) };
  };
  const [latin, arabic] = [LATIN.map(readBy), ARABIC.map(readBy)];
  const first = [...latin, ...arabic].reduce((best, one) => (one.score > best.score ? one : best));
  if (first.score < 0) return lost(first.text);
  if (latin.includes(first)) return first.text;
  const scoreOf = (one: typeof first) => one.score + (one === arabic[0] ? FREQUENT_BONUS : 0);
  const best = arabic.reduce((most, one) => (scoreOf(one) > scoreOf(most) ? one : most));
  const isDoubtful = arabic.some((one) => one.text !== best.text && scoreOf(one) > scoreOf(best) - ARABIC_MARGIN);
  return isDoubtful ? lost(best.text) : best.text;
}
