import type { Framework } from '../domain/framework/framework.ts';
import { livingId } from '../domain/registers/living-institution.ts';
import type { SheetOfAnswers } from '../domain/intake/map-columns.ts';
import type { SettledCell } from '../domain/intake/open-cells.ts';
import { settlementsOf } from '../domain/intake/open-cells.ts';
import { sheetSide } from '../domain/intake/sheet-side.ts';
import { isFull } from '../domain/journal/entry-schema.ts';
import type { JournalState } from '../domain/registers/fold.ts';
import { fold } from '../domain/registers/fold.ts';
import { isOlderVersion } from '../domain/rounds/fits-newer.ts';
import { makeEntries } from '../domain/registers/make-entry.ts';
import { journalOf } from '../domain/journal/merge.ts';
import { isSameValue } from '../domain/journal/same-value.ts';
import type { WorkbookSheet } from '../domain/intake/cells.ts';
import type { Problem, Result } from '../domain/problem.ts';
import type { Answer } from '../domain/registers/answer.ts';
import { valueOfAnswer } from '../domain/registers/rating.ts';
import { buildRegister } from '../domain/registers/register-address.ts';
import type { IncomingReturn } from '../domain/returns/incoming-return.ts';
import { saidByPack } from '../domain/returns/said-by-pack.ts';
import type { WorkbookTarget } from '../domain/workbook/take-in-workbook.ts';
import { takeInWorkbook } from '../domain/workbook/take-in-workbook.ts';
import { readAnswerSheet } from '../file/answer-sheet.ts';
import type { FileFacts } from '../file/file-facts.ts';
import { NO_FACTS } from '../file/file-facts.ts';
import type { FileContent } from '../file/read-given-file.ts';
import type { SextantFile } from '../file/sextant-file.ts';
import type { ReadFile } from './read-file.ts';
import { onThisVersion, refusedFile, wholeFile } from './read-file.ts';

/** Answers that come without a file of ours: of a QR code, or typed in from paper; null takes one back. */
export interface ReturnedAnswers {
  readonly kind: 'answers';
  readonly form: 'qr' | 'paper';
  readonly institution: string;
  readonly vote: number;
  /** By indicator. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  /** The version of the framework that they were given on; absent for that of the assessment. */
  readonly framework?: Framework;
}

/** What came back, as it was read, whatever its form. */
export interface GivenReturn {
  readonly fileName: string;
  readonly content: Result<FileContent | ReturnedAnswers>;
  readonly facts?: FileFacts;
}

/** The assessment that returns are taken into. */
export interface ReturnPlace extends WorkbookTarget {
  /** Whether this copy is an institution's own: there, a pack is the same work, and not a return. */
  readonly isPack: boolean;
  readonly journal: JournalState;
  /** UTC milliseconds: when it is received. */
  readonly nowMs: number;
  /** Ids of what is written for answers without a file of ours. */
  readonly nextId: () => string;
}

/**
 * What came back from an institution, whatever its form, as a side of a merge: the one place where that is done. A file
 * that is nobody's pack is joined as a whole; one on an older version of the framework as far as it asks the same, also
 * where it was sent from the assessment that this one was carried over from. Problems: those of reading it, of
 * `takeInWorkbook` and of `readAnswerSheet`.
 */
export function returnedSide(given: GivenReturn, place: ReturnPlace, settled: readonly SettledCell[] = []): ReadFile {
  const { fileName, content, facts = NO_FACTS } = given;
  if (!content.ok) return refusedFile(fileName, content.problems);
  const { value, advice } = content;
  switch (value.kind) {
    case 'assessment': {
      const read = wholeFile(fileName, value.file, advice);
      if (read.institution === null || place.isPack) return onThisVersion(read, place.framework);
      const own = answeredIn(value.file, read.institution);
      const side = { ...value.file, returned: returnedPack(value.file, read.institution, own, facts) };
      const { assessment } = place;
      const journal = () => journalOf(own.changed);
      return onThisVersion(
        { ...read, side: isFromBefore(value.file, place) ? { ...side, assessment, journal: journal() } : side },
        place.framework,
      );
    }
    case 'workbook':
      return returnedWorkbook(fileName, value.sheets, advice, place, facts, settled);
    case 'sheet':
      return returnedSheet(fileName, value, advice, place, facts, settled);
    case 'answers':
      return returnedAnswers(fileName, value, place, facts);
    default:
      throw new Error(`no return is a ${value.kind}`);
  }
}

/**
 * Whether a pack was sent from the assessment that this one was carried over from, on the version of then: what it was
 * given is here under other ids, so that only what was answered in it is taken in.
 */
function isFromBefore({ assessment, framework }: SextantFile, place: ReturnPlace): boolean {
  return assessment.id === place.assessment.parent && isOlderVersion(framework.version, place.framework);
}

