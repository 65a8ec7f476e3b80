import type { Answer } from '../registers/answer.ts';
import { confidenceSchema } from '../registers/rating.ts';
import type { Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import { indicatorOfCode } from '../intake/spelled-code.ts';
import { spelledChoice } from '../intake/spellings.ts';
import { foldWords } from '../fold-words.ts';
import { isUnreadable } from '../intake/cells.ts';
import type { Said, WorkbookRow } from './answer-workbook.ts';
import type { Table, TableRow } from './read-workbook-cells.ts';
import { answerNamesOf, levelOfName } from './read-workbook-cells.ts';
import { adviseLevelRemarks, markedLevels } from './read-level-marks.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import {
  adviseRemark,
  choiceAt,
  indicatorAt,
  isEmptyRow,
  isOnThisVersion,
  textAt,
  wordsToChoose,
} from './workbook-reading.ts';
import { registersOfIndicator } from './workbook-values.ts';

const SAID_IN = ['answer', 'reason', 'confidence', 'comment'] as const;

function mayNotApply(indicator: Indicator, { framework }: WorkbookReading): boolean {
  return (indicator.method?.notApplicable ?? framework.structure.method.notApplicable) !== 'forbid';
}

/** The words that an answer to an indicator can have. */
function answerOptions(indicator: Indicator, reading: WorkbookReading, names?: readonly string[]): string[] {
  const all = [
    ...scaleOf(reading.framework, indicator).levels.map(({ id }) => `level:${id}`),
    'unknown',
    ...(mayNotApply(indicator, reading) ? ['not-applicable'] : []),
    'not-ours',
    'no-view',
  ];
  return wordsToChoose(reading.key, `answer.${indicator.scale}.`, names ?? all);
}

/** What goes with an answer that needs words: undefined where it stays open. */
function reasonAt(row: TableRow, reading: WorkbookReading): string | undefined {
  if (row.has('reason')) return textAt(row, 'reason', reading);
  const column = reading.key.words.find(([name]) => name === 'answers.reason')?.[1] ?? 'reason';
  reading.open.leave(row.place('reason'), 'intake.columnMissing', { column }, { entry: 'text' });
  return undefined;
}

/** Undefined where the answer stays open. */
function saidAt(row: TableRow, indicator: Indicator, reading: WorkbookReading): Said | null | undefined {
  const { framework, key, open } = reading;
  if (!row.has('answer')) return undefined;
  const place = row.place('answer');
  if (!open.isReadable(place, row.cell('answer'), { options: answerOptions(indicator, reading) })) return undefined;
  const text = row.text('answer');
  const marked = open.isSettled(place) ? [] : markedLevels(row, indicator, reading);
  const ofMarks = marked.length === 0 ? undefined : saidByMarks(row, indicator, text, marked, reading);
  if (ofMarks !== undefined) return ofMarks === 'open' ? undefined : ofMarks;
  if (text === '') {
    if (!isEmptyRow(row, ['reason'])) open.advise(place, 'workbook.reasonWithoutAnswer');
    return null;
  }
  const names = answerNamesOf(text, framework, indicator, key);
  const leave = (code: string, options: string[]) => {
    const params = { value: text, allowed: options.join(' / ') };
    open.leave(place, code, params, { options });
    return undefined;
  };
  if (names.length > 1) return leave('intake.whichLevel', answerOptions(indicator, reading, names));
  const [name = null] = names;
  const level = levelOfName(name, framework, indicator);
  const answer = (value: Answer): Said => ({ kind: 'answer', answer: value });
  if (level !== null) return answer({ state: 'level', level });
  if (name === 'unknown') return answer({ state: 'unknown' });
  if (name === 'no-view') return { kind: 'no-view' };
  if (name === 'not-ours' || (name === 'not-applicable' && mayNotApply(indicator, reading))) {
    const reason = reasonAt(row, reading);
    if (reason === undefined) return undefined;
    if (name === 'not-ours') return { kind: 'not-ours', suggests: reason };
    if (reason === '') open.advise(place, 'workbook.reasonMissing', { indicator: indicator.id });
    return answer({ state: 'not-applicable', reason });
  }
  if (name === null || name === 'not-applicable')
    return leave('workbook.unknownWord', answerOptions(indicator, reading));
  const params = { value: text, name: `answer.${indicator.scale}.${name}` };
  open.leave(place, 'workbook.keyWord', params, { options: answerOptions(indicator, reading) });
  return undefined;
}

/**
 * What marks in the columns of levels say: the one level that is marked where nothing was chosen; `open` where there are more,
 * or another answer was chosen; undefined where they say what was chosen.
 */
