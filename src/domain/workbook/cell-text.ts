import { guardFormula } from '../formula-guard.ts';
import { textOfCell } from '../intake/cells.ts';

/** What the app puts into one cell at most: a cell of Excel holds a little more. */
export const CELL_CHARACTERS = 32_000;

/** A text cut to what a cell holds, between two characters. */
export function cutToCell(text: string): string {
  if (text.length <= CELL_CHARACTERS) return text;
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(CELL_CHARACTERS - 1));
  return text.slice(0, isPair ? CELL_CHARACTERS - 1 : CELL_CHARACTERS);
}

/** A text in as many cells as it takes, none of which holds half a character; one for an empty text. */
export function cutIntoCells(text: string): string[] {
  const cells = [cutToCell(text)];
  for (let at = cells[0]?.length ?? 0; at < text.length;) {
    const next = cutToCell(text.slice(at, at + CELL_CHARACTERS + 1));
    cells.push(next);
    at += next.length;
  }
  return cells;
}

/** A text as it comes back from a cell that nobody touched. */
export function asReadBack(text: string): string {
  return textOfCell(guardFormula(cutToCell(text)));
}
