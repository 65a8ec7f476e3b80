import type { Inline, SectionId, Text } from '../document/document.ts';
import type { Face, FontId } from './font-faces.ts';
import type { Typesetter } from './font-metrics.ts';
import { RIGHT_TO_LEFT_RANGES, RIGHT_TO_LEFT_SCRIPT } from '../../i18n/right-to-left-script.ts';
import { directionOf } from '../../words/text-direction.ts';

/** What text is set by. */
export interface TextSetting {
  readonly typesetter: Typesetter;
  /** Language tag and direction of the document. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The page on which a section begins, as it is printed. */
  readonly pageOf: (section: SectionId) => string;
  /** Codes that have an entry in the document: where they stand, they lead to it. */
  readonly anchors?: ReadonlySet<string>;
}

/** The destination of the entry of a code: apart from those of the parts. */
export const destinationOf = (code: string): string => `at-${code}`;

export interface TextStyle {
  readonly family: 'sans' | 'serif';
  readonly bold: boolean;
  /** pt */
  readonly size: number;
  /** Height of a line in pt. */
  readonly line: number;
  readonly colour: string;
}

/** A paragraph in one string, with what holds for stretches of it. */
export interface InlineText {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly spans: readonly InlineSpan[];
}

export interface InlineSpan {
  readonly start: number;
  /** After the last character. */
  readonly end: number;
  readonly bold: boolean;
  readonly code: boolean;
  readonly language: string | null;
  /** A destination of this document or an address of the web. */
  readonly target: string | null;
}

const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';
const ISOLATED = /[\u2066\u2068][^\u2069]*\u2069/g;

/**
 * Names and words of the other direction, with what stands between them; Latin ones with their commas and dashes, and with the
 * whole numbers beside them, as in a date or an amount: half a number that is left outside stands on the other side.
 */
const STRETCHES = {
  ltr: new RegExp(
    `[${RIGHT_TO_LEFT_RANGES}](?:[${RIGHT_TO_LEFT_RANGES}\\p{M}\\d '’./()-]*[${RIGHT_TO_LEFT_RANGES}\\p{M}])?`,
    'gu',
  ),
  rtl: new RegExp(
    `(?:(?<![\\d.,])\\d(?:[\\d.,]*\\d)?[ \\u00a0])?(?![${RIGHT_TO_LEFT_RANGES}])\\p{L}(?:(?:(?![${RIGHT_TO_LEFT_RANGES}])(?:[\\p{L}\\p{M}\\d \\u00a0'’./&()-]|,(?=[\\d ])|–(?= )))*(?![${RIGHT_TO_LEFT_RANGES}])[\\p{L}\\p{M}\\d)])?`,
    'gu',
  ),
} as const;

/** A number with the sign before it, or a sum: `-2`, `=1+1`, which one reads from the left in every line. */
const SIGNED = /(?<![\p{L}\p{N}\p{M}.,)])[=+\-\u2212]+\d(?:[\d.,+\-\u2212*/=]*\d)?/gu;

/** An address of the web, without the point or bracket that ends its sentence. */
const ADDRESS = /https?:\/\/[^\s<>"«»\u2066-\u2069]*[^\s<>"«»\u2066-\u2069.,;:!?)\]]/g;

const orAddress = (stretch: RegExp) => new RegExp(`(${ADDRESS.source})|${stretch.source}`, 'gu');
/** Those stretches, or an address, which is the first group. */
const ISOLATED_APART = {
  ltr: orAddress(STRETCHES.ltr),
  rtl: orAddress(new RegExp(`${SIGNED.source}|${STRETCHES.rtl.source}`, 'gu')),
} as const;

/** How much of a stretch stands before a bracket whose other half is outside of it: halves that are parted are both turned. */
function lengthInBrackets(stretch: string): number {
  const open: number[] = [];
  for (const [place, character] of [...stretch.matchAll(/[()]/g)].map(({ index, 0: sign }) => [index, sign] as const)) {
    if (character === '(') open.push(place);
    else if (open.pop() === undefined) return place;
  }
  return open[0] ?? stretch.length;
}

/** A text in which what runs the other way than its paragraph is isolated: it turns no number or sign beside it. */
function isolateStretches(text: string, direction: 'ltr' | 'rtl'): string {
  return text.replaceAll(ISOLATED_APART[direction], (stretch, address: string | undefined) => {
    if (address !== undefined && direction === 'ltr') return stretch;
    const whole = stretch.slice(0, lengthInBrackets(stretch)).trimEnd();
    const opening = direction === 'rtl' ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE;
    return `${opening}${whole}${POP_ISOLATE}${stretch.slice(whole.length)}`;
  });
}

/** Where a run leads as a whole. */
function targetOf(run: Inline, { anchors }: TextSetting): string | null {
  if ('pageOf' in run) return run.pageOf;
  if (run.leadsTo !== undefined) return run.leadsTo;
  return run.code === true && anchors?.has(run.text) === true ? destinationOf(run.text) : null;
}

