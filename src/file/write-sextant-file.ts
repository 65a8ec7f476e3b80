import type { ZipOptions } from 'fflate';
import { zipSync } from 'fflate';
import { canonicalJson } from '../domain/canonical-json.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import { singleFileForm } from '../domain/framework/single-file-form.ts';
import type { SextantFile } from './sextant-file.ts';
import {
  EVIDENCE_FOLDER,
  FRAMEWORK_PART,
  JOURNAL_PART,
  MANIFEST_PART,
  SEXTANT_FORMAT,
  SEXTANT_FORMAT_VERSION,
} from './sextant-file.ts';
import { writeJournal } from './journal-lines.ts';
import { encodeUtf8 } from './text-bytes.ts';

/**
 * An assessment as the bytes of a `.sextant` file: a zip in fixed order with fixed dates and canonical JSON, so that
 * the same entries and evidence give the same bytes (docs/file-formats.md section 4).
 */
export function writeSextantFile({ assessment, framework, journal, evidence }: SextantFile): Uint8Array {
  // fflate writes local time: 1980-01-01 in whatever zone this runs.
  const options: ZipOptions = { mtime: new Date(1980, 0, 1), level: 6 };
  const manifest = {
    format: SEXTANT_FORMAT,
    formatVersion: SEXTANT_FORMAT_VERSION,
    assessment,
    framework: referenceOf(framework),
  };
  const documents = [...evidence].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync({
    [MANIFEST_PART]: [encodeUtf8(canonicalJson(manifest)), options],
    [FRAMEWORK_PART]: [encodeUtf8(canonicalJson(singleFileForm(framework))), options],
    [JOURNAL_PART]: [writeJournal(journal), options],
    ...Object.fromEntries(documents.map(([sha256, bytes]) => [`${EVIDENCE_FOLDER}${sha256}`, [bytes, options]])),
  });
}
