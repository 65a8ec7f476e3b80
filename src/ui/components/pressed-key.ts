type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

const isLatin = (key: string) => key.charCodeAt(0) < 0x80;

/**
 * The key that was pressed, as a keyboard of Latin letters has it: letters in lower case, where it stands also those of
 * Arabic, Cyrillic or Greek keyboards; digits also where a keyboard has other signs in their row (French) or writes others.
 */
export function pressedKey({ key, code, shiftKey }: Pressed): string {
  if (key.length !== 1) return key;
  if (/^[a-z\d]$/i.test(key)) return key.toLowerCase();
  if (key === '؟') return '?';
  const [, digit, letter] = /^(?:Digit|Numpad)(\d)$|^Key(.)$/.exec(code) ?? [];
  if (digit !== undefined && !shiftKey) return digit;
  return letter !== undefined && !isLatin(key) ? letter.toLowerCase() : key;
}
