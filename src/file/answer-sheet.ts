import type { Answer, Answers } from '../domain/registers/answer.ts';
import type { Target } from '../domain/registers/target.ts';
import type { Opinion } from '../domain/consensus/opinion.ts';
import { provisionalLevel } from '../domain/consensus/provisional-level.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { scaleOf } from '../domain/framework/framework.ts';
import { looksAlike, plainWord } from '../domain/institutions/institution-name.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import type { SheetRow } from './sheet-row.ts';
import { readSheetRow } from './sheet-row.ts';
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
function nameInstitutions(rows: readonly SheetRow[]): { rows: SheetRow[]; problems: Problem[] } {
  const first = new Map<string, string>();
  const said = new Set<string>();
  const problems: Problem[] = [];
  const renamed = rows.map((row): SheetRow => {
    const { institution, line } = row;
    const key = plainWord(institution);
    const name = first.get(key) ?? institution;
    first.set(key, name);
    if (name === institution) return row;
    if (!said.has(institution)) {
      problems.push({ ...problem('sheet.sameInstitution', '', [], { institution, name }, 'advice'), line });
    }
    said.add(institution);
    return { ...row, institution: name };
  });
  return { rows: renamed, problems: [...problems, ...alikeNames(renamed)] };
}

function alikeNames(rows: readonly SheetRow[]): Problem[] {
  const first = new Map<string, number>();
  for (const { institution, line } of rows) if (!first.has(institution)) first.set(institution, line);
  const names = [...first.keys()];
  return names.flatMap((name, index) => {
    const other = names.slice(0, index).find((before) => looksAlike(before, name));
    if (other === undefined) return [];
    return [{ ...problem('sheet.alikeInstitutions', '', [], { name, other }, 'advice'), line: first.get(name) ?? 0 }];
  });
}

interface Settled<Value> {
  readonly values: ReadonlyMap<string, Value>;
  readonly problems: readonly Problem[];
}

/** One value an indicator: that of the row without institution, else what all rows that have one agree on. */
function settle<Column extends 'target' | 'impact' | 'ease'>(
  rows: readonly SheetRow[],
  column: Column,
): Settled<NonNullable<SheetRow[Column]>> {
  const values = new Map<string, NonNullable<SheetRow[Column]>>();
  const problems: Problem[] = [];
  const byAgreedFirst = [...rows].sort((a, b) => Number(a.institution !== '') - Number(b.institution !== ''));
  const agreed = new Set<string>();
  for (const row of byAgreedFirst) {
    const value = row[column];
    if (value === undefined || agreed.has(row.indicator)) continue;
    const known = values.get(row.indicator);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) {
      const params = { indicator: row.indicator, column };
      problems.push({ ...problem('sheet.differingValues', '', [], params), line: row.line });
    }
    if (row.institution === '') agreed.add(row.indicator);
    values.set(row.indicator, known ?? value);
  }
  return { values, problems };
}

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

/** What could be read of a sheet, and the problems of all the rest. */
export interface ReadSheet extends Pick<AnswerSheet, 'rows' | 'targets' | 'impacts' | 'eases'> {
  readonly wrong: readonly Problem[];
}

/**
 * Reads an answer sheet as far as it can be read; what cannot is left out and named, with its line. Of rows that
 * stand twice none counts. Errors: those of `readSheetTable`. `wrong`: those of `readSheetRow`,
 * `sheet.duplicateRow` (first), `sheet.differingValues` (column). Advice: as `parseAnswerSheet`.
 */
export function readAnswerSheet(text: string, framework: Framework): Result<ReadSheet> {
  const table = readSheetTable(text);
  if (!table.ok) return table;
  const read = table.value.map((cells) => readSheetRow(cells, framework));
  const named = nameInstitutions(read.flatMap(({ row }) => row ?? []));
  const { rows } = named;
  const targets = settle(rows, 'target');
  const impacts = settle(rows, 'impact');
  const eases = settle(rows, 'ease');
  const duplicates = findDuplicates(rows);
  const twice = new Set(duplicates.flatMap(({ line = 0, params }) => [line, params['first']]));
  const found = [
    ...read.flatMap(({ problems }) => problems),
    ...named.problems,
    ...duplicates,
    ...(table.value.length === 0 ? [problem('sheet.noRows', '', [], {}, 'advice')] : []),
    ...targets.problems,
    ...impacts.problems,
    ...eases.problems,
  ];
  return {
    ok: true,
    advice: [...table.advice, ...found.filter(({ severity }) => severity === 'advice')],
    value: {
      rows: rows.filter(({ line }) => !twice.has(line)),
      targets: targets.values,
      impacts: impacts.values,
      eases: eases.values,
      wrong: found.filter(({ severity }) => severity === 'error'),
    },
  };
}

/**
 * Reads an answer sheet, whole or not at all: every problem at once, each with its line. Errors: those of `readAnswerSheet`, and
 * its `wrong`. Advice: `sheet.unknownColumn`, `sheet.noRows`, `sheet.sameInstitution` (institution, name),
 * `sheet.alikeInstitutions` (name, other), `sheet.notApplicableWithoutReason`, `sheet.notApplicableNotCounted`. Source: docs/file-formats.md section 6.
 */
export function parseAnswerSheet(text: string, framework: Framework): Result<AnswerSheet> {
  const read = readAnswerSheet(text, framework);
  if (!read.ok) return read;
  const { wrong, ...sheet } = read.value;
  if (wrong.length > 0) return { ok: false, problems: [...read.advice, ...wrong] };
  const { rows } = sheet;
  const decided = decide(rows, framework);
  return { ...read, value: { ...sheet, answersByInstitution: groupAnswers(rows), decided } };
}
