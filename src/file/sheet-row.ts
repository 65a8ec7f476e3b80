import type { Answer } from '../domain/registers/answer.ts';
import type { Target } from '../domain/registers/target.ts';
import type { Method, Scale } from '../domain/framework/framework-schema.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { scaleOf } from '../domain/framework/framework.ts';
import { MAXIMUM_TEXT_LENGTH } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { foldWords } from '../domain/fold-words.ts';
import { unguardFormula } from '../domain/formula-guard.ts';
import type { SheetCells } from './sheet-table.ts';

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
  readonly line: number;
}

const NOT_APPLICABLE = 'n/a';
const UNKNOWN = 'unknown';
const NO_TARGET = 'none';
const NEAREST_SHOWN = 5;

type Report = (code: string, params: Problem['params'], severity?: Problem['severity']) => void;

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

/** Ids that begin most like what was written, case ignored. */
function nearestIds(written: string, framework: Framework): string {
  const wanted = written.toLowerCase();
  const ranked = framework.indicators.map(({ id }) => ({ id, shared: sharedStart(wanted, id.toLowerCase()) }));
  return [...ranked]
    .sort((a, b) => b.shared - a.shared)
    .slice(0, NEAREST_SHOWN)
    .map(({ id }) => id)
    .join(', ');
}

/** What a cell can say: a level, or one of the words that stand for something else. */
type Said = { readonly kind: 'level' | 'word'; readonly text: string };

/**
 * What was written, case ignored unless two differ by it alone. More than one where the framework has level ids that
 * cannot be told apart, or that are such a word: nobody can say which was meant.
 */
function findSaid(scale: Scale, words: readonly string[], written: string): readonly Said[] {
  const all: Said[] = [
    ...scale.levels.map(({ id }) => ({ kind: 'level' as const, text: id })),
    ...words.map((text) => ({ kind: 'word' as const, text })),
  ];
  const exact = all.filter(({ text }) => text === written);
  return exact.length > 0 ? exact : all.filter(({ text }) => text.toLowerCase() === written.toLowerCase());
}

function notApplicablePolicy(framework: Framework, indicator: Indicator): Method['notApplicable'] {
  const domain = framework.structure.domains.find(({ id }) => id === indicator.domain);
  const subdomain = domain?.subdomains?.find(({ id }) => id === indicator.subdomain);
  const nearest = [indicator.method, subdomain?.method, domain?.method].find((method) => method?.notApplicable);
  return nearest?.notApplicable ?? framework.structure.method.notApplicable;
}

/** The one thing that a cell says; undefined, and a problem, where it says nothing that is known, or more than one. */
function readSaid(
  cells: SheetCells,
  column: 'answer' | 'target',
  scale: Scale,
  words: readonly string[],
  report: Report,
): Said | undefined {
  const written = cells[column];
  const found = findSaid(scale, words, written);
  if (found.length === 1) return found[0];
  const params = { indicator: cells.indicator, [column]: written };
  if (found.length === 0) {
    const allowed = [...scale.levels.map(({ id }) => id), ...words].join(', ');
    report(column === 'answer' ? 'sheet.unknownAnswer' : 'sheet.unknownTarget', { ...params, allowed });
  } else {
    const readings = found.map(({ text }) => text).join(', ');
    report('sheet.ambiguous', { indicator: cells.indicator, column, written, readings });
  }
  return undefined;
}

function readAnswer(cells: SheetCells, framework: Framework, indicator: Indicator, report: Report): Answer | undefined {
  if (cells.answer === '') return undefined;
  const params = { indicator: indicator.id };
  const said = readSaid(cells, 'answer', scaleOf(framework, indicator), [NOT_APPLICABLE, UNKNOWN], report);
  if (said === undefined) return undefined;
  if (said.kind === 'level') return { state: 'level', level: said.text };
  if (said.text === UNKNOWN) return { state: 'unknown' };
  if (cells.comment === '') report('sheet.notApplicableWithoutReason', params, 'advice');
  if (notApplicablePolicy(framework, indicator) === 'forbid') report('sheet.notApplicableNotCounted', params, 'advice');
  return { state: 'not-applicable', reason: unguardFormula(cells.comment) };
}

function readTarget(cells: SheetCells, framework: Framework, indicator: Indicator, report: Report): Target | undefined {
  if (cells.target === '') return undefined;
  const said = readSaid(cells, 'target', scaleOf(framework, indicator), [NO_TARGET], report);
  if (said === undefined) return undefined;
  return said.kind === 'level' ? { state: 'level', level: said.text } : { state: 'none', reason: '' };
}

/** What the journal could not keep is no text: docs/file-formats.md section 3. */
function checkTexts(cells: SheetCells, report: Report): void {
  for (const column of ['comment', 'institution'] as const) {
    if (cells[column].length > MAXIMUM_TEXT_LENGTH) report('sheet.tooLong', { column, maximum: MAXIMUM_TEXT_LENGTH });
  }
}

function readNumber(cells: SheetCells, column: 'impact' | 'ease', report: Report): number | undefined {
  const written = cells[column];
  if (written === '') return undefined;
  const value = /^\d+([.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
  if (value >= 1 && value <= 4) return value;
  report('sheet.notOneToFour', { indicator: cells.indicator, column, value: written });
  return undefined;
}

/**
 * One row checked against the framework. Errors: `sheet.unknownIndicator` (nearest), `sheet.unknownAnswer` and
 * `sheet.unknownTarget` (allowed), `sheet.ambiguous` (column, written, readings), `sheet.notOneToFour` (column, value),
 * `sheet.tooLong` (column, maximum). Advice: `sheet.notApplicableWithoutReason`,
 * `sheet.notApplicableNotCounted` (the method forbids it, so it is no answer).
 */
export function readSheetRow(cells: SheetCells, framework: Framework): { row: SheetRow | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (code, params, severity = 'error') => {
    problems.push({ ...problem(code, '', [], params, severity), line: cells.line });
  };
  const indicator =
    framework.indicatorById.get(cells.indicator) ??
    framework.indicators.find(({ id }) => foldWords(id) === foldWords(cells.indicator));
  if (indicator === undefined) {
    report('sheet.unknownIndicator', { indicator: cells.indicator, nearest: nearestIds(cells.indicator, framework) });
    return { row: null, problems };
  }
  checkTexts(cells, report);
  const answer = readAnswer(cells, framework, indicator, report);
  const target = readTarget(cells, framework, indicator, report);
  const impact = readNumber(cells, 'impact', report);
  const ease = readNumber(cells, 'ease', report);
  const row: SheetRow = {
    indicator: indicator.id,
    institution: unguardFormula(cells.institution),
    comment: unguardFormula(cells.comment),
    line: cells.line,
    ...(answer === undefined ? {} : { answer }),
    ...(target === undefined ? {} : { target }),
    ...(impact === undefined ? {} : { impact }),
    ...(ease === undefined ? {} : { ease }),
  };
  return { row, problems };
}
