import { onePerThing } from '../../domain/registers/thing-of-register.ts';
import type { SettledCell } from '../../domain/intake/open-cells.ts';
import { fold } from '../../domain/registers/fold.ts';
import { documentsInUse } from '../../domain/assessment/documents-in-use.ts';
import type { TaskGreeting } from '../../domain/institutions/greet-task.ts';
import { greetTask } from '../../domain/institutions/greet-task.ts';
import { readAssessment } from '../../domain/assessment/read-assessment.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../../domain/journal/entry-schema.ts';
import type { Problem, Result } from '../../domain/problem.ts';
import type { SettledReturn } from '../../domain/returns/incoming-return.ts';
import { problem } from '../../domain/problem.ts';
import type { WorkbookSheet } from '../../domain/intake/cells.ts';
import { originOfWorkbook } from '../../domain/workbook/take-in-workbook.ts';
import { planMerge } from '../../exchange/merge-plan.ts';
import type { ReadFile, SettledIntake } from '../../exchange/read-file.ts';
import { returnedSide } from '../../exchange/returned-side.ts';
import type { FileFacts } from '../../file/file-facts.ts';
import { NO_FACTS } from '../../file/file-facts.ts';
import type { FileContent } from '../../file/read-given-file.ts';
import type { SextantFile } from '../../file/sextant-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { FoundFramework } from './found-framework.ts';
import { foundFramework } from './found-framework.ts';
import type { FrameworkShelf } from './framework-shelf.svelte.ts';
import type { LibraryStore } from './library-store.ts';
import { ReadingDesk } from './reading-desk.svelte.ts';
import { placeOf, sideOf } from './return-place.ts';

/** What a chosen file holds, before anything is written. */
export type FilePreview =
  | {
      readonly kind: 'refused';
      readonly problems: readonly Problem[];
      /** Anybody's table: it may be a framework, which is opened where those are. */
      readonly isTable: boolean;
    }
  /** Encrypted: to be read again with a passphrase. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'framework'; readonly found: FoundFramework }
  | {
      readonly kind: 'new' | 'merge';
      readonly title: string | null;
      readonly entries: number;
      readonly fresh: number;
      readonly same: number;
      readonly conflicting: number;
      /** Of a return: what becomes of what an earlier one said. */
      readonly settled: SettledReturn | null;
      /** Documents that are listed here already, not at hand, and in the file. */
      readonly documents: number;
      /** Of an assessment that was deleted on this computer: taking the file in brings it back. */
      readonly isDeleted: boolean;
      readonly damaged: number;
      /** Of a pack that is not here yet: what is asked of whom. */
      readonly greeting: TaskGreeting | null;
      readonly advice: readonly Problem[];
      readonly content: ImportContent;
      /** Of a form that was filled in elsewhere: what it brings, what stays open, and the same with cells settled. */
      readonly intake: (SettledIntake & Resettle<FilePreview>) | null;
    };

/** Reads again what was read already, with what was entered in the place of open cells. */
export interface Resettle<Preview> {
  readonly resettle: (settled: readonly SettledCell[]) => Promise<Preview>;
}

