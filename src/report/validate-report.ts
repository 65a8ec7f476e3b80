import { readAssessment } from '../domain/assessment/read-assessment.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../domain/journal/entry-schema.ts';
import { fold } from '../domain/registers/fold.ts';
import type { Validation } from '../domain/assessment/validation.ts';
import type { ValidationValue } from '../domain/registers/validation.ts';
import { entriesToValidate, hashEntryIds } from '../domain/assessment/validation.ts';
import type { Engine } from '../domain/scoring/engine.ts';
import { ENGINE_VERSION, engineOfVersion, PRESENT_ENGINE } from '../domain/scoring/engine.ts';
import { buildReport } from './build-report.ts';
import { REPORT_HASH_VERSION, reportHash } from './report-hash.ts';
import type { Report } from './report.ts';

/** What people say when they validate; the rest of the entry is computed. */
export type ValidationSaid = Pick<ValidationValue, 'by' | 'function' | 'date' | 'forum' | 'signatories' | 'correction'>;

/** A position as it was validated and as this version of the app computes it; null where there is none. */
export interface FigureThenNow {
  /** Id of a domain, or of the whole. */
  readonly id: string;
  readonly then: number | null;
  readonly now: number | null;
}

/** Whether a validated report can still be made as it was. */
export interface ValidationCheck {
  readonly sameEngine: boolean;
  readonly sameReport: boolean;
  readonly engine: { readonly then: string; readonly now: string };
  readonly hash: { readonly then: string; readonly now: string };
  /** Positions that differ, where the validation noted them. */
  readonly differing: readonly FigureThenNow[];
  /** What the present engine would say of the same answers; null where it is the one that was validated with. */
  readonly present: {
    readonly engine: string;
    readonly differing: readonly FigureThenNow[];
    /** How many gaps would have another rank or quadrant. */
    readonly priorities: number;
  } | null;
}

interface Assessed {
  readonly framework: Framework;
  readonly identity: AssessmentIdentity;
}

function reportOf({ framework, identity }: Assessed, entries: readonly Entry[], engine: Engine): Report {
  return buildReport({ framework, identity, state: readAssessment(fold(entries), framework), engine });
}

function figuresOf(report: Report): { id: string; shown: number | null }[] {
  const nodes = [...(report.overall === null ? [] : [report.overall]), ...report.domains];
  return nodes.map(({ id, shown }) => ({ id, shown }));
}

/**
 * The value of the register `validation` for all entries there are: their ids and the hash of the set, the engine, the
 * hash of the report they make and its positions, with what people say of it (docs/file-formats.md section 3).
 */
export function makeValidation(assessed: Assessed, entries: readonly Entry[], said: ValidationSaid): ValidationValue {
  const ids = entriesToValidate(entries);
  const wanted = new Set(ids);
  const report = reportOf(
    assessed,
    entries.filter(({ id }) => wanted.has(id)),
    PRESENT_ENGINE,
  );
  return {
    entries: ids,
    entriesHash: hashEntryIds(ids),
    engine: report.engine,
    reportHash: reportHash(report),
    ...(REPORT_HASH_VERSION > 1 ? { hashVersion: REPORT_HASH_VERSION } : {}),
    figures: figuresOf(report),
    ...said,
  };
}

function differences(signed: ValidationValue['figures'], report: Report): FigureThenNow[] {
  const now = new Map(figuresOf(report).map(({ id, shown }) => [id, shown]));
  return (signed ?? []).flatMap(({ id, shown }) => {
    const computed = now.get(id) ?? null;
    return computed === shown ? [] : [{ id, then: shown, now: computed }];
  });
}

function otherPriorities(report: Report, present: Report): number {
  const placesOf = ({ indicators, priorities }: Report) => {
    const rankOf = new Map(priorities.map(({ id, rank }) => [id, rank]));
    return new Map(indicators.map(({ id, quadrant }) => [id, `${rankOf.get(id)} ${quadrant}`]));
  };
  const now = placesOf(present);
  return [...placesOf(report)].filter(([id, place]) => now.get(id) !== place).length;
}

/** What the present engine makes of the same answers; null where it made the report. */
function presentOf(
  report: Report,
  value: ValidationValue,
  make: (engine: Engine) => Report,
): ValidationCheck['present'] {
  if (report.engine === ENGINE_VERSION) return null;
  const present = make(PRESENT_ENGINE);
  const priorities = otherPriorities(report, present);
  return { engine: ENGINE_VERSION, differing: differences(value.figures, present), priorities };
}

/**
 * Makes the validated report anew, by the engine and the version of the hash that it names, and holds it against what was
 * signed; beside it, what the present engine makes of the same answers (docs/methodology.md section 13).
 */
export function checkValidation(
  assessed: Assessed,
  entries: readonly Entry[],
  { value }: Pick<Validation, 'value'>,
): ValidationCheck {
  const ids = new Set(value.entries);
  const validated = entries.filter(({ id }) => ids.has(id));
  const report = reportOf(assessed, validated, engineOfVersion(value.engine));
  const hash = reportHash(report, value.hashVersion);
  return {
    sameEngine: value.engine === report.engine,
    sameReport: value.reportHash === hash,
    engine: { then: value.engine, now: report.engine },
    hash: { then: value.reportHash, now: hash },
    differing: differences(value.figures, report),
    present: presentOf(report, value, (engine) => reportOf(assessed, validated, engine)),
  };
}
