import { describe, expect, it } from 'vitest';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import {
  MAXIMUM_DOCUMENT_BYTES,
  MAXIMUM_DOCUMENTS,
  MAXIMUM_DOCUMENTS_BYTES,
  MAXIMUM_FILE_BYTES,
  MAXIMUM_JOURNAL_BYTES,
  MAXIMUM_JOURNAL_LINES,
  MAXIMUM_PARTS,
  MAXIMUM_TOTAL_BYTES,
} from '../../../src/domain/limits.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { checkFileRoom, sizesOf } from '../../../src/file/check-file-room.ts';
import { decryptFile, encryptFile } from '../../../src/file/encrypted-file.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import type { SextantFile } from '../../../src/file/sextant-file.ts';
import { UnwritableFile } from '../../../src/file/unwritable-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { storageErrorOf } from '../../../src/storage/storage-error.ts';
import { journalNaming } from '../../fixtures/journal-naming.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const sample = sampleAssessment();

/** The sample with these documents besides its own journal. */
const withDocuments = (documents: readonly Uint8Array[]): SextantFile => {
  const evidence = new Map(documents.map((bytes) => [sha256Hex(bytes), bytes]));
  return { ...sample, journal: mergeJournals(sample.journal, journalNaming([...evidence.keys()])), evidence };
};
const numbered = (count: number) => Array.from({ length: count }, (_, n) => new TextEncoder().encode(`${n}`));
const lines = (count: number, length = 10) =>
  Array.from({ length: count }, (_, n) => `${n}`.padEnd(length, ' damaged'));

const refusalOf = (content: SextantFile): string => {
  try {
    return `${writeSextantFile(content).length} bytes`;
  } catch (error) {
    return error instanceof UnwritableFile ? error.problem.code : 'thrown';
  }
};
const sameOf = ({ journal, evidence }: SextantFile) => [
  journal.entries.length,
  journal.damagedLines.length,
  evidence.size,
];

/** At real size, which takes long: `npm run test:all`. */
const isWhole = process.env['TEST_ALL'] === '1';
const PATIENCE_MS = 300_000;

const mostLines = () => lines(MAXIMUM_JOURNAL_LINES - sample.journal.entries.length);
const documentsToTheLastByte = () => {
  const full = Math.floor(MAXIMUM_DOCUMENTS_BYTES / MAXIMUM_DOCUMENT_BYTES);
  const rest = MAXIMUM_DOCUMENTS_BYTES - full * MAXIMUM_DOCUMENT_BYTES;
  const sizes = [...Array<number>(full).fill(MAXIMUM_DOCUMENT_BYTES), rest];
  return sizes.map((size, index) => new Uint8Array(size).fill(65 + index));
};

describe('whatever is written can be read', () => {
  const FILLED: Readonly<Record<string, () => SextantFile>> = {
    'the most documents': () => withDocuments(numbered(MAXIMUM_DOCUMENTS)),
    ...(isWhole && {
      'the most lines': () => ({ ...sample, journal: journalOf(sample.journal.entries, mostLines()) }),
      'documents to the last byte': () => withDocuments(documentsToTheLastByte()),
    }),
  };

  it.each(Object.entries(FILLED))(
    'with %s',
    (_what, fill) => {
      const content = fill();
      expect(checkFileRoom(content.journal, sizesOf(content.evidence))).toEqual([]);
      const bytes = writeSextantFile(content);
      expect(bytes.length).toBeLessThanOrEqual(MAXIMUM_FILE_BYTES);
      const read = readSextantFile(bytes);
      expect(read.ok && sameOf(read.value)).toEqual(sameOf(content));
    },
    PATIENCE_MS,
  );

  it('encrypted too: what a zip and a passphrase add fits into what a file may be larger than what it holds', async () => {
    const content = new Uint8Array(2 * 1024 * 1024);
    const encrypted = await encryptFile(content, 'a passphrase of mine');
    const opened = await decryptFile(encrypted, 'a passphrase of mine');
    expect(opened.ok && opened.value.length).toBe(content.length);
    const perByte = (encrypted.length - content.length) / content.length;
    const zip = writeSextantFile(withDocuments(numbered(500)));
    const perPart = zip.length / 500;
    expect(MAXIMUM_TOTAL_BYTES * perByte + MAXIMUM_PARTS * perPart).toBeLessThan(
      MAXIMUM_FILE_BYTES - MAXIMUM_TOTAL_BYTES,
    );
  });

  it(
    'and what could not be read again is not written, with the reason',
    () => {
      // One buffer under many names: nothing is hashed before it is refused.
      const large = new Uint8Array(MAXIMUM_DOCUMENT_BYTES);
      const names = Array.from({ length: Math.ceil(MAXIMUM_TOTAL_BYTES / large.length) }, (_, n) => sha256Hex(`${n}`));
      const journal = mergeJournals(sample.journal, journalNaming(names));
      expect(refusalOf({ ...sample, journal, evidence: new Map(names.map((name) => [name, large])) })).toBe(
        'file.tooFull',
      );
      expect(refusalOf(withDocuments(numbered(MAXIMUM_DOCUMENTS + 1)))).toBe('file.tooFull');
      const tooMany = journalOf(sample.journal.entries, lines(MAXIMUM_JOURNAL_LINES));
      expect(refusalOf({ ...sample, journal: tooMany })).toBe('file.recordTooLong');
      const length = 1_000_000;
      const tooLong = journalOf(sample.journal.entries, lines(Math.ceil(MAXIMUM_JOURNAL_BYTES / length), length));
      expect(refusalOf({ ...sample, journal: tooLong })).toBe('file.recordTooLong');
      expect(refusalOf(sample)).toMatch(/bytes$/);
    },
    PATIENCE_MS,
  );

  it('and the screen says that reason, not that the storage failed', () => {
    const tooMany = { ...sample, journal: journalOf([], lines(MAXIMUM_JOURNAL_LINES + 1)) };
    const saving = Promise.resolve().then(() => writeSextantFile(tooMany));
    return expect(saving.catch((error: unknown) => storageErrorOf(error).problem.code)).resolves.toBe(
      'file.recordTooLong',
    );
  });
});
