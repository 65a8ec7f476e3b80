import type { UnreadableCell, WorkbookCell } from '../domain/intake/cells.ts';
import { struckOut, USUAL_DAY_ZERO } from '../domain/intake/cells.ts';
import { unescapeCell } from './cell-escapes.ts';
import { placeOf, rangeOf, SheetGrid } from './sheet-grid.ts';
import { isOn } from './struck-formats.ts';
import { readXml, textOfXml } from './xml-tokens.ts';

/** A text that cells refer to. */
export interface SharedString {
  readonly text: string;
  /** Whether some of it is crossed out. */
  readonly isStruck: boolean;
}

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookFrame {
  readonly strings: readonly SharedString[];
  /** Numbers of the formats that show dates. */
  readonly dates: ReadonlySet<number>;
  /** Numbers of the formats that cross out. */
  readonly struck: ReadonlySet<number>;
  /** Numbers of the formats of rules that cross out. */
  readonly struckByRule: ReadonlySet<number>;
  readonly startsIn1904: boolean;
}

const numberIn = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null);

const DAY_MS = 86_400_000;
/** The other day from which programs count: that of older ones of Apple. */
export const DAY_ZERO_1904 = '1904-01-01';
/** The last day that a spreadsheet knows, 31 December 9999. */
const LAST_SERIAL = 2_958_465;

function numberOf(text: string, isDate: boolean, { startsIn1904 }: WorkbookFrame): WorkbookCell {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) return text;
  if (!isDate || value < 0 || value > LAST_SERIAL) return value;
  return new Date(Date.parse(startsIn1904 ? DAY_ZERO_1904 : USUAL_DAY_ZERO) + Math.round(value * DAY_MS));
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly isDate: boolean;
  isStruck: boolean;
  value: string;
  text: string;
  formula: string | null;
}

function unreadable(cell: OpenCell): UnreadableCell | null {
  if (cell.type === 'e') return { unreadable: 'error', shown: textOfXml(cell.value) };
  const isBlank = cell.value.trim() === '' && cell.text.trim() === '';
  return cell.formula !== null && isBlank ? { unreadable: 'formula', shown: `=${textOfXml(cell.formula)}` } : null;
}

function valueOf(cell: OpenCell, frame: WorkbookFrame): WorkbookCell {
  const { type, value, text, isDate } = cell;
  switch (type) {
    case 's':
      if (value.trim() === '') return null;
      // A text of the list that is not there is no empty cell.
      return frame.strings[Number(value)]?.text ?? { unreadable: 'error', shown: value };
    case 'b':
      return value.trim() === '' ? null : value.trim() === '1';
    case 'inlineStr':
      return unescapeCell(textOfXml(text));
    case 'str':
      return unescapeCell(textOfXml(value));
    case 'd': {
      const time = Date.parse(value.endsWith('Z') || !value.includes('T') ? value : `${value}Z`);
      return Number.isNaN(time) ? value : new Date(time);
    }
    default:
      return value === '' ? unescapeCell(textOfXml(text)) : numberOf(value, isDate, frame);
  }
}

/** What is crossed out, wholly or in part: whether it counts nobody can tell. */
const isStruck = (cell: OpenCell, frame: WorkbookFrame) =>
  cell.isStruck || (cell.type === 's' && frame.strings[Number(cell.value)]?.isStruck === true);

/**
 * The cells of a sheet of a workbook, of formulas their values. Rows and cells without a place follow the one before,
 * as the format has it. Null where it is no XML.
 */
export function readSheetXml(xml: string, frame: WorkbookFrame): SheetGrid | null {
  const grid = new SheetGrid();
  let [row, column] = [0, 0];
  let cell: OpenCell | null = null;
  let inside: 'v' | 't' | 'f' | null = null;
  /** A rule of the sheet that is being read: its ranges, and whether it crosses out. */
  let rule: { ranges: string; isStriking: boolean } | null = null;
  let inRanges = false;
  /** What is read aloud beside a text is no part of it. */
  let aloud = 0;
  const isXml = readXml(xml, {
    onopen(name, attributes) {
      if (cell === null && name === 'row') {
        [row, column] = [numberIn(attributes().get('r')) ?? row + 1, 0];
      } else if (cell === null && name === 'c') {
        const found = attributes();
        const place = placeOf(found.get('r'));
        [row, column] = [place?.row ?? row, place?.column ?? column + 1];
        const style = numberIn(found.get('s'));
        const isDate = style !== null && frame.dates.has(style);
        const isStruck = style !== null && frame.struck.has(style);
        cell = { row, column, type: found.get('t') ?? '', isDate, isStruck, value: '', text: '', formula: null };
      } else if (cell === null && name === 'mergeCell') {
        const range = rangeOf(attributes().get('ref') ?? '');
        if (range !== null) grid.merge(range);
      } else if (cell === null && name === 'conditionalFormatting') {
        rule = { ranges: attributes().get('sqref') ?? '', isStriking: false };
      } else if (cell === null && rule !== null) {
        // Newer rules hold their formats and their ranges themselves.
        const format = name === 'cfRule' ? numberIn(attributes().get('dxfId')) : null;
        rule.isStriking ||=
          (format !== null && frame.struckByRule.has(format)) || (name === 'strike' && isOn(attributes()));
        inRanges = name === 'sqref';
      } else if (cell !== null && name === 'rPh') aloud += 1;
      else if (cell !== null && name === 'strike') cell.isStruck ||= isOn(attributes());
      else if (cell !== null && (name === 'v' || name === 't' || name === 'f')) {
        inside = name;
        if (name === 'f') cell.formula = '';
      }
    },
    onclose(name) {
      if (name === 'rPh') aloud -= 1;
      else if (name === 'sqref') inRanges = false;
      else if (rule !== null && name === 'conditionalFormatting') {
        if (rule.isStriking) grid.ruleOut(rule.ranges);
        rule = null;
      } else if (name === inside) inside = null;
      else if (cell !== null && name === 'c') {
        const hidden = unreadable(cell);
        const value = hidden ?? valueOf(cell, frame);
        grid.add(cell.row, cell.column, isStruck(cell, frame) ? struckOut(value) : value);
        [cell, inside, aloud] = [null, null, 0];
      }
    },
    ontext(text) {
      if (inRanges && rule !== null) rule.ranges += text;
      if (cell === null || inside === null) return;
      if (inside === 'v') cell.value += text;
      else if (inside === 'f') cell.formula += text;
      else if (aloud === 0) cell.text += text;
    },
  });
  return isXml ? grid : null;
}

/** The texts of the list that cells refer to by number; null where it is no XML, or there are more than `most`. */
export function readSharedStrings(xml: string, most: number): SharedString[] | 'tooMany' | null {
  const strings: SharedString[] = [];
  let current = '';
  let isStruck = false;
  let [inText, aloud] = [false, 0];
  const isXml = readXml(xml, {
    onopen(name, attributes) {
      if (name === 'si') [current, isStruck] = ['', false];
      else if (name === 'strike') isStruck ||= isOn(attributes());
      else if (name === 'rPh') aloud += 1;
      else if (name === 't') inText = true;
    },
    onclose(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') aloud -= 1;
      else if (name === 'si') {
        if (strings.length <= most) strings.push({ text: unescapeCell(textOfXml(current)), isStruck });
      }
    },
    ontext: (text) => void (inText && aloud === 0 && (current += text)),
  });
  if (!isXml) return null;
  return strings.length > most ? 'tooMany' : strings;
}
