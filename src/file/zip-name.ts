import { decodeUtf8 } from './text-bytes.ts';

/** 0x80 to 0xFF of code page 850, in which older versions of Windows write names into zips. */
const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0';

/** The name of a part of a zip: UTF-8, or what older versions of Windows write, which has a letter for every byte. */
export function zipName(bytes: Uint8Array): string {
  const letter = (byte: number) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_850.charAt(byte - 0x80));
  return decodeUtf8(bytes) ?? Array.from(bytes, letter).join('');
}
