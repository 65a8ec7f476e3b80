import type { Inline, Text } from '../document/document.ts';
import type { TextSetting, TextStyle } from './inline-text.ts';
import type { TextLine } from './text-lines.ts';
import { setText } from './text-lines.ts';

const ELLIPSIS = '…';

/** The longest stretch that may be cut: a code or a page is of no use in part. */
function longestStretch(parts: readonly Inline[]): number {
  let longest = -1;
  parts.forEach((part, index) => {
    if ('pageOf' in part || part.code === true) return;
    const held = parts[longest];
    if (held === undefined || !('text' in held) || part.text.length > held.text.length) longest = index;
  });
  return longest;
}

function cutStretch(parts: readonly Inline[], index: number, characters: number): Inline[] {
  return parts.map((part, place) => {
    if (place !== index || 'pageOf' in part) return part;
    const cut = part.text.slice(0, characters);
    const space = cut.lastIndexOf(' ');
    const words = space > characters / 2 ? cut.slice(0, space) : cut;
    return { ...part, text: `${words.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}` };
  });
}

/**
 * Sets a text in at most so many lines: where it is longer, its longest stretch is cut between words and ends in an
 * ellipsis, while codes, signs and page numbers stay whole.
 */
export function fitText(
  text: Text,
  width: number,
  lines: number,
  style: TextStyle,
  setting: TextSetting,
): readonly TextLine[] {
  const whole = setText(text, width, style, setting);
  if (whole.length <= lines) return whole;
  const parts: readonly Inline[] = typeof text === 'string' ? [{ text }] : text;
  const index = longestStretch(parts);
  const stretch = parts[index];
  if (stretch === undefined || 'pageOf' in stretch) return whole.slice(0, lines);
  let [low, high] = [0, stretch.text.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (setText(cutStretch(parts, index, middle), width, style, setting).length <= lines) low = middle;
    else high = middle - 1;
  }
  return setText(cutStretch(parts, index, low), width, style, setting).slice(0, lines);
}
