import type { Way } from './read-board-key.ts';

/** Ids by row from above, column from the start, and place in the field. */
export type Fields = readonly (readonly (readonly string[])[])[];

/** Whom an arrow leads to from one on the board: within its field, then to the nearest field that holds one; null at the edge. */
export function neighbourOnBoard(fields: Fields, id: string, way: Way): string | null {
  const row = fields.findIndex((line) => line.some((field) => field.includes(id)));
  const line = fields[row] ?? [];
  const column = line.findIndex((field) => field.includes(id));
  const field = line[column] ?? [];
  const place = field.indexOf(id);
  const isBack = way === 'up' || way === 'start';
  const nearest = (ahead: readonly (readonly string[])[]) => ahead.find((one) => one.length > 0);
  if (way === 'up' || way === 'down') {
    const within = field[place + (isBack ? -1 : 1)];
    if (within !== undefined) return within;
    const ofColumn = fields.map((one) => one[column] ?? []);
    const found = nearest(isBack ? ofColumn.slice(0, row).reverse() : ofColumn.slice(row + 1));
    return found?.at(isBack ? -1 : 0) ?? null;
  }
  const found = nearest(isBack ? line.slice(0, column).reverse() : line.slice(column + 1));
  return found?.[Math.min(place, found.length - 1)] ?? null;
}
