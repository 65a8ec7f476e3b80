import type { Assignment } from '../../domain/registers/assignment.ts';
import { pressedKey } from '../components/pressed-key.ts';
import { readGridKey } from '../components/read-grid-key.ts';

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
  const move = readGridKey(event, rightToLeft);
  if (move !== null) return { kind: 'move', ...move };
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      return { kind: 'assign', assignment: null };
    case ' ':
    case 'Enter':
      return { kind: 'cycle' };
  }
  const key = pressedKey(event);
  if (key === 'l') return { kind: 'assign', assignment: 'lead' };
  return key === 'c' ? { kind: 'assign', assignment: 'contributor' } : null;
}