export interface ImportContent {
  readonly assessment: AssessmentIdentity;
  readonly framework: Framework;
  readonly entries: readonly Entry[];
  readonly damagedLines: readonly string[];
  /** Documents by their SHA-256. */
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

/** What is on this computer. */
export interface HereNow {
  /** Null where it is not here, or deleted. */
  open(assessmentId: string): Promise<AssessmentSession | null>;
  readonly store: Pick<LibraryStore, 'readEvidenceSizes'>;
  isDeleted(assessmentId: string): boolean;
  readonly frameworks: Pick<FrameworkShelf, 'choices'>;
}

/** Why a table is refused that may be anybody's. */
const TABLE: ReadonlySet<string> = new Set(['file.isSheet', 'workbook.noKey']);

const refused = (problems: readonly Problem[]): FilePreview => ({
  kind: 'refused',
  problems,
  isTable: problems.some(({ code }) => TABLE.has(code)),
});

/**
 * Reads a chosen file, and the same as `previewImport`. `desk` shows how far reading is, and stops it: `file.stopped`.
 */
export async function previewFile(
  { file, passphrase }: { readonly file: File; readonly passphrase: string | null },
  here: HereNow,
  nowMs: number,
  desk = new ReadingDesk(),
): Promise<FilePreview> {
  const { content, facts } = await desk.readOne({ file, fileName: file.name, use: 'open', passphrase });
  return previewImport(content, here, nowMs, facts);
}

/**
 * What is in a file that was read and what taking it in would do: a framework, an assessment, or every reason against
 * it.
 */
async function previewImport(
  read: Result<FileContent>,
  here: HereNow,
  nowMs: number,
  facts = NO_FACTS,
): Promise<FilePreview> {
  if (!read.ok) return refused(read.problems);
  const content = read.value;
  switch (content.kind) {
    case 'locked':
      return content;
    case 'framework': {
      const known = (await here.frameworks.choices()).map(({ card }) => card);
      return { kind: 'framework', found: foundFramework(content.framework, known, read.advice) };
    }
    case 'draft':
      return refused(content.problems);
    case 'sheet':
      // It names no assessment: it is taken in from the one that it belongs to.
      return refused([problem('file.isSheet', '', [])]);
    case 'workbook':
      return previewWorkbook(content.sheets, here, nowMs, facts);
    case 'assessment':
      return previewAssessment(content.file, read.advice, here, nowMs, facts);
  }
}

async function previewAssessment(
  { assessment, framework, journal, evidence }: SextantFile,
  advice: readonly Problem[],
  here: HereNow,
  nowMs: number,
  facts: FileFacts,
): Promise<FilePreview> {
  const state = readAssessment(fold(journal.entries), framework);
  const { country, title, outOfScope = [] } = state.round;
  const held = await here.store.readEvidenceSizes(assessment.id);
  const session = await here.open(assessment.id);
  const used = documentsInUse({ entries: session?.entries ?? [] });
  const named = {
    documents: [...evidence.keys()].filter((sha256) => used.has(sha256) && !held.has(sha256)).length,
    isDeleted: here.isDeleted(assessment.id),
    title: [country, title].filter(Boolean).join(' · ') || null,
    entries: journal.entries.length,
    damaged: journal.damagedLines.length,
    intake: null,
    content: { assessment, framework, entries: journal.entries, damagedLines: journal.damagedLines, evidence },
  };
  if (session === null) {
    const inScope = framework.indicators.map(({ id }) => id).filter((id) => !outOfScope.includes(id));
    const greeting = greetTask(state, inScope);
    return {
      kind: 'new',
      ...named,
      greeting,
      fresh: journal.entries.length,
      same: 0,
      conflicting: 0,
      settled: null,
      advice,
    };
  }
  const file = { assessment, framework, journal, evidence };
  const given = { fileName: '', content: { ok: true, value: { kind: 'assessment', file }, advice }, facts } as const;
  return mergePreview(session, returnedSide(given, { ...placeOf(session), nowMs }), nowMs, held, named);
}

type Named = Omit<
  Extract<FilePreview, { kind: 'new' | 'merge' }>,
  'kind' | 'fresh' | 'same' | 'conflicting' | 'settled' | 'advice' | 'greeting'
>;

function mergePreview(
  session: AssessmentSession,
  read: ReadFile,
  nowMs: number,
  held: ReadonlyMap<string, number>,
  named: Named,
): FilePreview {
  const random = () => session.newId();
  const { files } = planMerge({ mine: sideOf(session), nowMs, held, random }, [read]);
  const [line] = files;
  if (line === undefined || line.preview === null || line.problems.length > 0 || read.side === null) {
    return refused(line?.problems ?? []);
  }
  const { newEntries, completedEntries, sameEntries, conflictingRegisters, settled } = line.preview;
  // On an older version of the framework, what of the file says something of this one.
  const { framework, journal } = read.side;
  return {
    kind: 'merge',
    ...named,
    fresh: newEntries + completedEntries,
    same: sameEntries,
    conflicting: onePerThing(conflictingRegisters).length,
    greeting: null,
    advice: line.notices,
    settled,
    content: { ...named.content, framework, entries: [...journal.entries, ...(settled?.entries ?? [])] },
  };
}

/** A workbook that an institution filled in: it belongs to an assessment that must be here. */
async function previewWorkbook(
  sheets: readonly WorkbookSheet[],
  here: HereNow,
  nowMs: number,
  facts: FileFacts,
  settled: readonly SettledCell[] = [],
): Promise<FilePreview> {
  const origin = originOfWorkbook(sheets);
  if (origin === null || origin.assessment === '') {
    return refused([problem(origin === null ? 'workbook.noKey' : 'workbook.damagedKey', '', [])]);
  }
  const session = await here.open(origin.assessment);
  if (session === null) return refused([problem('workbook.notHere', '', [])]);
  const { identity: assessment, framework } = session;
  const given = {
    fileName: '',
    content: { ok: true, value: { kind: 'workbook', sheets }, advice: [] },
    facts,
  } as const;
  const read = returnedSide(given, { ...placeOf(session), nowMs }, settled);
  const resettle = (now: readonly SettledCell[]) => previewWorkbook(sheets, here, nowMs, facts, now);
  const entries = read.side?.journal.entries ?? [];
  return mergePreview(session, read, nowMs, await here.store.readEvidenceSizes(assessment.id), {
    title: session.titleLines.join(' · ') || null,
    entries: entries.length,
    documents: 0,
    isDeleted: false,
    damaged: 0,
    intake: read.intake === null ? null : { ...read.intake, resettle },
    content: { assessment, framework, entries, damagedLines: [], evidence: new Map() },
  });
}
