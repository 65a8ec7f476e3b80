import { UNPRINTABLE } from '../printable-text.ts';

/**
 * A text as a workbook writes it: what XML cannot hold stands as `_xHHHH_`, and so does the first underscore of what looks
 * like that already, so that it is read as it was written (ECMA-376 part 1, section 22.9.2.19, `ST_Xstring`).
 */
export function escapeCell(text: string): string {
  const code = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, code).replaceAll(UNPRINTABLE, code);
}
