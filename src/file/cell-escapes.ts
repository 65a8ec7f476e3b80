/**
 * In a workbook a character that XML cannot hold stands as `_xHHHH_`, and a text that looks like that has its first
 * underscore written so (ECMA-376 part 1, section 22.9.2.19, `ST_Xstring`).
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** A text of a workbook as it is meant. */
export function unescapeCell(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : text;
}
