import type { Answer } from '../domain/assessment/answer.ts';
import type { Target } from '../domain/assessment/register-values.ts';
import type { Method, Scale } from '../domain/framework/framework-schema.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { scaleOf } from '../domain/framework/framework.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
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

function findLevel(scale: Scale, written: string): string | undefined {
  return scale.levels.find(({ id }) => id.toLowerCase() === written.toLowerCase())?.id;
}

function notApplicablePolicy(framework: Framework, indicator: Indicator): Method['notApplicable'] {
  const domain = framework.structure.domains.find(({ id }) => id === indicator.domain);
  const subdomain = domain?.subdomains?.find(({ id }) => id === indicator.subdomain);
  const nearest = [indicator.method, subdomain?.method, domain?.method].find((method) => method?.notApplicable);
  return nearest?.notApplicable ?? framework.structure.method.notApplicable;
}

function readAnswer(cells: SheetCells, framework: Framework, indicator: Indicator, report: Report): Answer | undefined {
  const written = cells.answer.toLowerCase();
  const params = { indicator: indicator.id };
  if (written === '') return undefined;
  if (written === UNKNOWN) return { state: 'unknown' };
  if (written === NOT_APPLICABLE) {
    if (cells.comment === '') report('sheet.notApplicableWithoutReason', params, 'advice');
    if (notApplicablePolicy(framework, indicator) === 'forbid')
      report('sheet.notApplicableNotCounted', params, 'advice');
    return { state: 'not-applicable', reason: unguardFormula(cells.comment) };
  }
  const scale = scaleOf(framework, indicator);
  const level = findLevel(scale, written);
  if (level !== undefined) return { state: 'level', level };
  const allowed = [...scale.levels.map(({ id }) => id), NOT_APPLICABLE, UNKNOWN].join(', ');
  report('sheet.unknownAnswer', { ...params, answer: cells.answer, allowed });
  return undefined;
}

function readTarget(cells: SheetCells, framework: Framework, indicator: Indicator, report: Report): Target | undefined {
  if (cells.target === '') return undefined;
  const scale = scaleOf(framework, indicator);
  const level = findLevel(scale, cells.target);
  if (level !== undefined) return { state: 'level', level };
  if (cells.target.toLowerCase() === NO_TARGET) return { state: 'none', reason: '' };
  const allowed = [...scale.levels.map(({ id }) => id), NO_TARGET].join(', ');
  report('sheet.unknownTarget', { indicator: indicator.id, target: cells.target, allowed });
  return undefined;
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
 * `sheet.unknownTarget` (allowed), `sheet.notOneToFour` (column, value). Advice: `sheet.notApplicableWithoutReason`,
 * `sheet.notApplicableNotCounted` (the method forbids it, so it is no answer).
 */
export function readSheetRow(cells: SheetCells, framework: Framework): { row: SheetRow | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (code, params, severity = 'error') => {
    problems.push({ ...problem(code, '', [], params, severity), line: cells.line });
  };
  const indicator = framework.indicatorById.get(cells.indicator);
  if (indicator === undefined) {
    report('sheet.unknownIndicator', { indicator: cells.indicator, nearest: nearestIds(cells.indicator, framework) });
    return { row: null, problems };
  }
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
