const LETTERS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+/gu;
const ADDRESS = '://';
/** A letter with the marks above and below it, which no break may part. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;
/** Fewer letters are not left alone at either end of a broken word. */
const LEAST_LETTERS = 3;
const SOFT_HYPHEN = '\u00ad';

/** Words of more than so many letters, made otherwise; addresses stay as they are. */
function inLongWords(text: string, letters: number, make: (word: readonly string[]) => string): string {
  return text.replaceAll(/\S+/gu, (piece) =>
    piece.includes(ADDRESS)
      ? piece
      : piece.replaceAll(LETTERS, (word) => {
          const parts = word.match(LETTER) ?? [];
          return parts.length > Math.max(letters, 2 * LEAST_LETTERS) ? make(parts) : word;
        }),
  );
}

/**
 * Words that are longer than a line of so many letters in parts that end in a hyphen, for programs that break words without
 * one: no two parts stand on one line.
 */
export function hyphenateLongWords(text: string, letters: number): string {
  // A narrower line holds the fewest letters that stand alone, and their hyphen.
  const line = Math.max(letters, LEAST_LETTERS + 1);
  return inLongWords(text, line, (word) => {
    const parts: string[] = [];
    let rest = word;
    while (rest.length > line) {
      const cut = Math.min(line - 1, rest.length - LEAST_LETTERS);
      parts.push(rest.slice(0, cut).join(''));
      rest = rest.slice(cut);
    }
    return [...parts, rest.join('')].join('-');
  });
}

/** The same where a reader's program breaks lines itself: a hyphen that shows only where a line ends at it. */
export function softenLongWords(text: string, letters: number): string {
  return inLongWords(text, letters, (word) => {
    const [start, end] = [word.slice(0, LEAST_LETTERS - 1), word.slice(1 - LEAST_LETTERS)];
    const middle = word.slice(LEAST_LETTERS - 1, 1 - LEAST_LETTERS);
    return start.join('') + middle.join(SOFT_HYPHEN) + end.join('');
  });
}