/** A span, divided where addresses of the web stand in it. */
function withAddresses(span: InlineSpan, text: string): InlineSpan[] {
  if (span.target !== null) return [span];
  const spans: InlineSpan[] = [];
  let { start } = span;
  for (const found of text.slice(span.start, span.end).matchAll(ADDRESS)) {
    const from = span.start + found.index;
    const to = from + found[0].length;
    if (from > start) spans.push({ ...span, start, end: from });
    spans.push({ ...span, start: from, end: to, target: found[0] });
    start = to;
  }
  return start < span.end ? [...spans, { ...span, start }] : spans;
}

/** A run as it is set, and whether it keeps its own direction. */
interface SetRun {
  readonly written: string;
  readonly code: boolean;
  readonly isIsolated: boolean;
}

/**
 * The direction of a paragraph of runs. Codes say nothing of it. A name alone has its own; with words or signs of ours beside
 * it, `(2 ← 3)` or a colon, the line is ours and keeps that of the document.
 */
function directionOfRuns(runs: readonly SetRun[], direction: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const said = (isolated: boolean) =>
    runs.flatMap((run) => (run.isIsolated === isolated && !run.code ? [run.written] : [])).join('');
  const names = said(true);
  const ours = said(false).replaceAll(ISOLATED, '');
  if (names === '') return directionOf(ours, direction);
  return ours.trim() === '' ? directionOf(names, direction) : direction;
}

/**
 * Puts the runs of a paragraph into one string. Codes and stretches in another language are isolated, so that their
 * direction does not touch the text around them.
 */
export function flattenText(text: Text, style: Pick<TextStyle, 'bold'>, setting: TextSetting): InlineText {
  const runs = (typeof text === 'string' ? [{ text }] : text).map((run: Inline) => {
    const isReference = 'pageOf' in run;
    const code = !isReference && run.code === true;
    const apart = !isReference && run.apart === true;
    const language = isReference ? null : (run.language ?? null);
    return {
      code,
      own: language === setting.language ? null : language,
      bold: style.bold || (!isReference && run.strong === true),
      target: targetOf(run, setting),
      written: setting.typesetter.prepare(isReference ? run.before + setting.pageOf(run.pageOf) : run.text),
      isIsolated: code || apart || (language !== null && language !== setting.language),
    };
  });
  const direction = directionOfRuns(runs, setting.direction);
  let whole = '';
  const spans: InlineSpan[] = [];
  for (const { code, own, bold, target, written, isIsolated } of runs) {
    const start = whole.length;
    const opening = code ? LEFT_TO_RIGHT_ISOLATE : FIRST_STRONG_ISOLATE;
    whole += isIsolated ? `${opening}${written}${POP_ISOLATE}` : isolateStretches(written, direction);
    if (whole.length > start) {
      spans.push(...withAddresses({ start, end: whole.length, bold, code, language: own, target }, whole));
    }
  }
  return { text: whole, direction, spans };
}

/** A stretch of characters in one font, in logical order. */
export interface FontRun {
  readonly start: number;
  readonly end: number;
  readonly font: FontId;
  readonly text: string;
  readonly shaped: boolean;
}

/** The face of a character. */
export function faceAt(inline: InlineText, index: number, family: Face['family']): Face {
  return { family, bold: spanAt(inline, index)?.bold ?? false };
}

export function spanAt({ spans }: InlineText, index: number): InlineSpan | undefined {
  return spans.length === 1 ? spans[0] : spans.find(({ start, end }) => index >= start && index < end);
}

/** Splits a stretch of a paragraph by the fonts that draw it. */
function fontRuns(
  inline: InlineText,
  from: number,
  to: number,
  family: Face['family'],
  typesetter: Typesetter,
): FontRun[] {
  const runs: { start: number; end: number; font: FontId; text: string; shaped: boolean }[] = [];
  for (let index = from; index < to; index += 1) {
    const character = inline.text[index] ?? '';
    const last = runs.at(-1);
    const drawn = typesetter.draw(character, faceAt(inline, index, family), last?.font ?? null);
    if (drawn.text === '') continue;
    if (last?.font === drawn.font) {
      last.text += drawn.text;
      last.end = index + 1;
    } else runs.push({ start: index, end: index + 1, font: drawn.font, text: drawn.text, shaped: false });
  }
  for (const run of runs) run.shaped = RIGHT_TO_LEFT_SCRIPT.test(run.text);
  return runs;
}

/** Width in pt of a stretch of a paragraph. */
export function measureText(
  inline: InlineText,
  from: number,
  to: number,
  style: TextStyle,
  typesetter: Typesetter,
): number {
  return fontRuns(inline, from, to, style.family, typesetter).reduce(
    (width, run) => width + typesetter.width(run.font, run.text, run.shaped) * style.size,
    0,
  );
}
