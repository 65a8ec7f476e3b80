import { UNPRINTABLE } from '../document/printable-text.ts';

/** What XML discourages, which the writer of workbooks would take out: controls, and code points that are no characters. */
const DISCOURAGED = /[\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFD]|[\uD83F-\uDBFF][\uDFFE\uDFFF]/g;

/**
 * A text as a workbook writes it: what XML cannot hold stands as `_xHHHH_`, and so does the first underscore of what looks
 * like that already, so that it is read as it was written (ECMA-376 part 1, section 22.9.2.19, `ST_Xstring`).
 */
export function escapeCell(text: string): string {
  const code = (character: string) =>
    character.replaceAll(/[^]/g, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  // The writer looks texts up in an object: the name of what every object has would be found there.
  if (text in Object.prototype) return `${code(text.charAt(0))}${text.slice(1)}`;
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, code)
    .replaceAll(UNPRINTABLE, code)
    .replaceAll(DISCOURAGED, code);
}
