import type { Answer } from '../domain/registers/answer.ts';
import type { Confidence } from '../domain/registers/rating.ts';
import { confidenceSchema } from '../domain/registers/rating.ts';
import type { Target } from '../domain/registers/target.ts';
import type { Method } from '../domain/framework/framework-schema.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { levelSymbol, scaleOf } from '../domain/framework/framework.ts';
import { MAXIMUM_TEXT_LENGTH } from '../domain/limits.ts';
import { foldWords } from '../domain/fold-words.ts';
import { unguardFormula } from '../domain/formula-guard.ts';
import type { UnreadableCell } from '../domain/intake/cells.ts';
import { isSheetError, textOfCell } from '../domain/intake/cells.ts';
import type { CellPlace, OpenCells, Remedy } from '../domain/intake/open-cells.ts';
import { cellId } from '../domain/intake/open-cells.ts';
import { indicatorOfCode } from '../domain/intake/spelled-code.ts';
import { levelsOfText } from '../domain/intake/read-level.ts';
import { spelledGrade } from '../domain/intake/spelled-grades.ts';
import { spelledAnswer, spelledChoice } from '../domain/intake/spellings.ts';
import type { Problem } from '../domain/problem.ts';
import type { SheetCells, SheetColumn } from './sheet-table.ts';
import { cellsByColumn } from './sheet-table.ts';

export interface SheetRow {
  readonly indicator: string;
  /** '' is the agreed level. */
  readonly institution: string;
  readonly answer?: Answer;
  readonly comment: string;
  /** Absent: the next level. */
  readonly target?: Target;
  /** 1 to 4. */
  readonly impact?: number;
  readonly ease?: number;
  /** Of an institution's answer; agreed levels have none. */
  readonly confidence?: Confidence;
  readonly line: number;
}

const SAYING = ['answer', 'comment', 'target', 'impact', 'ease', 'confidence'] as const;
const NOT_APPLICABLE = 'n/a';
const UNKNOWN = 'unknown';
const NO_TARGET = 'none';
const NEAREST_SHOWN = 5;
const WORD_OF_ANSWER: Readonly<Record<string, string>> = { unknown: UNKNOWN, 'not-applicable': NOT_APPLICABLE };
/** Whether letters were lost on the way: what stands in their place is nobody's word. */
const isLost = (text: string) => text.includes('\uFFFD');

/** What the rows of a sheet are read with, and what they leave open. */
export interface SheetReading {
  readonly framework: Framework;
  readonly open: OpenCells;
  /** Whether the usual spellings count beside those that are defined, and errors of spreadsheets for what they are. */
  readonly isLenient: boolean;
  /** Cells that could not be read where the sheet was made of another table, by their id. */
  readonly unreadable: ReadonlyMap<string, UnreadableCell>;
  /** What was read by a usual spelling and is said already. */
  readonly saidOnce: Set<string>;
}

/** One row as a person left it: what was entered in the place of cells that could not be read counts. */
type Row = SheetReading & { readonly cells: SheetCells };

/** What stands in a cell: of a sheet without sheets the line and the column say where. */
export const placeInSheet = (line: number, column: SheetColumn): CellPlace => ({ sheet: '', line, column });

const leave = (row: Row, column: SheetColumn, ...what: [string, Problem['params'], Remedy?]) =>
  row.open.leave(placeInSheet(row.cells.line, column), ...what);

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

/** Ids that begin most like what was written, case ignored. */
function nearestIds(written: string, framework: Framework): string[] {
  const wanted = written.toLowerCase();
  const ranked = framework.indicators.map(({ id }) => ({ id, shared: sharedStart(wanted, id.toLowerCase()) }));
  return [...ranked]
    .sort((a, b) => b.shared - a.shared)
    .slice(0, NEAREST_SHOWN)
    .map(({ id }) => id);
}

/** What a cell can say: a level, or one of the words that stand for something else. */
type Said = { readonly kind: 'level' | 'word'; readonly text: string };

/**
 * What was written, case ignored unless two differ by it alone. More than one where the framework has level ids that
 * cannot be told apart, or that are such a word: nobody can say which was meant.
 */
function findSaid(all: readonly Said[], written: string): readonly Said[] {
  const exact = all.filter(({ text }) => text === written);
  return exact.length > 0 ? exact : all.filter(({ text }) => text.toLowerCase() === written.toLowerCase());
}

