import type { Answer, Answers } from '../domain/registers/answer.ts';
import type { Target } from '../domain/registers/target.ts';
import type { Opinion } from '../domain/consensus/opinion.ts';
import { provisionalLevel } from '../domain/consensus/provisional-level.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { scaleOf } from '../domain/framework/framework.ts';
import { foldWords } from '../domain/fold-words.ts';
import { areAlike, traitsOf } from '../domain/institutions/institution-name.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { Settlements } from '../domain/intake/open-cells.ts';
import type { UnreadableInSheet } from '../domain/intake/map-columns.ts';
import { cellId, NOTHING_SETTLED, OpenCells } from '../domain/intake/open-cells.ts';
import type { SheetRow } from './sheet-row.ts';
import { placeInSheet, readSheetRow } from './sheet-row.ts';
import { readSheetTable } from './sheet-table.ts';

/** What an answer sheet says, checked against a framework (docs/file-formats.md section 6). */
export interface AnswerSheet {
  readonly rows: readonly SheetRow[];
  /** By institution as it is written; '' is the agreed level. */
  readonly answersByInstitution: ReadonlyMap<string, Answers>;
  readonly targets: ReadonlyMap<string, Target>;
  /** 1 to 4. */
  readonly impacts: ReadonlyMap<string, number>;
  /** 1 to 4. */
  readonly eases: ReadonlyMap<string, number>;
  /** The answers that scores are computed from: agreed, else provisional. */
  readonly decided: Answers;
}

function findDuplicates(rows: readonly SheetRow[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ indicator, institution, line }) => {
    const key = JSON.stringify([indicator, institution]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    return [{ ...problem('sheet.duplicateRow', '', [], { indicator, institution, first: before }), line }];
  });
}

/**
 * Names that say the same, whatever their case, accents and apostrophes, are one institution, called as it is first
 * written. Of names that may be of one it is said: whether they are is for a person to decide.
 */
function nameInstitutions(rows: readonly SheetRow[], isLenient: boolean): { rows: SheetRow[]; problems: Problem[] } {
  const first = new Map<string, string>();
  const said = new Set<string>();
  const problems: Problem[] = [];
  const renamed = rows.map((row): SheetRow => {
    const { institution, line } = row;
    const key = foldWords(institution);
    const name = first.get(key) ?? institution;
    first.set(key, name);
    if (name === institution) return row;
    if (!said.has(institution)) {
      problems.push({ ...problem('sheet.sameInstitution', '', [], { institution, name }, 'advice'), line });
    }
    said.add(institution);
    return { ...row, institution: name };
  });
  // Which institution is meant is asked where the sheet is taken in.
  return { rows: renamed, problems: [...problems, ...(isLenient ? [] : alikeNames(renamed))] };
}

function alikeNames(rows: readonly SheetRow[]): Problem[] {
  const first = new Map<string, number>();
  for (const { institution, line } of rows) if (!first.has(institution)) first.set(institution, line);
  const names = [...first.keys()].map((name) => ({ name, traits: traitsOf(name) }));
  return names.flatMap(({ name, traits }, index) => {
    const other = names.slice(0, index).find((before) => areAlike(before.traits, traits))?.name;
    if (other === undefined) return [];
    return [{ ...problem('sheet.alikeInstitutions', '', [], { name, other }, 'advice'), line: first.get(name) ?? 0 }];
  });
}

/** One value an indicator: that of the row without institution, else what all rows that have one agree on. */
function settle<Column extends 'target' | 'impact' | 'ease'>(
  rows: readonly SheetRow[],
  column: Column,
  wordOf: (value: NonNullable<SheetRow[Column]>) => string,
  open: OpenCells,
): ReadonlyMap<string, NonNullable<SheetRow[Column]>> {
  const values = new Map<string, NonNullable<SheetRow[Column]>>();
  const byAgreedFirst = [...rows].sort((a, b) => Number(a.institution !== '') - Number(b.institution !== ''));
  const agreed = new Set<string>();
  for (const row of byAgreedFirst) {
    const value = row[column];
    if (value === undefined || agreed.has(row.indicator)) continue;
    const place = placeInSheet(row.line, column);
    const known = values.get(row.indicator);
    const differs = known !== undefined && JSON.stringify(known) !== JSON.stringify(value);
    if (differs && !open.isSettled(place)) {
      const options = [known, value].map(wordOf);
      open.leave(place, 'sheet.differingValues', { indicator: row.indicator, column }, { options });
    }
    if (row.institution === '') agreed.add(row.indicator);
    // What a person chose where rows differ counts for all of them.
    values.set(row.indicator, open.isSettled(place) ? value : (known ?? value));
  }
  return values;
}

const wordOfTarget = (target: Target) => (target.state === 'level' ? target.level : 'none');

