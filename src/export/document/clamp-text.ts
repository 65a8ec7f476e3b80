import type { TextFace } from './text-face.ts';
import { CHARACTERS } from './text-face.ts';

const ELLIPSIS = '…';

/** A text of one weight. */
export interface Stretch {
  readonly text: string;
  readonly bold: boolean;
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, (space) => (/[\n\t ]/.test(space) ? ' ' : space)).trim();

function cutAfter(text: string, characters: number): string {
  const cut = text.slice(0, Math.max(1, characters - 1));
  const space = cut.lastIndexOf(' ');
  const words = space > characters / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`;
}

/** At most `characters` of a text, broken between words, with an ellipsis where something is left out. */
export function clampText(text: string, characters: number): string {
  const whole = inOneLine(text);
  return whole.length <= characters ? whole : cutAfter(whole, characters);
}

/** As much of a text as fits, broken between words, with an ellipsis where something is left out. */
export function cutText(text: string, fits: (part: string) => boolean): string {
  const whole = inOneLine(text);
  if (fits(whole)) return whole;
  let [low, high] = [2, whole.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cutAfter(whole, middle))) low = middle;
    else high = middle - 1;
  }
  return cutAfter(whole, low);
}

/** Lines that a text takes in a width of so many em, or characters, broken between words as paper breaks it. */
export function countLines(text: string | readonly Stretch[], width: number, face: TextFace = CHARACTERS): number {
  let lines = 1;
  let used = 0;
  let word = 0;
  const settle = () => {
    const space = used === 0 ? 0 : face.width(' ', false);
    if (used + space + word <= width) used += word === 0 ? 0 : space + word;
    else {
      // A word longer than the line is broken inside it.
      lines += (used === 0 ? 0 : 1) + Math.ceil(word / width) - 1;
      used = word % width || width;
    }
    word = 0;
  };
  for (const stretch of typeof text === 'string' ? [{ text, bold: false }] : text) {
    stretch.text.split(/[ \n\t]+/).forEach((part, index) => {
      if (index > 0) settle();
      word += face.width(part, stretch.bold);
    });
  }
  settle();
  return lines;
}
