import { clampText, countLines } from './clamp-text.ts';
import type { FittedText, Inline } from './document.ts';

/** Characters a line at the size of a place, for a wide face, and the most lines that a text may take there. */
export interface Room {
  readonly characters: number;
  readonly lines: number;
}

/** A plain text cut to its room. */
export function fitPlain(text: string, room: Room): FittedText {
  const clamped = clampText(text, room.characters * room.lines);
  return { text: clamped, lines: Math.min(room.lines, countLines(clamped, room.characters)) };
}

/** Stretches in their room, of which the last gives way: `IC-02 Title`. */
export function fitStretches(before: readonly Inline[], last: string, room: Room): FittedText {
  const plain = before.map((part) => ('text' in part ? part.text : '')).join('');
  const clamped = clampText(last, Math.max(12, room.characters * room.lines - plain.length - 4));
  const text = [...before, { text: clamped }];
  return { text, lines: Math.min(room.lines, countLines(`${plain}${clamped}`, room.characters)) };
}
