import type { Face, FontId } from './font-faces.ts';
import { fontChain } from './font-faces.ts';

/** What layout asks of fonts. Widths in em. */
export interface FontMetrics {
  has(font: FontId, codePoint: number): boolean;
  width(font: FontId, text: string, shaped: boolean): number;
}

const REPLACEMENT = '\ufffd';

/** Same look, same place: characters that fonts seldom hold. */
const SAME_LOOK: Readonly<Record<string, string>> = {
  '\u2011': '-',
  '\u2010': '-',
  '\u202f': '\u2009',
  '\u2007': '\u00a0',
  '\u200a': '\u2009',
  '\u2212': '\u2013',
  '\u02bc': '\u2019',
};

/** Direction marks and isolates work on the order of characters and are not drawn; nor is a hyphen that is not needed. */
const NOT_DRAWN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

export interface DrawnCharacter {
  /** Empty where nothing is drawn. */
  readonly text: string;
  readonly font: FontId;
}

/** Finds the font of every character, and measures. One for a whole document: what was found is kept. */
export class Typesetter {
  readonly #metrics: FontMetrics;
  readonly #characters = new Map<string, DrawnCharacter>();
  readonly #widths = new Map<string, number>();
  readonly #missing = new Set<string>();

  constructor(metrics: FontMetrics) {
    this.#metrics = metrics;
  }

  /** Characters that no font holds, drawn as a replacement sign. */
  get missing(): ReadonlySet<string> {
    return this.#missing;
  }

  #find(character: string, chain: readonly FontId[]): DrawnCharacter | null {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = chain.find((one) => this.#metrics.has(one, codePoint));
    return font === undefined ? null : { text: character, font };
  }

  /** How a character is drawn: by the font before it where that one can, so that runs stay whole. */
  draw(character: string, face: Face, before: FontId | null): DrawnCharacter {
    const chain = fontChain(face);
    const isSpace = character === ' ' || character === '\u00a0';
    const key = `${face.family}${face.bold ? 'b' : ''}${isSpace ? (before ?? '') : ''}${character}`;
    const known = this.#characters.get(key);
    if (known !== undefined) return known;
    const ordered = isSpace && before !== null ? [before, ...chain] : chain;
    const drawn = NOT_DRAWN.test(character)
      ? { text: '', font: chain[0] ?? 'sans-regular' }
      : (this.#find(character, ordered) ??
        this.#find(SAME_LOOK[character] ?? REPLACEMENT, chain) ??
        this.#find('?', chain) ?? { text: '', font: 'sans-regular' as const });
    const replaced = (drawn.text === REPLACEMENT || drawn.text === '?') && drawn.text !== character;
    if (replaced && character !== REPLACEMENT) this.#missing.add(character);
    this.#characters.set(key, drawn);
    return drawn;
  }

  /** Width in em of text in one font. Words are measured once, with the space after them. */
  width(font: FontId, text: string, shaped: boolean): number {
    if (shaped) return this.#measure(font, text, true);
    let width = 0;
    for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) width += this.#measure(font, word, false);
    return width;
  }

  #measure(font: FontId, text: string, shaped: boolean): number {
    const key = `${font}|${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#metrics.width(font, text, shaped);
      this.#widths.set(key, width);
    }
    return width;
  }

  /**
   * Text as it can be set: composed, without control characters, and with what no font holds taken apart into what one
   * does (ligatures, full-width forms) or replaced by a sign. Every character is one unit long afterwards.
   */
  prepare(text: string): string {
    const composed = text.normalize('NFC').replaceAll(/[\t\v\f]/g, ' ');
    if (/^[\u0020-\u007e\u00a0-\u00ff]*$/.test(composed)) return composed;
    let prepared = '';
    for (const character of composed) {
      const code = character.codePointAt(0) ?? 0;
      if ((code < 0x20 && character !== '\n') || (code >= 0x7f && code < 0xa0)) continue;
      if (this.#isDrawable(character)) prepared += character;
      else {
        const parts = [...character.normalize('NFKD')];
        const drawable = parts.filter((part) => this.#isDrawable(part)).join('');
        // A name without its marks is another name: what cannot be drawn whole is said.
        if (drawable.length < parts.length) this.#missing.add(character);
        prepared += drawable === '' ? REPLACEMENT : drawable;
      }
    }
    return prepared;
  }

  #isDrawable(character: string): boolean {
    if (character === '\n' || NOT_DRAWN.test(character) || character in SAME_LOOK) return true;
    return character.length === 1 && this.#find(character, fontChain({ family: 'sans', bold: false })) !== null;
  }
}
