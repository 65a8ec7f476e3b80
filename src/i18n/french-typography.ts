const NARROW_NO_BREAK_SPACE = '\u202F';
const NO_BREAK_SPACE = '\u00A0';

/**
 * French micro-typography on plain text: narrow no-break space before ; ! ? and inside guillemets, no-break space
 * before a colon, typographic apostrophe (Imprimerie nationale). Only spaces that stand in the text are replaced, so
 * that addresses such as https://... stay as they are; stored text is never changed.
 */
export function applyFrenchTypography(text: string): string {
  return text
    .replaceAll(/[ \u00A0]([;!?»])/g, `${NARROW_NO_BREAK_SPACE}$1`)
    .replaceAll(/«[ \u00A0]?/g, `«${NARROW_NO_BREAK_SPACE}`)
    .replaceAll(/ :(?=\s|$)/g, `${NO_BREAK_SPACE}:`)
    .replaceAll(/(\d) %/g, `$1${NARROW_NO_BREAK_SPACE}%`)
    .replaceAll(/(?<=[\p{L}])'(?=[\p{L}\d«])/gu, '’');
}
