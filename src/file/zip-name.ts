import { CODE_PAGE_850 } from './eight-bit-letters.ts';
import { decodeUtf8 } from './text-bytes.ts';

/**
 * The name of a part of a zip: UTF-8, or what older versions of Windows write, which has a letter for every byte. Folders are
 * told by `/`, also where a program of Windows wrote its own sign.
 */
export function zipName(bytes: Uint8Array): string {
  const letter = (byte: number) => (byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_850.charAt(byte - 0x80));
  return (decodeUtf8(bytes) ?? Array.from(bytes, letter).join('')).replaceAll('\\', '/');
}
