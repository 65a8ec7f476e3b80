import type { Assignment } from '../../domain/registers/assignment.ts';

export type MatrixKey =
  | { readonly kind: 'assign'; readonly assignment: Assignment | null }
  | { readonly kind: 'cycle' }
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number };

/**
 * What a key means in the matrix: arrows, Home and End move, L lead, C contributor, Delete nothing, space the next of
 * the three. In a script from right to left the arrows follow the eye.
 */
export function readMatrixKey(event: KeyboardEvent, rightToLeft: boolean): MatrixKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const forward = rightToLeft ? -1 : 1;
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', rows: 1, columns: 0 };
    case 'ArrowUp':
      return { kind: 'move', rows: -1, columns: 0 };
    case 'ArrowRight':
      return { kind: 'move', rows: 0, columns: forward };
    case 'ArrowLeft':
      return { kind: 'move', rows: 0, columns: -forward };
    case 'Home':
      return { kind: 'move', rows: 0, columns: -Infinity };
    case 'End':
      return { kind: 'move', rows: 0, columns: Infinity };
    case 'PageDown':
      return { kind: 'move', rows: 10, columns: 0 };
    case 'PageUp':
      return { kind: 'move', rows: -10, columns: 0 };
    case 'Delete':
    case 'Backspace':
      return { kind: 'assign', assignment: null };
    case ' ':
    case 'Enter':
      return { kind: 'cycle' };
  }
  if (event.key.toLowerCase() === 'l') return { kind: 'assign', assignment: 'lead' };
  return event.key.toLowerCase() === 'c' ? { kind: 'assign', assignment: 'contributor' } : null;
}
