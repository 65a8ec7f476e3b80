import type { Localiser } from '../../i18n/localiser.ts';
import type { MessageKey } from '../../i18n/message-key.ts';

const NAMED: Readonly<Record<string, MessageKey>> = {
  ' ': 'board.key.space',
  Delete: 'board.key.delete',
  Enter: 'workshop.key.enter',
  Escape: 'workshop.key.escape',
  Shift: 'habits.sign.shift',
  Control: 'habits.sign.control',
  Alt: 'habits.sign.alt',
  Backspace: 'habits.sign.backspace',
  PageUp: 'habits.sign.pageUp',
  PageDown: 'habits.sign.pageDown',
  Home: 'habits.sign.home',
  End: 'habits.sign.end',
};
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
/** The table says what a key does where one reads to the right; to the left, forward is the other arrow. */
const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

function signOfOne(key: string, { t, language }: Pick<Localiser, 't' | 'language'>): string {
  const named = NAMED[key];
  if (named !== undefined) return t(named);
  const pressed = language.direction === 'rtl' ? (MIRRORED[key] ?? key) : key;
  return ARROWS[pressed] ?? (key === '-' ? '−' : key.toUpperCase());
}

const isDigit = (key: string) => /^\d$/.test(key);

/** What stands on the keys of a row: digits that follow each other as `1–4`, `Ctrl+Z`, and `G P` one after the other. */
export function keySigns(keys: readonly string[], localiser: Pick<Localiser, 't' | 'language'>): readonly string[] {
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  if (keys.length > 1 && keys.every(isDigit)) return [`${first}–${last}`];
  return keys.map((key) => {
    if (key.length === 1) return signOfOne(key, localiser);
    const inTurn = key.split(' ').map((one) =>
      one
        .split('+')
        .map((part) => signOfOne(part, localiser))
        .join('+'),
    );
    return inTurn.join(' ');
  });
}
