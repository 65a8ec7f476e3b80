/** 0x80 to 0xFF of code page 850, of MS-DOS, in which older versions of Windows write names into zips. */
export const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0';

/** What Windows-1252 has from 0x80 to 0x9F. Not left to the decoder of the platform: Node takes it for Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function lettersOf(bytes: Uint8Array, letter: (byte: number) => string): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : letter(byte))).join('');
}

type Decoder = (bytes: Uint8Array) => string;
const decoderOf =
  (label: string): Decoder =>
  (bytes) =>
    new TextDecoder(label).decode(bytes);
/** By how often tables come in them: Windows, older programs of Apple, "CSV (MS-DOS)", Windows and Unix in Arabic. */
const DECODERS: readonly Decoder[] = [
  (bytes) => lettersOf(bytes, (byte) => (byte <= 0x9f ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte))),
  decoderOf('macintosh'),
  (bytes) => lettersOf(bytes, (byte) => CODE_PAGE_850.charAt(byte - 0x80)),
  decoderOf('windows-1256'),
  decoderOf('iso-8859-6'),
];

const SMALL = 'àâäáãåçéèêëíìîïñóòôöõúùûüÿœæ';
const LARGE = SMALL.toUpperCase();
const ARABIC = /[\u060C-\u0652]/;
const PLAIN = /[a-z]/i;
const LATIN = /[a-zà-ÿœ]/i;
const IN_WORD = new RegExp(`[a-z${SMALL}]`, 'i');
/** Of the small letters only these are words by themselves. */
const WORDS = 'àóòéèyæ';

/** Whether a letter or sign stands where its language has it: 1 or -1, and 0 for what says nothing. */
function fits(sign: string, before: string, behind: string): number {
  const isBetween = IN_WORD.test(before) && IN_WORD.test(behind);
  const isBeside = PLAIN.test(before) || PLAIN.test(behind);
  const isAlone = !LATIN.test(before) && !LATIN.test(behind);
  if (ARABIC.test(sign)) return LATIN.test(before) || LATIN.test(behind) ? -1 : 1;
  if (ARABIC.test(before) || ARABIC.test(behind)) return LATIN.test(sign) ? -1 : 0;
  // Several in a row are rare where they are letters, and usual where they are letters of another script.
  if (SMALL.includes(sign)) return isBeside ? 1 : isAlone ? (WORDS.includes(sign) ? 1 : -1) : 0;
  if (LARGE.includes(sign)) return /[a-z]/.test(before) ? -1 : Number(isBeside || isAlone);
  if (sign === '’') return isBetween ? 1 : 0;
  if (sign === '\u00A0') return isBetween ? 0 : 1;
  if ('«»“”‘–—…'.includes(sign)) return isBetween ? -1 : 1;
  return '°ºª¿¡€§•·²³½¼×±÷µ©®'.includes(sign) ? Number(!isBetween) : -1;
}

/** How much of a text stands where it would in French, Spanish, English or Arabic. */
function plausibility(text: string): number {
  let score = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\0-\x7f]/g)) {
    score += fits(sign, text.charAt(index - 1), text.charAt(index + 1));
  }
  return score;
}

/**
 * A text with a letter a byte, which is not UTF-8: as Windows-1252, unless it reads better as what Apple, MS-DOS or Arabic
 * programs write.
 */
export function decodeEightBits(bytes: Uint8Array): string {
  const [first = '', ...others] = DECODERS.map((decode) => decode(bytes));
  let [best, most] = [first, plausibility(first)];
  for (const text of others) {
    const score = plausibility(text);
    if (score > most) [best, most] = [text, score];
  }
  return best;
}
