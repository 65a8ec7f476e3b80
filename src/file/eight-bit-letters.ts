/** 0x80 to 0xFF of code page 850, of MS-DOS, in which older versions of Windows write names into zips. */
export const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0';

/** Of code page 720, of MS-DOS where Windows is in Arabic: "CSV (MS-DOS)". */
export const CODE_PAGE_720 =
  '\u0080\u0081éâ\u0084à\u0086çêëèïî\u008D\u008E\u008F\u0090\u0651\u0652ô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡\u064B\u064C\u064D\u064E\u064F\u0650≈°∙·√ⁿ²■\xa0';

/** Of code page 864, of older programs in Arabic, which has a sign for each form of a letter. */
export const CODE_PAGE_864 =
  '°·∙√▒─│┼┤┬├┴┐┌└┘β∞φ±½¼≈«»ﻷﻸ\uFFFD\uFFFDﻻﻼ\uFFFD\xa0\xadﺂ£¤ﺄ\uFFFD\uFFFDﺎﺏﺕﺙ،ﺝﺡﺥ٠١٢٣٤٥٦٧٨٩ﻑ؛ﺱﺵﺹ؟¢ﺀﺁﺃﺅﻊﺋﺍﺑﺓﺗﺛﺟﺣﺧﺩﺫﺭﺯﺳﺷﺻﺿﻁﻅﻋﻏ¦¬÷×ﻉـﻓﻗﻛﻟﻣﻧﻫﻭﻯﻳﺽﻌﻎﻍﻡﹽ\u0651ﻥﻩﻬﻰﻲﻐﻕﻵﻶﻝﻙﻱ■\uFFFD';

/** Of programs of Apple in Arabic; letters and Arabic signs as Unix has them (ISO 8859-6). Signs of ASCII stand here
 * again, of which brackets are left out: they are rather letters of another code. */
export const MAC_ARABIC =
  'Ä\xa0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ\uFFFD\uFFFD\uFFFD\uFFFD_ـفقكلمنهوىي\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652پٹچەڤگڈڑ\uFFFD\uFFFD\uFFFDژے';

/** What Windows-1252 has from 0x80 to 0x9F. Not left to the decoder of the platform: Node takes it for Latin-1. */
const FIRST_OF_WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const LATIN_1_LETTERS = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('');
export const WINDOWS_1252 = FIRST_OF_WINDOWS + LATIN_1_LETTERS;

/** A text with a letter a byte, by what the bytes from 0x80 stand for. */
export function lettersOf(bytes: Uint8Array, letters: string): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : letters.charAt(byte - 0x80))).join('');
}