function notApplicablePolicy(framework: Framework, indicator: Indicator): Method['notApplicable'] {
  const domain = framework.structure.domains.find(({ id }) => id === indicator.domain);
  const subdomain = domain?.subdomains?.find(({ id }) => id === indicator.subdomain);
  const nearest = [indicator.method, subdomain?.method, domain?.method].find((method) => method?.notApplicable);
  return nearest?.notApplicable ?? framework.structure.method.notApplicable;
}

/** What a usual spelling stands for, beside what is defined: which is said once. */
function readSpelled(row: Row, column: 'answer' | 'target', indicator: Indicator, allowed: Said[]): readonly Said[] {
  const written = row.cells[column];
  const spelled = column === 'answer' ? WORD_OF_ANSWER[spelledAnswer(written) ?? ''] : undefined;
  const texts = spelled === undefined ? levelsOfText(written, row.framework, indicator) : [spelled];
  const found = allowed.filter(({ text }) => texts.includes(text));
  const [only] = found;
  const isSettled = row.open.isSettled(placeInSheet(row.cells.line, column));
  if (only !== undefined && found.length === 1 && !isSettled && !row.saidOnce.has(written)) {
    row.saidOnce.add(written);
    const read = only.kind === 'level' ? levelSymbol(scaleOf(row.framework, indicator), only.text) : only.text;
    // A level by its own number is no reading.
    if (read !== written)
      row.open.advise(placeInSheet(row.cells.line, column), 'sheet.readAs', { written, read, kind: only.kind });
  }
  return found;
}

/** The one thing that a cell says; undefined, and open, where it says nothing that is known, or more than one. */
function readSaid(
  row: Row,
  column: 'answer' | 'target',
  indicator: Indicator,
  words: readonly string[],
): Said | undefined {
  const { cells, framework, isLenient } = row;
  const written = cells[column];
  const allowed: Said[] = [
    ...scaleOf(framework, indicator).levels.map(({ id }) => ({ kind: 'level' as const, text: id })),
    ...words.map((text) => ({ kind: 'word' as const, text })),
  ];
  const defined = findSaid(allowed, written);
  const found = defined.length === 0 && isLenient ? readSpelled(row, column, indicator, allowed) : defined;
  if (found.length === 1) return found[0];
  const texts = (some: readonly Said[]) => [...new Set(some.map(({ text }) => text))];
  if (found.length === 0) {
    const params = { indicator: cells.indicator, [column]: written, allowed: texts(allowed).join(', ') };
    const code = column === 'answer' ? 'sheet.unknownAnswer' : 'sheet.unknownTarget';
    leave(row, column, code, params, { options: texts(allowed) });
  } else if (defined.length === 0) {
    const options = texts(found);
    leave(row, column, 'intake.whichLevel', { value: written, allowed: options.join(' / ') }, { options });
  } else {
    const readings = found.map(({ text }) => text).join(', ');
    leave(row, column, 'sheet.ambiguous', { indicator: cells.indicator, column, written, readings });
  }
  return undefined;
}

function readAnswer(row: Row, indicator: Indicator): Answer | undefined {
  const { cells, framework, open } = row;
  if (cells.answer === '') return undefined;
  const said = readSaid(row, 'answer', indicator, [NOT_APPLICABLE, UNKNOWN]);
  if (said === undefined) return undefined;
  if (said.kind === 'level') return { state: 'level', level: said.text };
  if (said.text === UNKNOWN) return { state: 'unknown' };
  const advise = (code: string) => open.advise(placeInSheet(cells.line, 'answer'), code, { indicator: indicator.id });
  if (cells.comment === '') advise('sheet.notApplicableWithoutReason');
  if (notApplicablePolicy(framework, indicator) === 'forbid') advise('sheet.notApplicableNotCounted');
  return { state: 'not-applicable', reason: unguardFormula(cells.comment) };
}

function readTarget(row: Row, indicator: Indicator): Target | undefined {
  if (row.cells.target === '') return undefined;
  const said = readSaid(row, 'target', indicator, [NO_TARGET]);
  if (said === undefined) return undefined;
  return said.kind === 'level' ? { state: 'level', level: said.text } : { state: 'none', reason: '' };
}

/** What the journal could not keep is no text: docs/file-formats.md section 3. */
function checkTexts(row: Row): void {
  for (const column of ['comment', 'institution'] as const) {
    if (row.cells[column].length > MAXIMUM_TEXT_LENGTH)
      leave(row, column, 'sheet.tooLong', { column, maximum: MAXIMUM_TEXT_LENGTH });
  }
}