function decide(rows: readonly SheetRow[], framework: Framework): Answers {
  const decided = new Map<string, Answer>();
  for (const indicator of framework.indicators) {
    const own = rows.filter((row) => row.indicator === indicator.id);
    const agreed = own.find(({ institution }) => institution === '')?.answer;
    const opinions = own
      .filter(({ institution }) => institution !== '')
      .map(({ institution, answer }): Opinion => ({
        institution,
        answer: answer ?? null,
        isLead: false,
        documented: false,
      }));
    const answer = agreed ?? provisionalLevel(scaleOf(framework, indicator), opinions);
    if (answer !== null) decided.set(indicator.id, answer);
  }
  return decided;
}

function groupAnswers(rows: readonly SheetRow[]): ReadonlyMap<string, Answers> {
  const groups = new Map<string, Map<string, Answer>>();
  for (const { institution, indicator, answer } of rows) {
    const group = groups.get(institution) ?? new Map<string, Answer>();
    if (answer !== undefined) group.set(indicator, answer);
    groups.set(institution, group);
  }
  return groups;
}

/** What could be read of a sheet; the rest is open. */
export interface ReadSheet extends Pick<AnswerSheet, 'rows' | 'targets' | 'impacts' | 'eases'> {
  readonly open: OpenCells;
}

function readRows(
  text: string,
  framework: Framework,
  open: OpenCells,
  isLenient: boolean,
  unreadable: readonly UnreadableInSheet[] = [],
): Result<ReadSheet> {
  const table = readSheetTable(text, isLenient ? open : null);
  if (!table.ok) return table;
  const unreadableById = new Map(
    unreadable.map(({ line, column, cell }) => [cellId(placeInSheet(line, column)), cell] as const),
  );
  const reading = { framework, open, isLenient, saidOnce: new Set<string>(), unreadable: unreadableById };
  const { rows, problems } = nameInstitutions(
    table.value.rows.flatMap((cells) => readSheetRow(cells, reading) ?? []),
    isLenient,
  );
  const { overlong, unread } = table.value;
  for (const { line, shown } of unread) open.leave(placeInSheet(line, 'indicator'), 'sheet.unreadRow', { shown });
  for (const { line, ...counts } of overlong) {
    open.leave(placeInSheet(line, 'indicator'), 'sheet.tooManyCells', counts);
  }
  const targets = settle(rows, 'target', wordOfTarget, open);
  const impacts = settle(rows, 'impact', String, open);
  const eases = settle(rows, 'ease', String, open);
  const empty =
    table.value.rows.length + overlong.length + unread.length === 0
      ? [problem('sheet.noRows', '', [], {}, 'advice')]
      : [];
  const advice = [...table.advice, ...open.advice, ...problems, ...empty];
  return { ok: true, advice, value: { rows, targets, impacts, eases, open } };
}

/**
 * Reads an answer sheet as far as it can be read, usual spellings too; what cannot is left open, with its line.
 * `settled` is what a person entered in its place, `unreadable` what could not be read in the table that the sheet was
 * made of. Errors: those of `readSheetTable`. Left open: those of `readSheetRow`, `sheet.tooManyCells` (found,
 * expected: a separator in a cell without quotation marks), `sheet.unreadRow` (shown: its quotation marks do not
 * match), `sheet.differingValues` (column). Advice: as `parseAnswerSheet`, `sheet.readAs`.
 */
export function readAnswerSheet(
  text: string,
  framework: Framework,
  settled: Settlements = NOTHING_SETTLED,
  unreadable: readonly UnreadableInSheet[] = [],
): Result<ReadSheet> {
  return readRows(text, framework, new OpenCells(settled), true, unreadable);
}

/**
 * Reads an answer sheet, whole or not at all, in the spellings that are defined: every problem at once, each with its
 * line. Errors: those of `readAnswerSheet` and what it leaves open, `sheet.duplicateRow` (first),
 * `sheet.differingValues` (column). Advice: `sheet.unknownColumn`, `sheet.noRows`, `sheet.sameInstitution`
 * (institution, name), `sheet.alikeInstitutions` (name, other), `sheet.notApplicableWithoutReason`,
 * `sheet.notApplicableNotCounted`. Source: docs/file-formats.md section 6.
 */
export function parseAnswerSheet(text: string, framework: Framework): Result<AnswerSheet> {
  const read = readRows(text, framework, new OpenCells(), false);
  if (!read.ok) return read;
  const { open, ...sheet } = read.value;
  const { rows } = sheet;
  const wrong = [...open.list.map(({ problem: found }) => found), ...findDuplicates(rows)];
  if (wrong.length > 0) {
    return { ok: false, problems: [...read.advice, ...wrong.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))] };
  }
  const decided = decide(rows, framework);
  return { ...read, value: { ...sheet, answersByInstitution: groupAnswers(rows), decided } };
}
