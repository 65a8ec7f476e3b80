import { roomBeside, sizesInUse } from '../domain/assessment/room-for-documents.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { MAXIMUM_DOCUMENTS_BYTES, MAXIMUM_JOURNAL_BYTES, MAXIMUM_JOURNAL_LINES } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { writeJournal } from './journal-lines.ts';

/** Of a UTF-16 code unit in UTF-8. */
const MOST_BYTES_A_CHARACTER = 3;

/** Entries never change, and a plan is made again and again of the same. */
const lengths = new WeakMap<Entry, number>();

function lengthOf(entry: Entry): number {
  const known = lengths.get(entry) ?? JSON.stringify(entry).length;
  lengths.set(entry, known);
  return known;
}

function fits(journal: Journal): boolean {
  const { entries, damagedLines } = journal;
  if (entries.length + damagedLines.length > MAXIMUM_JOURNAL_LINES) return false;
  const texts = [...entries.map(lengthOf), ...damagedLines.map(({ length }) => length)];
  const characters = texts.reduce((sum, length) => sum + length + 1, 0);
  const certain = characters * MOST_BYTES_A_CHARACTER <= MAXIMUM_JOURNAL_BYTES;
  return certain || writeJournal(journal).length <= MAXIMUM_JOURNAL_BYTES;
}

/**
 * Whether a file can hold a journal with the documents that it uses (`sizes` of those at hand, bytes by SHA-256). Codes:
 * `merge.tooManyEntries`, `merge.noRoom` (bytes, maximum).
 */
export function checkFileRoom(journal: Journal, sizes: ReadonlyMap<string, number>): Problem[] {
  const found: Problem[] = [];
  if (!fits(journal)) found.push(problem('merge.tooManyEntries', '', []));
  const left = roomBeside(sizesInUse(journal, sizes));
  if (left.bytes < 0 || left.documents < 0) {
    const params = { bytes: MAXIMUM_DOCUMENTS_BYTES - left.bytes, maximum: MAXIMUM_DOCUMENTS_BYTES };
    found.push(problem('merge.noRoom', '', [], params));
  }
  return found;
}

/** The sizes of documents, in bytes by SHA-256. */
export function sizesOf(evidence: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, number> {
  return new Map([...evidence].map(([sha256, { length }]) => [sha256, length]));
}
