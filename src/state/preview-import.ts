import { fold } from '../domain/journal/fold.ts';
import { journalOf } from '../domain/journal/merge.ts';
import type { MergeSide } from '../domain/journal/preview-merge.ts';
import { previewMerge } from '../domain/journal/preview-merge.ts';
import { documentsInUse } from '../domain/assessment/documents-in-use.ts';
import { readAssessment } from '../domain/assessment/read-assessment.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { textsIn } from '../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../domain/journal/entry-schema.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { parseFrameworkFile } from '../file/framework-file.ts';
import { isEncrypted } from '../file/is-encrypted.ts';
import { readSextantFile } from '../file/read-sextant-file.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import { readWhole, unreadableFile } from './read-whole.ts';

/** What a chosen file holds, before anything is written. */
export type FilePreview =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Encrypted: to be read again with a passphrase. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'framework'; readonly title: string; readonly version: string; readonly framework: Framework }
  | {
      readonly kind: 'new' | 'merge';
      readonly title: string | null;
      readonly entries: number;
      readonly fresh: number;
      readonly same: number;
      readonly conflicting: number;
      /** Documents in use that are not here. */
      readonly documents: number;
      /** Of an assessment that was deleted on this computer: taking the file in brings it back. */
      readonly isDeleted: boolean;
      readonly damaged: number;
      readonly advice: readonly Problem[];
      readonly content: ImportContent;
    };

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
  /** SHA-256 of the documents of an assessment. */
  listEvidence(assessmentId: string): Promise<ReadonlySet<string>>;
  isDeleted(assessmentId: string): boolean;
}

/** Null asks for the passphrase. */
async function decrypt(bytes: Uint8Array, passphrase: string | null): Promise<Result<Uint8Array> | null> {
  if (!isEncrypted(bytes)) return { ok: true, value: bytes, advice: [] };
  if (passphrase === null) return null;
  const { decryptFile } = await import('../file/encrypted-file.ts');
  return decryptFile(bytes, passphrase);
}

/** What is in a chosen file and what taking it in would do: a framework, an assessment, or every reason against it. */
export async function previewImport(
  file: File,
  here: HereNow,
  nowMs: number,
  passphrase: string | null = null,
): Promise<FilePreview> {
  const { name: fileName } = file;
  const bytes = await readWhole(file);
  if (bytes === null) return { kind: 'refused', problems: [unreadableFile(fileName)] };
  if (/\.json$/i.test(fileName)) {
    const parsed = parseFrameworkFile(bytes, fileName);
    if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
    const framework = parsed.value;
    const { title } = textsIn(framework, framework.structure.sourceLanguage);
    return { kind: 'framework', title, version: framework.version, framework };
  }
  const { isWorkbook } = await import('../file/read-returned-file.ts');
  if (isWorkbook(bytes)) return previewWorkbook(bytes, (id) => here.open(id), nowMs);
  const plain = await decrypt(bytes, passphrase);
  if (plain === null) return { kind: 'locked' };
  if (!plain.ok) return { kind: 'refused', problems: plain.problems };
  const read = readSextantFile(plain.value);
  if (!read.ok) return { kind: 'refused', problems: read.problems };
  const { assessment, framework, journal, evidence } = read.value;
  const { country, title } = readAssessment(fold(journal.entries), framework).round;
  const [held, used] = [await here.listEvidence(assessment.id), documentsInUse(journal)];
  const named = {
    documents: [...evidence.keys()].filter((sha256) => used.has(sha256) && !held.has(sha256)).length,
    isDeleted: here.isDeleted(assessment.id),
    title: [country, title].filter(Boolean).join(' · ') || null,
    entries: journal.entries.length,
    damaged: journal.damagedLines.length,
    content: { assessment, framework, entries: journal.entries, damagedLines: journal.damagedLines, evidence },
  };
  const session = await here.open(assessment.id);
  if (session === null) {
    return { kind: 'new', ...named, fresh: journal.entries.length, same: 0, conflicting: 0, advice: read.advice };
  }
  return mergePreview(session, { assessment, framework, journal }, nowMs, { ...named, advice: read.advice });
}

type Named = Omit<Extract<FilePreview, { kind: 'new' | 'merge' }>, 'kind' | 'fresh' | 'same' | 'conflicting'>;

function mergePreview(session: AssessmentSession, theirs: MergeSide, nowMs: number, named: Named): FilePreview {
  const mine = { assessment: session.identity, framework: session.framework, journal: journalOf(session.entries, []) };
  const preview = previewMerge(mine, theirs, nowMs);
  if (preview.refused.length > 0) return { kind: 'refused', problems: preview.refused };
  return {
    kind: 'merge',
    ...named,
    fresh: preview.newEntries + preview.completedEntries,
    same: preview.sameEntries,
    conflicting: preview.conflictingRegisters.length,
    advice: [...named.advice, ...preview.notices],
  };
}

/** A workbook that an institution filled in: it belongs to an assessment that must be here. */
async function previewWorkbook(
  bytes: Uint8Array,
  open: (assessmentId: string) => Promise<AssessmentSession | null>,
  nowMs: number,
): Promise<FilePreview> {
  const { readReturnedFile } = await import('../file/read-returned-file.ts');
  const { originOfWorkbook, takeInWorkbook } = await import('../domain/workbook/take-in-workbook.ts');
  const read = await readReturnedFile(bytes, '');
  if (!read.ok || read.value.kind !== 'workbook') return { kind: 'refused', problems: read.ok ? [] : read.problems };
  const origin = originOfWorkbook(read.value.sheets);
  if (origin === null) return { kind: 'refused', problems: [problem('workbook.noKey', '', [])] };
  const session = await open(origin.assessment);
  if (session === null) return { kind: 'refused', problems: [problem('workbook.notHere', '', [])] };
  const { identity: assessment, framework, assessment: state } = session;
  const side = takeInWorkbook(read.value.sheets, { assessment, framework, institutions: state.institutions });
  if (!side.ok) return { kind: 'refused', problems: side.problems };
  const { entries } = side.value.journal;
  return mergePreview(session, side.value, nowMs, {
    title: session.titleLines.join(' · ') || null,
    entries: entries.length,
    documents: 0,
    isDeleted: false,
    damaged: 0,
    advice: side.advice,
    content: { assessment, framework, entries, damagedLines: [], evidence: new Map() },
  });
}
