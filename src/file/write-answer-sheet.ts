import Papa from 'papaparse';
import type { Answer } from '../domain/registers/answer.ts';
import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import { currentRatings } from '../domain/assessment/opinions.ts';
import type { Target } from '../domain/registers/target.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { FORMULA } from '../domain/formula-guard.ts';
import type { SheetRow } from './sheet-row.ts';
import { SHEET_COLUMNS } from './sheet-table.ts';

export interface SheetOptions {
  /** `;` for a spreadsheet that writes decimals with a comma. */
  readonly delimiter: ',' | ';';
}

function answerCell(answer: Answer | undefined): string {
  switch (answer?.state) {
    case undefined:
      return '';
    case 'level':
      return answer.level;
    case 'not-applicable':
      return 'n/a';
    case 'unknown':
      return 'unknown';
  }
}

function targetCell(target: Target | undefined): string {
  if (target === undefined) return '';
  return target.state === 'level' ? target.level : 'none';
}

function numberCell(value: number | undefined, { delimiter }: SheetOptions): string {
  if (value === undefined) return '';
  return delimiter === ';' ? String(value).replace('.', ',') : String(value);
}

/** An answer sheet as CSV: UTF-8 with byte order mark, lines ended by CR LF, guarded against formulas. */
export function writeAnswerSheet(rows: readonly Omit<SheetRow, 'line'>[], options: SheetOptions): string {
  const data = rows.map((row) => [
    row.indicator,
    row.institution,
    answerCell(row.answer),
    row.answer?.state === 'not-applicable' ? row.answer.reason : row.comment,
    targetCell(row.target),
    numberCell(row.impact, options),
    numberCell(row.ease, options),
  ]);
  const csv = Papa.unparse([[...SHEET_COLUMNS], ...data], {
    delimiter: options.delimiter,
    newline: '\r\n',
    escapeFormulae: FORMULA,
  });
  return `\uFEFF${csv}\r\n`;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}

/**
 * The rows of an assessment: for each indicator in the framework's order the agreed level with target, impact and ease,
 * then the last vote of each institution. An indicator without any of it still has its row, to be filled in.
 */
export function sheetRowsOf(state: AssessmentState, framework: Framework): Omit<SheetRow, 'line'>[] {
  return framework.indicators.flatMap(({ id }) => {
    const agreed = state.agreed.get(id);
    const first = {
      indicator: id,
      institution: '',
      comment: agreed?.rationale ?? '',
      ...optional('answer', agreed?.answer),
      ...optional('target', state.targets.get(id)),
      ...optional('impact', state.impacts.get(id)),
      ...optional('ease', state.eases.get(id)),
    };
    const others = currentRatings(state, id).map(({ institution, answer, comment }) => ({
      indicator: id,
      institution,
      comment: comment ?? '',
      ...optional('answer', answer),
    }));
    return [first, ...others];
  });
}
