/** What stands for an apostrophe: typed on a keyboard, pasted from Word, or the letter of another alphabet. */
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u02B9\u2032\u0060\u00B4\uFF07]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** Accents apart from their letters, and what is not seen: signs of direction, soft hyphens, joiners. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** Letters that are typed as two, or with a stroke that is no accent, where a keyboard has none of them. */
const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/**
 * Of Arabic: the stroke that only widens a word, the hamza that is set or left out behind a letter, two endings that are
 * typed one for the other, and its signs between parts.
 */
const ARABIC: Readonly<Record<string, string>> = {
  ...{ ـ: '', ء: '', ى: 'ي', ة: 'ه', '،': ',', '؛': ';', '؟': '?', '٫': '.', '٪': '%' },
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)])),
};
const OF_ARABIC = new RegExp(`[${Object.keys(ARABIC).join('')}]`, 'g');

/**
 * Case, accents, the form of apostrophes, hyphens and digits, letters that are joined, widened or set high by a font, and
 * space that is repeated or not seen do not tell words apart.
 */
export function foldWords(text: string): string {
  return text
    .replaceAll(APOSTROPHES, "'")
    .normalize('NFKD')
    .replaceAll(UNSEEN, '')
    .replaceAll(DASHES, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(/[œæßøđłı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(OF_ARABIC, (sign) => ARABIC[sign] ?? sign);
}
