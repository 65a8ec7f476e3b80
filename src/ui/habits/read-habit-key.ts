import type { Stage } from '../../domain/journey/stages.ts';
import { isBusyWith } from '../shell/is-busy-with.ts';
import { isCommandKey } from '../components/is-command-key.ts';
import { pressedKey } from '../components/pressed-key.ts';

export type HabitKey =
  | { readonly kind: 'undo' | 'find' | 'keys' | 'words' | 'begin-way' }
  | { readonly kind: 'go'; readonly to: Stage | 'home' };

/** After `g`. */
export const WAYS: Readonly<Record<string, Stage | 'home'>> = {
  h: 'home',
  p: 'prepare',
  c: 'collect',
  a: 'agree',
  d: 'decide',
  r: 'report',
};

const KINDS: Readonly<Record<string, 'keys' | 'words' | 'begin-way'>> = {
  '?': 'keys',
  F1: 'keys',
  w: 'words',
  g: 'begin-way',
};

/** In these the browser undoes what was typed. */
function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'file'].includes(target.type);
}

const isInDialogue = (target: EventTarget | null) => target instanceof Element && target.closest('dialog') !== null;

/**
 * What a key press means on every screen of an assessment, null for what is left to the screen: Ctrl+Z outside a text
 * field, Ctrl+K everywhere but in a dialogue, `?` and F1, `w`, and `g` with the letter of a stage (`isOnWay` after `g`).
 */
export function readHabitKey(event: KeyboardEvent, isOnWay: boolean): HabitKey | null {
  const { ctrlKey, metaKey, altKey, target } = event;
  const key = pressedKey(event);
  if (isInDialogue(target)) return null;
  if (isCommandKey(event, 'z')) return isTextField(target) ? null : { kind: 'undo' };
  if (isCommandKey(event, 'k')) return { kind: 'find' };
  if (ctrlKey || metaKey || altKey || isBusyWith(target, key)) return null;
  const to = WAYS[key];
  if (isOnWay && to !== undefined) return { kind: 'go', to };
  const kind = KINDS[key];
  return kind === undefined ? null : { kind };
}
