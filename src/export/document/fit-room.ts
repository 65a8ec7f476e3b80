import type { Stretch } from './clamp-text.ts';
import { countLines, cutText } from './clamp-text.ts';
import type { FittedText, Inline } from './document.ts';
import type { TextFace } from './text-face.ts';

/** Width of a place in em of its letters, and the most lines that a text may take there. */
export interface Room {
  readonly width: number;
  readonly lines: number;
  readonly bold?: boolean;
}

const POINTS_PER_MM = 72 / 25.4;

/** The room of a place so many mm wide at a size in pt. */
export function roomOf(mm: number, size: number, lines: number, bold = false): Room {
  return { width: (mm * POINTS_PER_MM) / size, lines, bold };
}

/** Stretches in their room, of which the last gives way: `IC-02 Title`. */
export function fitStretches(before: readonly Inline[], last: string, room: Room, face: TextFace): FittedText {
  const { width, lines, bold = false } = room;
  const own = before.map((part): Stretch => {
    return 'text' in part ? { text: part.text, bold: bold || part.strong === true } : { text: '', bold };
  });
  const taken = (text: string) => countLines([...own, { text, bold }], width, face);
  const text = cutText(last, (part) => taken(part) <= lines);
  return { text: [...before, { text }], lines: Math.min(lines, taken(text)) };
}

/** A plain text cut to its room. */
export function fitPlain(text: string, room: Room, face: TextFace): FittedText {
  const { width, lines, bold = false } = room;
  const taken = (part: string) => countLines([{ text: part, bold }], width, face);
  const cut = cutText(text, (part) => taken(part) <= lines);
  return { text: cut, lines: Math.min(lines, taken(cut)) };
}
