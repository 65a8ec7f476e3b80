const NARROW_NO_BREAK_SPACE = '\u202F';
const NO_BREAK_SPACE = '\u00A0';
const NON_BREAKING_HYPHEN = '\u2011';

/** `1er mars`: the first of a month is an ordinal in French, which Intl does not write. */
export function writeFirstOfMonth(date: string): string {
  return date.replace(/^1 (?=\p{L})/u, '1er ');
}

/**
 * French micro-typography on plain text: narrow no-break space before ; ! ? and inside guillemets, no-break space
 * before a colon and between thousands, typographic apostrophe (Imprimerie nationale), and no line break
 * inside an inverted verb (« charge-t-il »). Outside guillemets only spaces that stand in the text
 * are replaced, so that addresses such as https://... stay as they are. Text that is typeset already does not change:
 * a title is typeset before it goes into a sentence, which is typeset again. Stored text is never changed.
 */
export function applyFrenchTypography(text: string): string {
  return text
    .replaceAll(/[ \u00A0]([;!?])/g, `${NARROW_NO_BREAK_SPACE}$1`)
    .replaceAll(/«[ \u00A0\u202F]*/g, `«${NARROW_NO_BREAK_SPACE}`)
    .replaceAll(/[ \u00A0\u202F]*»/g, `${NARROW_NO_BREAK_SPACE}»`)
    .replaceAll(/ :(?=\s|$)/g, `${NO_BREAK_SPACE}:`)
    .replaceAll(/(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/g, (number) => number.replaceAll(' ', NARROW_NO_BREAK_SPACE))
    .replaceAll(/(\d) %/g, `$1${NARROW_NO_BREAK_SPACE}%`)
    .replaceAll(/(?<=[\p{L}])'(?=[\p{L}\d«])/gu, '’')
    .replaceAll(
      /(?<=\p{L})-(?=(?:t-)?(?:il|elle|ils|elles|on|ce|je|tu|nous|vous|là|ci)(?!\p{L}))/gu,
      NON_BREAKING_HYPHEN,
    )
    .replaceAll(new RegExp(`${NON_BREAKING_HYPHEN}t-`, 'g'), `${NON_BREAKING_HYPHEN}t${NON_BREAKING_HYPHEN}`);
}