/** What an institution wrote into its pack, and of that what it wrote since the pack was made. */
function answeredIn({ journal }: SextantFile, institution: string) {
  const state = fold(journal.entries);
  const mark = state.registers.get(buildRegister({ kind: 'institution', institution, field: 'pack' }))?.entry?.id ?? '';
  const actors = [`institution:${institution}`, `observer:${institution}`];
  const all = journal.entries.filter(isFull).filter(({ actor }) => actors.includes(actor));
  return { state, all, changed: all.filter(({ id }) => id > mark) };
}

/** A pack was last saved when something was last answered in it; what is older than its mark was given out with it. */
function returnedPack(
  { journal }: SextantFile,
  institution: string,
  { state, all, changed }: ReturnType<typeof answeredIn>,
  { hash }: FileFacts,
): IncomingReturn {
  return {
    institution,
    form: 'pack',
    saved: all.reduce<string | null>((saved, { at }) => (saved === null || at > saved ? at : saved), null),
    hash,
    said: saidByPack(state, institution),
    seen: new Set(journal.entries.map(({ id }) => id)),
    changed: new Set(changed.map(({ register }) => register)),
  };
}

function returnedWorkbook(
  fileName: string,
  sheets: readonly WorkbookSheet[],
  notices: readonly Problem[],
  place: ReturnPlace,
  facts: FileFacts,
  settled: readonly SettledCell[],
): ReadFile {
  const read = takeInWorkbook(sheets, place, settlementsOf(settled));
  if (!read.ok) return refusedFile(fileName, read.problems);
  const { institution, journal, said, seen, taken, open } = read.value;
  const changed = new Set(journal.entries.map(({ register }) => register));
  const returned: IncomingReturn = { institution, form: 'workbook', ...facts, said, seen, changed };
  const side = { ...read.value, returned };
  const intake = { taken, open, settled };
  return {
    fileName,
    problems: [],
    notices: [...notices, ...read.advice],
    side,
    institution,
    intake,
    evidence: new Map(),
  };
}

/**
 * An answer sheet as text: of one institution its return, of several or of agreed levels what the facilitator enters.
 */
function returnedSheet(
  fileName: string,
  { text, unreadable }: SheetOfAnswers,
  notices: readonly Problem[],
  place: ReturnPlace,
  facts: FileFacts,
  settled: readonly SettledCell[],
): ReadFile {
  const { assessment, framework } = place;
  const sheet = readAnswerSheet(text, framework, settlementsOf(settled), unreadable);
  if (!sheet.ok) return refusedFile(fileName, sheet.problems);
  const { institution, entries, said, taken, open, advice } = sheetSide(sheet.value, place);
  const changed = new Set(entries.map(({ register }) => register));
  const returned = { form: 'workbook', ...facts, said, seen: new Set<string>(), changed } as const;
  const side = {
    ...{ assessment, framework, journal: journalOf(entries) },
    ...(institution === null ? {} : { returned: { ...returned, institution } }),
  };
  return {
    ...{ fileName, problems: [], notices: [...notices, ...sheet.advice, ...advice], side, institution },
    ...{ intake: { taken, open, settled }, evidence: new Map() },
  };
}

/**
 * Entries by the facilitator, of answers that are not here. What is typed replaces what stands, which is seen beside
 * it; what a code says was said without it. What was made before its institution was joined with another is that
 * other's, and the return of the one that made it.
 */
function returnedAnswers(
  fileName: string,
  { form, institution, vote, answers, framework }: ReturnedAnswers,
  place: ReturnPlace,
  facts: FileFacts,
): ReadFile {
  const { assessment, journal, nowMs, nextId } = place;
  const living = livingId(journal.joins, institution);
  const said = new Map(
    [...answers].map(([indicator, answer]) => {
      const register = buildRegister({ kind: 'rating', institution: living, indicator, vote, part: 'answer' });
      return [register, valueOfAnswer(answer)] as const;
    }),
  );
  const base = form === 'paper' ? journal : fold([]);
  const entries = [...said].flatMap(([register, value]) => {
    const known = journal.registers.get(register);
    if (known?.conflict !== true && isSameValue(register, known?.value ?? null, value)) return [];
    return makeEntries({ nowMs, actor: 'facilitator', register, value }, nextId, base);
  });
  const changed = new Set(said.keys());
  const returned: IncomingReturn = { institution, form, ...facts, said, seen: new Set(), changed };
  const side = { assessment, framework: framework ?? place.framework, journal: journalOf(entries), returned };
  const read = { fileName, problems: [], notices: [], side, institution: living, intake: null, evidence: new Map() };
  return onThisVersion(read, place.framework);
}
