/** English micro-typography on plain text: the typographic apostrophe; stored text is never changed. */
export function applyEnglishTypography(text: string): string {
  return text.replaceAll(/(?<=\p{L})'(?=\p{L}|\s|[.,;:]|$)/gu, '’');
}
