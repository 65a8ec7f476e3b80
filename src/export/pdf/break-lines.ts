import LineBreaker from 'linebreak';
import { keptTogether } from '../../words/kept-together.ts';
import type { Typesetter } from './font-metrics.ts';
import type { InlineText, TextStyle } from './inline-text.ts';
import { measureText } from './inline-text.ts';

/** From the first character to after the last one that is seen. */
export type LineRange = readonly [start: number, end: number];

export const HYPHEN = '-';
const HYPHEN_TEXT: InlineText = { text: HYPHEN, direction: 'ltr', spans: [] };
/** Fewer letters are not left alone at either end of a broken word. */
const LEAST_LETTERS = 3;

/** Scripts in which a word that goes on after the end of a line has a hyphen. */
const ALPHABETIC = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u;

/** Whether a line ends inside a word, and says so by a hyphen: not in addresses and numbers. */
export function endsInWord({ text, spans }: InlineText, end: number): boolean {
  const isLetter = (index: number) => ALPHABETIC.test(text[index] ?? '');
  return isLetter(end - 1) && isLetter(end) && !spans.some((span) => span.code && end > span.start && end < span.end);
}

interface Chance {
  readonly position: number;
  readonly required: boolean;
}

/** Where lines may end, by Unicode line breaking; inside a code nowhere. */
function listChances({ text, spans }: InlineText): Chance[] {
  const breaker = new LineBreaker(text);
  const codes = spans.filter(({ code }) => code);
  const chances: Chance[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position, required } = found;
    const inCode = codes.some(({ start, end }) => position > start && position < end);
    if (!inCode || position >= text.length) chances.push({ position, required: required && position < text.length });
  }
  return chances;
}

/** Without those inside a date or a number of a document that fits the line in one piece. */
function keepTogether(
  text: string,
  chances: readonly Chance[],
  width: number,
  measure: (from: number, to: number) => number,
): readonly Chance[] {
  return keptTogether(text).reduce((left: readonly Chance[], [start, end]) => {
    const isInside = ({ position, required }: Chance) => !required && position > start && position < end;
    if (!left.some(isInside)) return left;
    const from = left.findLast(({ position }) => position <= start)?.position ?? 0;
    const to = left.find(({ position }) => position >= end)?.position ?? text.length;
    return measure(from, trimEnd(text, from, to)) > width ? left : left.filter((chance) => !isInside(chance));
  }, chances);
}

function trimEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[ \n\u2009\u3000]/.test(text[last - 1] ?? '')) last -= 1;
  return last;
}

/** Most characters from `start` that fit a width, at least one, never between a letter and its mark. */
function fitCharacters(
  inline: InlineText,
  start: number,
  end: number,
  width: number,
  measure: (from: number, to: number) => number,
  hyphen: number,
): number {
  let [low, high] = [start + 1, end];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(start, middle) <= width) low = middle;
    else high = middle - 1;
  }
  while (low > start + 1 && /\p{M}/u.test(inline.text[low] ?? '')) low -= 1;
  if (!endsInWord(inline, low)) return low;
  // Room for the hyphen, and no letter or two alone.
  const isRoom = (cut: number) => cut > start && endsInWord(inline, cut) && measure(start, cut) + hyphen <= width;
  return [end - LEAST_LETTERS, low, low - 1, low - 2].find((cut) => cut <= low && isRoom(cut)) ?? low;
}

/** Breaks a paragraph into lines no wider than `width` in pt. A word that is wider is broken where it must be. */
export function breakLines(inline: InlineText, width: number, style: TextStyle, typesetter: Typesetter): LineRange[] {
  const { text } = inline;
  const measure = (from: number, to: number) => measureText(inline, from, to, style, typesetter);
  const hyphen = measureText(HYPHEN_TEXT, 0, 1, style, typesetter);
  const lines: LineRange[] = [];
  let [lineStart, pieceStart, used] = [0, 0, 0];
  const endLine = (end: number) => {
    lines.push([lineStart, trimEnd(text, lineStart, end)]);
    lineStart = end;
    used = 0;
  };
  for (const { position, required } of keepTogether(text, listChances(inline), width, measure)) {
    const seenEnd = trimEnd(text, pieceStart, position);
    let seen = measure(pieceStart, seenEnd);
    if (used + seen > width && pieceStart > lineStart) endLine(pieceStart);
    while (seen > width && seenEnd - pieceStart > 1) {
      const cut = fitCharacters(inline, pieceStart, seenEnd, width, measure, hyphen);
      if (cut >= seenEnd) break;
      pieceStart = cut;
      endLine(cut);
      seen = measure(pieceStart, seenEnd);
    }
    used += seenEnd === position ? seen : measure(pieceStart, position);
    pieceStart = position;
    if (required) endLine(position);
  }
  if (lineStart < text.length || lines.length === 0) endLine(text.length);
  return lines;
}
