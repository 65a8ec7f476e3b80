import { pressedKey } from '../components/pressed-key.ts';
import { isBusyWith } from '../shell/is-busy-with.ts';

/** How keys of one character act: by themselves, with Alt, or not at all (WCAG 2.1.4). */
export const SINGLE_KEYS = ['plain', 'alt', 'off'] as const;
export type SingleKeys = (typeof SINGLE_KEYS)[number];

/** What was chosen in this browser; anything else is as everywhere. */
export const singleKeysOf = (chosen: string | undefined): SingleKeys =>
  SINGLE_KEYS.find((one) => one === chosen) ?? 'plain';

/** Space, Enter and arrows press and move what has the focus, with speech and a shaking hand too. */
export const isCharacter = (key: string) => key.length === 1 && key !== ' ';

const SIGNS = '/?+-=';

/** The character that a key stands for, whatever Alt makes of it on this keyboard; null for other keys. */
function characterOf(event: KeyboardEvent): string | null {
  const key = pressedKey(event);
  if (SIGNS.includes(key) || /^[a-z\d]$/.test(key)) return key;
  return /^Key(.)$/.exec(event.code)?.[1]?.toLowerCase() ?? null;
}

const asked = new WeakSet<Event>();

/**
 * Whether a key press goes on to the page. For a listener in the capture phase of the window: one that was switched off
 * ends here; one that is asked for with Alt ends here too, and comes again without it. Fields, dialogues and grids, whose
 * keys act only while they have the focus, are left alone.
 */
export function letsThrough(event: KeyboardEvent, mode: SingleKeys): boolean {
  const { key, altKey, ctrlKey, metaKey, target } = event;
  if (mode === 'plain' || asked.has(event) || ctrlKey || metaKey || target === null || isBusyWith(target, key))
    return true;
  if (target instanceof Element && target.closest('[role=grid]') !== null) return true;
  const character = altKey ? (mode === 'alt' ? characterOf(event) : null) : key;
  if (character === null || !isCharacter(character)) return true;
  event.stopImmediatePropagation();
  if (altKey) {
    event.preventDefault();
    const { code, shiftKey, repeat } = event;
    const plain = new KeyboardEvent('keydown', {
      key: character,
      code,
      shiftKey,
      repeat,
      bubbles: true,
      cancelable: true,
    });
    asked.add(plain);
    target.dispatchEvent(plain);
  }
  return false;
}
