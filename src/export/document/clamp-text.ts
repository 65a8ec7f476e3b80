const ELLIPSIS = '…';

/** At most `characters` of a text, broken between words, with an ellipsis where something is left out. */
export function clampText(text: string, characters: number): string {
  const whole = text.replaceAll(/\s+/g, (space) => (/[\n\t ]/.test(space) ? ' ' : space)).trim();
  if (whole.length <= characters) return whole;
  const cut = whole.slice(0, Math.max(1, characters - 1));
  const space = cut.lastIndexOf(' ');
  const words = space > characters / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`;
}

/** Lines that a text takes at so many characters a line, broken between words as paper breaks it. */
export function countLines(text: string, charactersPerLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \n\t]+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= charactersPerLine) used = needed;
    else {
      // A word longer than the line is broken inside it.
      lines += used === 0 ? 0 : 1;
      lines += Math.ceil(word.length / charactersPerLine) - 1;
      used = word.length % charactersPerLine || charactersPerLine;
    }
  }
  return lines;
}