function saidByMarks(
  row: TableRow,
  indicator: Indicator,
  text: string,
  marked: readonly string[],
  reading: WorkbookReading,
): Said | 'open' | undefined {
  const { framework, key, open } = reading;
  const chosen = text === '' ? [] : answerNamesOf(text, framework, indicator, key);
  const names = [...new Set([...chosen, ...marked.map((id) => `level:${id}`)])];
  const [level] = marked;
  if (chosen.length > 0 && names.length === 1) return undefined;
  if (level === undefined || names.length > 1 || text !== '') {
    const options = answerOptions(indicator, reading, names);
    const found = [...(text === '' || chosen.length > 0 ? [] : [text]), ...options].join(' / ');
    open.leave(row.place('answer'), 'workbook.whichMark', { found }, { options });
    return 'open';
  }
  const [word = level] = answerOptions(indicator, reading, names);
  open.advise(row.place('answer'), 'workbook.levelFromMark', { indicator: indicator.id, level: word });
  return { kind: 'answer', answer: { state: 'level', level } };
}

function readRow(row: TableRow, indicator: Indicator, reading: WorkbookReading): WorkbookRow {
  const { unread } = reading;
  const registers = registersOfIndicator(reading.key.origin, indicator.id);
  const said = saidAt(row, indicator, reading);
  if (said === undefined) registers.answer.forEach((one) => unread.add(one));
  const confidence = choiceAt(
    row,
    'confidence',
    'confidence.',
    confidenceSchema.options,
    (text) => spelledChoice('confidence', text),
    reading,
  );
  if (confidence === undefined || !row.has('confidence')) unread.add(registers.confidence);
  const comment = textAt(row, 'comment', reading);
  adviseLevelRemarks(row, indicator, reading);
  if (comment === undefined || !row.has('comment')) unread.add(registers.comment);
  return { said: said ?? null, confidence: confidence ?? null, comment: comment ?? '' };
}

const wordsOf = (row: TableRow) =>
  SAID_IN.map((column) => {
    const cell = row.cell(column);
    return isUnreadable(cell) ? cell.shown : foldWords(row.text(column));
  }).join('\n');

/** The rows of each indicator, without those that say nothing; codes that are none stay open. */
function rowsByIndicator({ rows }: Table, reading: WorkbookReading): Map<Indicator, TableRow[]> {
  const found = new Map<Indicator, TableRow[]>();
  const lastCoded = rows.findLastIndex((row) => row.text('code') !== '');
  for (const [index, row] of rows.entries()) {
    const isEmpty = isEmptyRow(row, SAID_IN);
    const code = textAt(row, 'code', reading);
    if (code === undefined) continue;
    if (code === '') {
      if (!isEmpty) reading.open.leave(row.place('code'), 'workbook.codeMissing', {}, { entry: 'text' });
      // Titles of domains stand between the rows of their indicators.
      else if (index > lastCoded || row.shown !== row.text('indicator')) adviseRemark(row, row.shown, reading);
      continue;
    }
    // A row that says nothing needs no place.
    const isOfNone = isEmpty && indicatorOfCode(code, reading.framework) === undefined;
    const indicator = isOfNone ? null : indicatorAt(code, row, 'code', reading);
    if (indicator === null) {
      if (isOfNone && isOnThisVersion(reading)) adviseRemark(row, row.shown, reading);
      continue;
    }
    const before = found.get(indicator) ?? [];
    found.set(indicator, [...before, row]);
  }
  return found;
}

/** What a workbook says of each indicator. Rows that say the same, or nothing, beside another one are as good as none. */
export function readAnswerRows(table: Table, reading: WorkbookReading): ReadonlyMap<string, WorkbookRow> {
  const read = new Map<string, WorkbookRow>();
  for (const [indicator, rows] of rowsByIndicator(table, reading)) {
    const filled = rows.filter((row) => !isEmptyRow(row, SAID_IN));
    const [first = rows[0], ...others] = filled;
    if (first === undefined) continue;
    const differing = others.filter((row) => wordsOf(row) !== wordsOf(first));
    for (const row of differing) {
      reading.open.leave(row.place('code'), 'workbook.twice', { indicator: indicator.id, first: first.line });
    }
    if (differing.length > 0) {
      const { answer, confidence, comment } = registersOfIndicator(reading.key.origin, indicator.id);
      [...answer, confidence, comment].forEach((one) => reading.unread.add(one));
    } else read.set(indicator.id, readRow(first, indicator, reading));
  }
  return read;
}
