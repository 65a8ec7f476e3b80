import type { AssessmentState, DamagedValue } from '../registers/assessment-state.ts';
import { damagedValues } from '../assessment/read-assessment.ts';
import type { Framework } from '../framework/framework.ts';
import type { DerivedChange } from '../journal/derive-entry.ts';
import { deriveEntry } from '../journal/derive-entry.ts';
import type { Intake, Settlements } from '../intake/open-cells.ts';
import type { Actor, AssessmentIdentity, Entry, JsonValue } from '../journal/entry-schema.ts';
import { fold } from '../registers/fold.ts';
import { majorMinor } from '../framework/frameworks-match.ts';
import { journalOf } from '../journal/merge.ts';
import type { MergeSide } from '../returns/preview-merge.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import type { WorkbookSheet } from '../intake/cells.ts';
import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { WorkbookOrigin } from './answer-workbook.ts';
import type { ParsedWorkbook } from './parse-answer-workbook.ts';
import { onThisVersion } from './on-this-version.ts';
import { parseAnswerWorkbook } from './parse-answer-workbook.ts';
import { isOlderVersion } from '../rounds/fits-newer.ts';
import { hashOfValue, valuesOfWorkbook } from './workbook-values.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { findWorkbookKey, KEY_ROWS_BEFORE_WORDS } from './workbook-key.ts';

/** What a workbook is taken into. */
export interface WorkbookTarget {
  readonly assessment: AssessmentIdentity;
  readonly framework: Framework;
  readonly institutions: AssessmentState['institutions'];
}

/** A workbook as a side of a merge, whose it is, and what of it could not be read. */
export interface WorkbookSide extends MergeSide, Intake {
  readonly institution: string;
  /** What its cells say by register, changed or not; what could not be read, or is not there, is not in it. */
  readonly said: ReadonlyMap<string, JsonValue>;
  /** Ids of the entries that it was made from. */
  readonly seen: ReadonlySet<string>;
}

/** Why a workbook does not belong here: errors; advice where only texts of the framework differ. */
function checkOrigin(origin: WorkbookOrigin, { assessment, framework, institutions }: WorkbookTarget): Problem[] {
  const found: Problem[] = [];
  // Sent from the assessment that this one was carried over from, on the version of then.
  const isFromBefore = origin.assessment === assessment.parent && isOlderVersion(origin.framework.version, framework);
  if (origin.assessment !== assessment.id && !isFromBefore) {
    found.push(problem('merge.otherAssessment', '', [], { mine: assessment.id, theirs: origin.assessment }));
  } else if (!institutions.has(origin.institution)) {
    found.push(problem('workbook.unknownInstitution', '', [], { institution: origin.institution }));
  }
  const theirs = origin.framework;
  const versions = { framework: framework.id, mine: framework.version, theirs: theirs.version };
  if (theirs.id !== framework.id) {
    found.push(problem('merge.otherFramework', '', [], { mine: framework.id, theirs: theirs.id }));
  } else if (majorMinor(theirs.version) !== majorMinor(framework.version)) {
    if (!isOlderVersion(theirs.version, framework))
      found.push(problem('merge.otherFrameworkVersion', '', [], versions));
  } else if (theirs.hash !== framework.hash) {
    found.push(problem('merge.otherFrameworkTexts', '', [], versions, 'advice'));
  }
  return found;
}

/** Links of documents whose row is there and no longer names the indicator. */
function unlinked({ key, content }: ParsedWorkbook, values: ReadonlyMap<string, unknown>): string[] {
  const present = new Set(content.evidence.map(({ id }) => id));
  return [...key.base.keys()].filter((address) => {
    const register = parseRegister(address);
    const isOwn = register.kind === 'evidence-link' && register.institution === key.origin.institution;
    return isOwn && present.has(register.evidence) && !values.has(address);
  });
}

/**
 * What could not be read changes nothing; but an answer that can be brings its requirements, as far as they are said, and so
 * do ticks where there were none: what cannot be read among them takes nothing back.
 */
function canBeSaid(register: string, { unread, key }: ParsedWorkbook, changed: ReadonlySet<string>): boolean {
  if (!unread.has(register)) return true;
  const parsed = parseRegister(register);
  if (parsed.kind !== 'rating') return false;
  const hasNothing = (key.base.get(register)?.hash ?? '') === '';
  if (hasNothing && (parsed.part === 'requirements' || parsed.part === 'under-way')) return true;
  if (parsed.part !== 'requirements') return false;
  const answer = buildRegister({ ...parsed, part: 'answer' });
  return changed.has(answer) && !unread.has(answer);
}

