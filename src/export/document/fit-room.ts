import type { Stretch } from './clamp-text.ts';
import { countLines, cutText } from './clamp-text.ts';
import type { FittedText, Inline, Run } from './document.ts';
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

const inOneLine = (run: Run): Run => ({ ...run, text: run.text.replaceAll(/[\n\t ]+/g, ' ') });

/** The stretches of what is left of a text, with the ellipsis after it. */
function runsOf(runs: readonly Run[], left: string): Run[] {
  if (left === joined(runs)) return [...runs];
  let rest = left.length - 1;
  const kept = runs.flatMap((run): Run[] => {
    const text = run.text.slice(0, rest);
    rest -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
  return [...kept, { text: left.slice(-1) }];
}

const joined = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

/** Stretches in their room, of which those after the first give way at their end: `IC-02 Title`. */
export function fitRuns(before: readonly Inline[], after: readonly Run[], room: Room, face: TextFace): FittedText {
  const { width, lines, bold = false } = room;
  const own = before.map((part): Stretch => {
    return 'text' in part ? { text: part.text, bold: bold || part.strong === true } : { text: '', bold };
  });
  const taken = (text: string) => countLines([...own, { text, bold }], width, face);
  const runs = after.map(inOneLine);
  const left = cutText(joined(runs), (part) => taken(part) <= lines);
  return { text: [...before, ...runsOf(runs, left)], lines: Math.min(lines, taken(left)) };
}

/** A plain text cut to its room. */
export function fitPlain(text: string, room: Room, face: TextFace): FittedText {
  const { width, lines, bold = false } = room;
  const taken = (part: string) => countLines([{ text: part, bold }], width, face);
  const cut = cutText(text, (part) => taken(part) <= lines);
  return { text: cut, lines: Math.min(lines, taken(cut)) };
}
