import { pressedKey } from '../components/pressed-key.ts';
import type { WorkshopKey } from '../../state/desks/workshop-screen.svelte.ts';

const KEYS: Readonly<Record<string, Exclude<WorkshopKey['kind'], 'digit'>>> = {
  o: 'open',
  v: 'room',
  a: 'agree',
  r: 'reserve',
  e: 'evidence',
  t: 'timer',
  l: 'ladder',
  b: 'languages',
  x: 'otherLanguage',
  d: 'theme',
  i: 'vote',
  n: 'next',
  p: 'previous',
  c: 'nextClass',
  u: 'undo',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  PageDown: 'next',
  PageUp: 'previous',
  Escape: 'close',
  Enter: 'store',
  Backspace: 'erase',
};
/** Keys by which radio buttons and lists are used. */
const KEYS_OF_CHOICES = /^(Arrow|Enter$|Backspace$)/;

/**
 * What a key press means on the workshop screen, null where it means nothing. In a field keys are text, but for Escape;
 * on a radio button the arrows and Enter belong to the form. A held key repeats only where that does no harm.
 */
export function readWorkshopKey(event: KeyboardEvent, rightToLeft: boolean): WorkshopKey | null {
  const { target, ctrlKey, metaKey, altKey, repeat } = event;
  const key = pressedKey(event);
  if (ctrlKey || metaKey || altKey) return null;
  const element = target instanceof Element ? target : null;
  const field = element?.closest('input, textarea, select, [contenteditable]') ?? null;
  const isChoice = field instanceof HTMLInputElement && field.type === 'radio';
  if (field !== null && !isChoice) return key === 'Escape' ? { kind: 'close' } : null;
  if (isChoice && KEYS_OF_CHOICES.test(key)) return null;
  if (key === 'Enter' && element !== null && element.closest('a, button, summary') !== null) return null;
  if (repeat && !/^(Arrow|Page|Backspace)/.test(key)) return null;
  if (/^\d$/.test(key)) return { kind: 'digit', digit: Number(key) };
  if (key === 'ArrowRight') return { kind: rightToLeft ? 'previous' : 'next' };
  if (key === 'ArrowLeft') return { kind: rightToLeft ? 'next' : 'previous' };
  const kind = KEYS[key];
  return kind === undefined ? null : { kind };
}
