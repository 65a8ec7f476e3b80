import type { Framework } from '../domain/framework/framework.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import {
  MAXIMUM_EVIDENCE_BYTES,
  MAXIMUM_FRAMEWORK_BYTES,
  MAXIMUM_JOURNAL_BYTES,
  MAXIMUM_MANIFEST_BYTES,
} from '../domain/limits.ts';

/** The content of an assessment file `.sextant` (docs/file-formats.md section 4). */
export interface SextantFile {
  readonly assessment: AssessmentIdentity;
  readonly framework: Framework;
  readonly journal: Journal;
  /** Evidence documents by their SHA-256 (hexadecimal). */
  readonly evidence: ReadonlyMap<string, Uint8Array>;
}

export const SEXTANT_FORMAT = 'sextant-assessment';
export const SEXTANT_FORMAT_VERSION = 1;

export const MANIFEST_PART = 'manifest.json';
export const FRAMEWORK_PART = 'framework.json';
export const JOURNAL_PART = 'journal.ndjson';
export const EVIDENCE_FOLDER = 'evidence/';
export const EVIDENCE_PART = /^evidence\/([0-9a-f]{64})$/;

/** The greatest size of a part in bytes; null for names that do not belong in the file. */
export function limitOfPart(name: string): number | null {
  switch (name) {
    case MANIFEST_PART:
      return MAXIMUM_MANIFEST_BYTES;
    case FRAMEWORK_PART:
      return MAXIMUM_FRAMEWORK_BYTES;
    case JOURNAL_PART:
      return MAXIMUM_JOURNAL_BYTES;
    default:
      return EVIDENCE_PART.test(name) ? MAXIMUM_EVIDENCE_BYTES : null;
  }
}
