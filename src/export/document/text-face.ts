/** How wide the letters of a face are. */
export interface TextFace {
  /** Width of a text in em, without kerning. */
  readonly width: (text: string, bold: boolean) => number;
}

/** Each letter is one: rooms that are reckoned in characters. */
export const CHARACTERS: TextFace = { width: (text) => text.length };

/** A face nobody knows: letters as wide as those of the widest that are in use for text. */
export const ANY_FACE: TextFace = { width: (text) => text.length * 0.56 };

/** Thousandths of an em, of letters without their accents. */
type Widths = Readonly<Record<number, string>>;

const REGULAR: Widths = {
  ...{ 0: '\u00ad\u200b\u2060\u2066\u2067\u2068\u2069', 175: '‘’', 225: "'", 232: '′', 250: '‚', 258: 'ijlı' },
  ...{ 260: ' \u00a0\u202f', 268: ',.:;·', 269: '!¡', 273: 'J', 300: '()', 310: '‹›', 322: '-\u2010\u2011', 329: '[]' },
  ...{ 339: 'I', 344: 'f', 359: '“”', 361: 't', 372: '/\\', 376: '•', 380: '{}', 408: '"', 413: 'r', 416: '„' },
  ...{ 428: '°', 434: '?¿', 444: '_', 470: 'z', 479: 's', 480: 'c', 500: '–', 508: 'v', 509: '«»', 510: 'y' },
  ...{ 513: '§', 519: 'F', 524: 'L', 529: 'x', 534: 'k', 549: 'S', 551: '*|', 556: 'TE', 561: 'a', 564: 'e' },
  ...{ 566: 'Y', 572: '$+0123456789<=>Z^~£×€\u2212', 586: 'X', 600: 'V', 605: 'Poðø', 615: 'bdgpq', 618: 'hnu' },
  ...{ 619: 'K', 622: 'R', 631: 'ß', 632: 'C', 639: 'A', 646: '#', 650: 'B', 728: 'G', 730: 'D', 731: 'U' },
  ...{ 732: '&', 741: 'H', 760: 'N', 781: 'OQØ', 786: 'w', 791: '…', 831: '%', 864: 'æ', 881: 'Æ', 899: '@' },
  ...{ 907: 'M', 928: 'Œ', 930: 'W', 935: 'm', 946: 'œ', 1000: '—' },
};

const BOLD: Widths = {
  ...{ 0: '\u00ad\u200b\u2060\u2066\u2067\u2068\u2069', 217: '‘’', 260: ' \u00a0\u202f', 281: '.:·', 282: '!' },
  ...{ 285: ',;', 286: "'¡‚", 298: 'jl', 303: '′', 305: 'iı', 320: '-\u2010\u2011', 331: 'J[]', 339: '()', 365: '‹›' },
  ...{ 376: '•', 387: 'f', 389: 'I', 394: '{}', 411: '_', 415: '/\\', 424: '°', 434: 't', 445: '“”', 447: 'r' },
  ...{ 477: '?¿', 479: '"', 486: '§', 493: 'z', 500: '–', 502: 's', 513: '„', 516: 'c', 542: '*', 549: 'F' },
  ...{ 551: 'S|', 559: 'L', 560: 'E', 571: 'vy', 572: '$+0123456789<=>^~£×€', 577: 'T', 578: 'x', 579: 'Z' },
  ...{ 581: '\u2212', 597: 'e', 599: 'a', 614: '«»', 619: 'ø', 620: 'k', 621: 'P', 625: 'o', 626: 'Y', 627: 'ð' },
  ...{ 632: 'bdgpq', 642: 'C', 646: '#', 650: 'Vhnu', 656: 'R', 664: 'K', 665: 'B', 670: 'X', 692: 'A', 704: 'ß' },
  ...{ 724: 'G', 732: 'D', 750: '&', 756: 'U', 765: 'H', 791: 'OQØ', 813: 'N', 855: '…', 856: 'w', 898: '@' },
  ...{ 902: '%', 917: 'æ', 943: 'M', 952: 'Æ', 967: 'W', 973: 'Œ', 975: 'm', 978: 'œ', 1000: '—' },
};

/** Arabic letters, of both weights together: where a word or a stroke ends with them, and where another follows. */
const ARABIC_ENDING: Widths = {
  ...{ 276: 'آأإا', 299: '،؛', 396: 'رز', 431: 'ء', 436: '؟', 464: 'ؤو', 532: 'ةه', 542: 'دذ', 639: 'عغ', 644: 'م' },
  ...{ 680: 'ل', 698: 'جحخ', 712: 'ق', 722: 'ئىي', 731: 'ن', 773: 'طظ', 919: 'ك', 939: 'بتثف', 1247: 'سش', 1281: 'صض' },
};
const ARABIC_JOINED: Widths = {
  ...{ 318: 'ل', 347: 'بن', 337: 'ى', 363: 'ئتثي', 498: 'فق', 511: 'ك', 572: 'عغ', 573: 'م', 675: 'طظ', 682: 'جحخ' },
  ...{ 705: 'ه', 844: 'سش', 860: 'صض' },
};

const byLetter = (widths: Widths) =>
  new Map(
    Object.entries(widths).flatMap(([width, letters]) => [...letters].map((one) => [one, Number(width)] as const)),
  );
const ARABIC = { ending: byLetter(ARABIC_ENDING), joined: byLetter(ARABIC_JOINED) };
/** How far the next letter is looked for behind the marks of one. */
const MARKS_BETWEEN = 4;
/** What joins the letter before it. */
const JOINS_BEFORE = /^\p{M}*[آ-غف-ي]/u;

/** Width of an Arabic letter before `rest`; undefined for another letter. */
function arabicWidth(letter: string, rest: string): number | undefined {
  const joined = ARABIC.joined.get(letter);
  return joined !== undefined && JOINS_BEFORE.test(rest) ? joined : ARABIC.ending.get(letter);
}

const PRINTED = { regular: byLetter(REGULAR), bold: byLetter(BOLD) };
/** Letters of other scripts, and signs. */
const OTHER = 1000;

/** The sans serif faces that are embedded in PDF files; letters neither Latin nor Arabic are taken for wide ones. */
export const PRINTED_FACE: TextFace = {
  width(text, bold) {
    const widths = bold ? PRINTED.bold : PRINTED.regular;
    let width = 0;
    let place = 0;
    for (const letter of text) {
      place += letter.length;
      const own =
        widths.get(letter) ??
        arabicWidth(letter, text.slice(place, place + MARKS_BETWEEN)) ??
        widths.get(letter.normalize('NFD').charAt(0));
      width += own ?? (/\p{M}/u.test(letter) ? 0 : OTHER);
    }
    return width / 1000;
  },
};

/** What office programs set text in is narrower than that. */
export const OFFICE_FACE: TextFace = { width: PRINTED_FACE.width };
