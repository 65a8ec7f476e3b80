import { pressedKey } from '../components/pressed-key.ts';
import { isBusyWith } from '../shell/is-busy-with.ts';

export type AssessKey =
  | { readonly kind: 'level'; readonly position: number }
  | { readonly kind: 'unknown' | 'next' | 'previous' | 'next-unanswered' | 'search' | 'rules' };

/** What a key press means on the assess screen: levels by digit, 0 don't know, Enter next; null for anything else. */
export function readAssessKey(event: KeyboardEvent, levelCount: number): AssessKey | null {
  const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const key = pressedKey(event);
  if (ctrlKey || metaKey || altKey || isBusyWith(target, key)) return null;
  if (key === 'Enter') return { kind: shiftKey ? 'previous' : 'next' };
  if (key === '/') return { kind: 'search' };
  if (key === '0') return { kind: 'unknown' };
  if (key === 'u') return { kind: 'next-unanswered' };
  if (key === 'r') return { kind: 'rules' };
  const position = /^[1-9]$/.test(key) ? Number(key) : Number.NaN;
  return position <= levelCount ? { kind: 'level', position } : null;
}