function readNumber(row: Row, column: 'impact' | 'ease'): number | undefined {
  const written = row.cells[column];
  if (written === '') return undefined;
  const value = /^\d+([.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
  if (value >= 1 && value <= 4) return value;
  const grade = row.isLenient ? spelledGrade(column, written) : null;
  if (grade !== null) {
    const said = `${column} ${written}`;
    if (!row.saidOnce.has(said)) {
      row.saidOnce.add(said);
      row.open.advise(placeInSheet(row.cells.line, column), 'sheet.readAs', { written, read: grade, kind: 'grade' });
    }
    return grade;
  }
  const params = { indicator: row.cells.indicator, column, value: written };
  leave(row, column, 'sheet.notOneToFour', params, { options: ['1', '2', '3', '4'] });
  return undefined;
}

function readConfidence(row: Row): Confidence | undefined {
  const { confidence: written } = row.cells;
  if (written === '') return undefined;
  const options = confidenceSchema.options;
  const said = options.find((one) => one === spelledChoice('confidence', written));
  if (said === undefined) {
    leave(row, 'confidence', 'workbook.unknownWord', { value: written, allowed: options.join(' / ') }, { options });
  }
  return said;
}

/**
 * The cells of a row with what a person entered in their place. Where a spreadsheet wrote the name of its error,
 * nothing was said, and nothing was emptied: such a cell stays open, and so does one of which letters are lost. Names
 * of institutions are settled for all their rows together.
 */
function cellsOf(cells: SheetCells, { open, isLenient, unreadable }: SheetReading): SheetCells {
  const textOf = (column: SheetColumn): string => {
    const place = placeInSheet(cells.line, column);
    const found = unreadable.get(cellId(place));
    if (found !== undefined && !open.isReadable(place, found)) return '';
    const isOfRow = (column !== 'institution' || found !== undefined) && open.isSettled(place);
    const text = isOfRow ? textOfCell(open.cell(place, null)) : cells[column];
    if (!isLenient || column === 'institution') return text;
    const code = isSheetError(text) ? 'intake.cellError' : !isOfRow && isLost(text) ? 'intake.cellLetters' : null;
    if (code === null) return text;
    open.leave(place, code, { shown: text }, { entry: 'text' });
    return '';
  };
  return { ...cellsByColumn(textOf), line: cells.line };
}

/**
 * One row checked against the framework; null where nobody can tell of which indicator. Left open:
 * `sheet.unknownIndicator` (nearest), `sheet.unknownAnswer` and `sheet.unknownTarget` (allowed), `sheet.ambiguous`
 * (column, written, readings), `sheet.notOneToFour` (column, value), `sheet.tooLong` (column, maximum); where the usual
 * spellings count also `workbook.unknownWord` (of how sure somebody is), `intake.whichLevel`, `intake.cellError` and
 * `intake.cellLetters`. Advice: `sheet.notApplicableWithoutReason`, `sheet.notApplicableNotCounted` (the method forbids
 * it, so it is no answer), `sheet.readAs` (written, read, kind: level, word or grade).
 */
export function readSheetRow(written: SheetCells, reading: SheetReading): SheetRow | null {
  const { framework } = reading;
  const row: Row = { ...reading, cells: cellsOf(written, reading) };
  const { cells } = row;
  const indicator =
    framework.indicatorById.get(cells.indicator) ??
    (reading.isLenient
      ? indicatorOfCode(cells.indicator, framework)
      : framework.indicators.find(({ id }) => foldWords(id) === foldWords(cells.indicator)));
  // Without its name it would be an agreed level.
  const ofInstitution = placeInSheet(cells.line, 'institution');
  if (reading.unreadable.has(cellId(ofInstitution)) && !reading.open.isSettled(ofInstitution)) return null;
  // Titles of domains stand between the rows of their indicators.
  if (reading.isLenient && cells.indicator === '' && SAYING.every((column) => cells[column] === '')) return null;
  if (indicator === undefined) {
    const nearest = nearestIds(cells.indicator, framework);
    const params = { indicator: cells.indicator, nearest: nearest.join(', ') };
    leave(row, 'indicator', 'sheet.unknownIndicator', params, { options: nearest, entry: 'text' });
    return null;
  }
  checkTexts(row);
  const answer = readAnswer(row, indicator);
  const target = readTarget(row, indicator);
  const impact = readNumber(row, 'impact');
  const ease = readNumber(row, 'ease');
  const confidence = readConfidence(row);
  return {
    indicator: indicator.id,
    institution: unguardFormula(cells.institution),
    comment: unguardFormula(cells.comment),
    line: cells.line,
    ...(answer === undefined ? {} : { answer }),
    ...(target === undefined ? {} : { target }),
    ...(impact === undefined ? {} : { impact }),
    ...(ease === undefined ? {} : { ease }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}
