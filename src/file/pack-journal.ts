import { gunzipSync, gzipSync } from 'fflate';
import type { Journal } from '../domain/journal/journal.ts';
import { readJournal, writeJournal } from './journal-lines.ts';

/** A journal as its lines, packed with gzip: the form of a snapshot. */
export function packJournal(journal: Journal): Uint8Array {
  return gzipSync(writeJournal(journal));
}

/** What `packJournal` packed; null where the bytes are damaged. */
export function unpackJournal(bytes: Uint8Array): Journal | null {
  try {
    const read = readJournal(gunzipSync(bytes), '');
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}
