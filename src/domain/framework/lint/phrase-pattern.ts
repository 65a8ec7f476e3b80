/** A regular expression that finds any of the phrases as whole words, case ignored, in any form of apostrophe. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const sources = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll(/ +/g, '\\s+')
        .replaceAll("'", "['’]"),
    );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** The words of a text: letters and digits, parts of `l'institution` and `main-d'œuvre` apart. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
