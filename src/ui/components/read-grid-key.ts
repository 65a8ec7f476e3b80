/** A move on a grid: so many rows down, so many columns on. */
export interface GridMove {
  readonly rows: number;
  readonly columns: number;
}

const MOVES: Readonly<Record<string, GridMove>> = {
  ArrowDown: { rows: 1, columns: 0 },
  ArrowUp: { rows: -1, columns: 0 },
  Home: { rows: 0, columns: -Infinity },
  End: { rows: 0, columns: Infinity },
  PageDown: { rows: 10, columns: 0 },
  PageUp: { rows: -10, columns: 0 },
};

/** Where a key leads on a grid, null where it leads nowhere. In a script from right to left the arrows follow the eye. */
export function readGridKey(event: KeyboardEvent, rightToLeft: boolean): GridMove | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const forward = rightToLeft ? -1 : 1;
  if (event.key === 'ArrowRight') return { rows: 0, columns: forward };
  if (event.key === 'ArrowLeft') return { rows: 0, columns: -forward };
  return MOVES[event.key] ?? null;
}