/** What the cells say, by register, as far as they are there. */
function saidIn(parsed: ParsedWorkbook, framework: Framework): ReadonlyMap<string, JsonValue> {
  const { key, content } = parsed;
  const values = valuesOfWorkbook(content, framework, key.origin, (register) => key.base.get(register)?.rest ?? null);
  return new Map([...values, ...unlinked(parsed, values).map((register) => [register, null] as const)]);
}

/** What was changed since the workbook was made: the cells against what they said then. */
function changesOf(parsed: ParsedWorkbook, says: ReadonlyMap<string, JsonValue>): DerivedChange[] {
  const { key } = parsed;
  const changed = [...says].flatMap(([register, value]) => {
    const base = key.base.get(register);
    if (hashOfValue(value) === (base?.hash ?? '')) return [];
    return [{ register, value, replaces: base?.heads ?? [] }];
  });
  const registers = new Set(changed.map(({ register }) => register));
  return changed.filter(({ register }) => canBeSaid(register, parsed, registers));
}

/** Changes as entries: a function of the workbook alone. */
function entriesOf(changes: readonly DerivedChange[], { origin }: WorkbookKey): Entry[] {
  const { assessment, institution, mode, mark } = origin;
  const actor: Actor = `${mode === 'comment' ? 'observer' : 'institution'}:${institution}`;
  return changes.map((change) => deriveEntry(change, { assessment, actor, mark }));
}

/** The thing that a register is about: an indicator with all that is said of it, a document, the endorsement. */
function thingOf(address: string): string {
  const register = parseRegister(address);
  if (register.kind === 'evidence-link') return `evidence/${register.evidence}`;
  if (register.kind === 'rating' || register.kind === 'mandate') return register.indicator;
  return address.replace(/^.*[./]no-view-|^comment\/[^.]*\./, '');
}

/** The row of the key that brought what cannot be read back. */
function damagedKey({ sheet, words, base }: WorkbookKey, damaged: readonly DamagedValue[]): Problem {
  const row = [...base.keys()].findIndex((register) => damaged.some((one) => one.register === register));
  const found = problem('workbook.damagedKey', sheet, []);
  return row === -1 ? found : { ...found, line: KEY_ROWS_BEFORE_WORDS + words.length + row + 1 };
}

/** Whose workbook this is; null where it is not one of answers. */
export function originOfWorkbook(sheets: readonly WorkbookSheet[]): WorkbookOrigin | null {
  return findWorkbookKey(sheets)?.origin ?? null;
}

/**
 * A workbook as what it would merge into an assessment: the changed cells as entries, which replace what the workbook was
 * made from. The same workbook, and the same words of a person for what cannot be read of it, give the same entries
 * wherever and however often it is read. One that was made on an
 * older version of the framework is taken in as far as it says the same on this one. Codes: those of
 * `parseAnswerWorkbook`, `merge.otherAssessment`, `merge.otherFramework`, `merge.otherFrameworkVersion`,
 * `workbook.unknownInstitution`; advice `merge.otherFrameworkTexts`, `merge.olderFramework`. docs/file-formats.md section 11.
 */
export function takeInWorkbook(
  sheets: readonly WorkbookSheet[],
  target: WorkbookTarget,
  settled?: Settlements,
): Result<WorkbookSide> {
  const origin = originOfWorkbook(sheets);
  const found = origin === null || origin.assessment === '' ? [] : checkOrigin(origin, target);
  // Of another assessment or framework nothing else would make sense.
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, problems: errors };
  const { assessment, framework } = target;
  const parsed = parseAnswerWorkbook(sheets, framework, settled);
  if (!parsed.ok) return parsed;
  const { key, unread } = parsed.value;
  const says = saidIn(parsed.value, framework);
  const { takes, open, noticeOf } = onThisVersion(sheets, parsed.value, says, framework);
  const changes = changesOf(parsed.value, says);
  const journal = journalOf(
    entriesOf(
      changes.filter(({ register, value }) => takes(register, value)),
      key,
    ),
  );
  const damaged = damagedValues(fold(journal.entries), framework);
  // What would not be read back must not replace what can be read: members that the key brings may be anything.
  if (damaged.length > 0) return { ok: false, problems: [damagedKey(key, damaged)] };
  const changed = new Set(journal.entries.map(({ register }) => register));
  const taken = new Set([...changed].map(thingOf)).size;
  const isSaid = ([register, value]: readonly [string, JsonValue]) =>
    takes(register, value) && (changed.has(register) || !unread.has(register));
  const said = new Map([...says].filter(isSaid));
  const seen = new Set([...key.base.values()].flatMap(({ heads }) => heads));
  const { institution } = key.origin;
  const value = { assessment, framework, journal, institution, taken, open, said, seen };
  const older = noticeOf(changes.map((change) => [change.register, change.value]));
  return { ok: true, value, advice: [...found, ...older, ...parsed.advice] };
}
