import type { Localiser } from './localiser.ts';
import { RIGHT_TO_LEFT_SCRIPT } from './right-to-left-script.ts';

/**
 * What somebody wrote, to stand in a sentence of ours: where it has letters of the other direction it is kept apart from the
 * sentence, so that its full stop stays at its own end.
 */
export function writtenApart({ text, language }: Localiser, written: string): string {
  const letters = written.match(/\p{L}/gu) ?? [];
  const isOther = letters.some((letter) => RIGHT_TO_LEFT_SCRIPT.test(letter) !== (language.direction === 'rtl'));
  return isOther ? `\u2068${text(written)}\u2069` : text(written);
}
