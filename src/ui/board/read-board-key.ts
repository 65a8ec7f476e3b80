import type { BoardStep } from '../../domain/gaps/board-place.ts';
import { BOARD_STEPS } from '../../domain/gaps/board-place.ts';
import { pressedKey } from '../components/pressed-key.ts';
import { isBusyWith } from '../shell/is-busy-with.ts';

/** A way on the board: up and down, towards the start and the end of a line. */
export type Way = 'up' | 'down' | 'start' | 'end';

export type BoardKey =
  | { readonly kind: 'step'; readonly step: BoardStep }
  | { readonly kind: 'go'; readonly way: Way }
  | { readonly kind: 'skip' | 'tick' | 'untick' | 'keep' | 'measure' | 'back' | 'table' };

const KEYS: Readonly<Record<string, Exclude<BoardKey['kind'], 'step' | 'go'>>> = {
  s: 'skip',
  k: 'keep',
  m: 'measure',
  t: 'table',
  ' ': 'tick',
  Delete: 'back',
  Escape: 'untick',
};

function wayOf(key: string, rightToLeft: boolean): Way | null {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowRight') return rightToLeft ? 'start' : 'end';
  if (key === 'ArrowLeft') return rightToLeft ? 'end' : 'start';
  return null;
}

/**
 * What a key press means on the board, null for anything else. In a field keys are text; a held key repeats only where it
 * moves; arrows and the space bar keep their use outside of `[data-board]`, and a box or a button is pressed as everywhere.
 */
export function readBoardKey(event: KeyboardEvent, rightToLeft: boolean): BoardKey | null {
  const { target, ctrlKey, metaKey, altKey, repeat } = event;
  const key = pressedKey(event);
  if (isBusyWith(target, key)) return null;
  if (ctrlKey || metaKey || altKey) return null;
  const element = target instanceof HTMLElement ? target : null;
  const isOnBoard = element === null || element === document.body || element.closest('[data-board]') !== null;
  const way = wayOf(key, rightToLeft);
  if (way !== null) return isOnBoard ? { kind: 'go', way } : null;
  if (repeat) return null;
  const isPressed = element?.closest('input, a, summary, button:not([data-gap])') ?? null;
  if (key === ' ' && (!isOnBoard || isPressed !== null)) return null;
  const step = BOARD_STEPS.find((one) => String(one) === key);
  if (step !== undefined) return { kind: 'step', step };
  const kind = KEYS[key];
  return kind === undefined ? null : { kind };
}
