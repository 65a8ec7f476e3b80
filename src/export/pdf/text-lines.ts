import bidiFactory from 'bidi-js';
import type { EmbeddingLevels } from 'bidi-js';
import type { Text } from '../document/document.ts';
import type { LineRange } from './break-lines.ts';
import { breakLines, endsInWord, HYPHEN } from './break-lines.ts';
import type { FontId } from './font-faces.ts';
import { RIGHT_TO_LEFT_SCRIPT } from '../../i18n/right-to-left-script.ts';
import type { InlineText, TextSetting, TextStyle } from './inline-text.ts';
import { faceAt, flattenText, spanAt } from './inline-text.ts';
import type { TextPiece } from './structure.ts';

const bidi = bidiFactory();

/** A line as it is seen: pieces from left to right. */
export interface TextLine {
  readonly pieces: readonly TextPiece[];
  /** pt */
  readonly width: number;
  /** Stands at the other edge of its column: a paragraph of several lines that runs against the document. */
  readonly turned: boolean;
  /** Of a paragraph that runs the other way than the document. */
  readonly other: boolean;
  readonly style: TextStyle;
  /** The paragraph as it is read, where letters are joined: their forms do not all lead back to them. */
  readonly spoken: string | null;
}

interface OpenPiece {
  text: string;
  font: FontId;
  odd: boolean;
  language: string | null;
  target: string | null;
}

/** The language of a character, where it is not that of the document: Arabic letters without one are taken as Arabic. */
function languageAt(inline: InlineText, index: number, setting: TextSetting): string | null {
  const language = spanAt(inline, index)?.language ?? null;
  if (language !== null || setting.direction === 'rtl') return language;
  return RIGHT_TO_LEFT_SCRIPT.test(inline.text[index] ?? '') ? 'ar' : null;
}

/** Levels of a text that runs from left to right throughout. */
const FLAT: EmbeddingLevels = { levels: new Uint8Array(0), paragraphs: [] };

function embeddingLevels({ text, direction }: InlineText): EmbeddingLevels {
  if (direction === 'ltr' && !RIGHT_TO_LEFT_SCRIPT.test(text)) return FLAT;
  return bidi.getEmbeddingLevels(text, direction);
}

/** The order in which the characters of a line are seen from the left. */
function visualOrder(text: string, levels: EmbeddingLevels, [start, end]: LineRange): number[] {
  const order = Array.from({ length: end - start }, (_, index) => start + index);
  if (levels === FLAT) return order;
  for (const [first = 0, last = 0] of bidi.getReorderSegments(text, levels, start, end - 1)) {
    const turned = order.slice(first - start, last - start + 1).reverse();
    order.splice(first - start, turned.length, ...turned);
  }
  return order;
}

function visualPieces(
  inline: InlineText,
  range: LineRange,
  levels: EmbeddingLevels,
  style: TextStyle,
  setting: TextSetting,
): OpenPiece[] {
  const { typesetter } = setting;
  const mirrored =
    levels === FLAT
      ? new Map<number, string>()
      : bidi.getMirroredCharactersMap(inline.text, levels.levels, range[0], range[1] - 1);
  const pieces: OpenPiece[] = [];
  for (const index of visualOrder(inline.text, levels, range)) {
    const odd = ((levels.levels[index] ?? 0) & 1) === 1;
    const own = inline.text[index] ?? '';
    const character = odd ? (mirrored.get(index) ?? own) : own;
    const last = pieces.at(-1);
    const drawn = typesetter.draw(character, faceAt(inline, index, style.family), last?.font ?? null);
    if (drawn.text === '') continue;
    const isSpace = character === ' ' || character === '\u00a0';
    const language = isSpace ? (last?.language ?? null) : languageAt(inline, index, setting);
    const target = spanAt(inline, index)?.target ?? null;
    const goesOn = last?.odd === odd && last.language === language && last.target === target;
    if (goesOn && last.font === drawn.font) last.text += drawn.text;
    else pieces.push({ text: drawn.text, font: drawn.font, odd, language, target });
  }
  return pieces;
}

function setLine(
  inline: InlineText,
  range: LineRange,
  levels: EmbeddingLevels,
  style: TextStyle,
  setting: TextSetting,
): Omit<TextLine, 'other' | 'turned' | 'spoken'> {
  let width = 0;
  const pieces = range[1] <= range[0] ? [] : visualPieces(inline, range, levels, style, setting);
  const placed = pieces.map(({ text, font, odd, language, target }): TextPiece => {
    const shaped = RIGHT_TO_LEFT_SCRIPT.test(text);
    // The font turns a joined script itself, so it is given in the order in which it is read.
    const given = shaped && odd ? [...text].reverse().join('') : text;
    const own = setting.typesetter.width(font, given, shaped) * style.size;
    const link = target === null ? {} : { target };
    const piece = { text: given, font, offset: width, width: own, shaped, language, ...link };
    width += own;
    return piece;
  });
  const last = placed.at(-1);
  if (last !== undefined && !last.shaped && endsInWord(inline, range[1])) {
    const text = last.text + HYPHEN;
    const own = setting.typesetter.width(last.font, text, false) * style.size;
    return { pieces: [...placed.slice(0, -1), { ...last, text, width: own }], width: width + own - last.width, style };
  }
  return { pieces: endInSpace(inline, range, placed, setting), width, style };
}

/** The space at which a line was broken, so that its last word and the next do not run together when read out. */
function endInSpace(inline: InlineText, [, end]: LineRange, pieces: readonly TextPiece[], setting: TextSetting) {
  const last = pieces.at(-1);
  if (last === undefined || last.shaped || inline.direction === 'rtl' || inline.text[end] !== ' ') return pieces;
  const space = setting.typesetter.draw(' ', { family: 'sans', bold: false }, last.font);
  return space.font === last.font ? [...pieces.slice(0, -1), { ...last, text: `${last.text} ` }] : pieces;
}

/** Sets a paragraph in lines no wider than `width` in pt. */
export function setText(text: Text, width: number, style: TextStyle, setting: TextSetting): TextLine[] {
  const inline = flattenText(text, style, setting);
  const levels = embeddingLevels(inline);
  const ranges = breakLines(inline, width, style, setting.typesetter);
  const other = inline.direction !== setting.direction;
  const turned = ranges.length > 1 && other;
  const spoken = RIGHT_TO_LEFT_SCRIPT.test(inline.text) ? inline.text.replaceAll(/[\u2066-\u2069]/g, '') : null;
  return ranges.map((range) => ({ ...setLine(inline, range, levels, style, setting), other, turned, spoken }));
}
