import { pressedKey } from './pressed-key.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Ctrl, on a Mac Cmd, with one letter (`s`), also where the keyboard writes other letters than Latin ones. */
export function isCommandKey(event: Pressed, letter: string): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  return pressedKey(event) === letter && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
