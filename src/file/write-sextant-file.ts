import type { ZipOptions } from 'fflate';
import { deflateSync, zipSync } from 'fflate';
import { documentsInUse } from '../domain/assessment/documents-in-use.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import { singleFileForm } from '../domain/framework/single-file-form.ts';
import type { Journal } from '../domain/journal/journal.ts';
import {
  MAXIMUM_JOURNAL_BYTES,
  MAXIMUM_JOURNAL_LINES,
  MAXIMUM_PARTS,
  MAXIMUM_RATIO,
  MAXIMUM_TOTAL_BYTES,
  RATIO_FROM_BYTES,
} from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { isExaggerated } from './read-zip.ts';
import type { SextantFile } from './sextant-file.ts';
import {
  EVIDENCE_FOLDER,
  FRAMEWORK_PART,
  JOURNAL_PART,
  limitOfPart,
  MANIFEST_PART,
  SEXTANT_FORMAT,
  SEXTANT_FORMAT_VERSION,
} from './sextant-file.ts';
import { writeJournal } from './journal-lines.ts';
import { encodeUtf8 } from './text-bytes.ts';
import { UnwritableFile } from './unwritable-file.ts';

const LEVEL = 6;

const SAMPLE_BYTES = 1024 * 1024;

/** A part that keeps more than this of its length is as well left as it is: pictures, scans, what is packed already. */
const WORTH_PACKING = 0.95;

/** Whether a part is packed: neither what does not shrink nor what would shrink more than a reader believes. */
function isPacked(bytes: Uint8Array): boolean {
  if (bytes.length < SAMPLE_BYTES) return true;
  // The beginning tells for most, without packing all of it; no whole packs to less than its beginning.
  const packed = deflateSync(bytes.subarray(0, SAMPLE_BYTES), { level: LEVEL }).length;
  if (packed > SAMPLE_BYTES * WORTH_PACKING) return false;
  const packsWell = bytes.length > RATIO_FROM_BYTES && bytes.length > (packed * MAXIMUM_RATIO) / 2;
  return !(packsWell && isExaggerated(deflateSync(bytes, { level: LEVEL }).length, bytes.length));
}

/** A part as it goes into the zip. */
function asPart(bytes: Uint8Array): [Uint8Array, ZipOptions] {
  // fflate writes local time: 1980-01-01 in whatever zone this runs.
  return [bytes, { mtime: new Date(1980, 0, 1), level: isPacked(bytes) ? LEVEL : 0 }];
}

/**
 * The documents that go into a file, by SHA-256: those that its journal uses. What was attached and taken off again, or
 * cancelled, leaves in no file, whatever else a computer still holds.
 */
export function documentsToWrite({ journal, evidence }: SextantFile): ReadonlyMap<string, Uint8Array> {
  if (evidence.size === 0) return evidence;
  const used = documentsInUse(journal);
  return new Map([...evidence].filter(([sha256]) => used.has(sha256)));
}

/** Why no reader would read a file with these parts; null where it would. */
function findTooMuch(parts: Readonly<Record<string, Uint8Array>>, { entries, damagedLines }: Journal): Problem | null {
  const sizes = Object.entries(parts).map(([name, { length }]) => ({ bytes: length, maximum: limitOfPart(name) ?? 0 }));
  const journal = parts[JOURNAL_PART]?.length ?? 0;
  if (journal > MAXIMUM_JOURNAL_BYTES || entries.length + damagedLines.length > MAXIMUM_JOURNAL_LINES) {
    return problem('file.recordTooLong', '', [], { bytes: journal, maximum: MAXIMUM_JOURNAL_BYTES });
  }
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const fits = sizes.length <= MAXIMUM_PARTS && sizes.every(({ bytes, maximum }) => bytes <= maximum);
  if (fits && total <= MAXIMUM_TOTAL_BYTES) return null;
  return problem('file.tooFull', '', [], { bytes: total, maximum: MAXIMUM_TOTAL_BYTES });
}

/**
 * An assessment as the bytes of a `.sextant` file: a zip in fixed order with fixed dates and canonical JSON, so that
 * the same entries and evidence give the same bytes (docs/file-formats.md section 4). Documents that nothing uses are left
 * out. Throws `UnwritableFile` for what could not be read again: `file.tooFull` and `file.recordTooLong` (bytes, maximum).
 */
export function writeSextantFile(content: SextantFile): Uint8Array {
  const { assessment, framework, journal } = content;
  const manifest = {
    format: SEXTANT_FORMAT,
    formatVersion: SEXTANT_FORMAT_VERSION,
    assessment,
    framework: referenceOf(framework),
  };
  const documents = [...documentsToWrite(content)].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = {
    [MANIFEST_PART]: encodeUtf8(canonicalJson(manifest)),
    [FRAMEWORK_PART]: encodeUtf8(canonicalJson(singleFileForm(framework))),
    [JOURNAL_PART]: writeJournal(journal),
    ...Object.fromEntries(documents.map(([sha256, bytes]) => [`${EVIDENCE_FOLDER}${sha256}`, bytes])),
  };
  const tooMuch = findTooMuch(parts, journal);
  if (tooMuch !== null) throw new UnwritableFile(tooMuch);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, asPart(bytes)])));
}
