type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Ctrl, on a Mac Cmd, with one letter (`s`), also where the keyboard writes other letters than Latin ones. */
export function isCommandKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed, letter: string): boolean {
  const isLetter = key.toLowerCase() === letter || (code === `Key${letter.toUpperCase()}` && !/^[a-z]$/i.test(key));
  return isLetter && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
