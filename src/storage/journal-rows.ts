import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { journalOf, meetEntries } from '../domain/journal/merge.ts';
import { parseEntry } from '../domain/journal/parse-entry.ts';
import type { MergeRecord } from '../domain/assessment/undo.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { IntakeTransaction } from './rows-of-assessment.ts';
import { ofAssessment } from './rows-of-assessment.ts';

/** Up to here rows are looked up one by one; beyond it is quicker to read all of the assessment. */
const LOOK_UP_SINGLY = 50;

/** A row that is no entry, as a line that a file can carry. */
function lineOfDamagedRow(entry: unknown): string {
  try {
    return JSON.stringify(entry) ?? 'null';
  } catch {
    return JSON.stringify(String(entry));
  }
}

/** Rows as entries; those that are none are listed, never dropped. */
export function readJournalRows(rows: readonly { entry: unknown }[]): { entries: Entry[]; damagedLines: string[] } {
  const entries: Entry[] = [];
  const damagedLines: string[] = [];
  for (const { entry } of rows) {
    const parsed = parseEntry(entry);
    if (parsed.ok) entries.push(parsed.value);
    else damagedLines.push(lineOfDamagedRow(entry));
  }
  return { entries, damagedLines };
}

/** Nothing waits for it: where it fails, the transaction fails with it and says why. */
function letFail(request: Promise<unknown>): void {
  request.catch(() => undefined);
}

/**
 * One request a row, all at once. Where one fails the browser gives up the others too: who waits hears it once, and no
 * rejection is left that nobody hears.
 */
function together<Row, Value>(rows: readonly Row[], request: (row: Row) => Promise<Value>): Promise<Value[]> {
  const requests: Promise<Value>[] = [];
  for (const row of rows) {
    const asked = request(row);
    letFail(asked);
    requests.push(asked);
  }
  return Promise.all(requests);
}

async function readKnown(
  transaction: IntakeTransaction,
  assessment: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, unknown>> {
  const store = transaction.objectStore('entries');
  const rows =
    entries.length > LOOK_UP_SINGLY
      ? await store.getAll(ofAssessment(assessment))
      : await together(entries, ({ id }) => store.get([assessment, id]));
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row.entry] as const])));
}

/**
 * Adds what is new of a journal and says what that was. A row that exists changes only from stub to whole, from damaged
 * to whole (its content is kept as a damaged line), or as `meetEntries` decides between differing forms.
 */
export async function addJournalRows(
  transaction: IntakeTransaction,
  assessment: string,
  journal: Journal,
): Promise<MergeRecord> {
  const { entries, damagedLines } = journalOf(journal.entries, journal.damagedLines);
  const known = await readKnown(transaction, assessment, entries);
  const added: string[] = [];
  const displaced: Entry[] = [];
  const changed: Entry[] = [];
  const lines = new Set(damagedLines);
  const rescued = new Set<string>();
  for (const entry of entries) {
    const row = known.get(entry.id);
    const own = row === undefined ? null : parseEntry(row);
    if (own === null || !own.ok) {
      if (own !== null) rescued.add(lineOfDamagedRow(row));
      added.push(entry.id);
      changed.push(entry);
      continue;
    }
    const { kept, damagedLine } = meetEntries(own.value, entry);
    if (damagedLine !== null) lines.add(damagedLine);
    if (kept === own.value) continue;
    displaced.push(own.value);
    changed.push(kept);
  }
  const store = transaction.objectStore('entries');
  changed.forEach((entry) => letFail(store.put({ assessment, id: entry.id, entry })));
  const brought = await addDamagedLines(transaction, assessment, [...lines]);
  await addDamagedLines(transaction, assessment, [...rescued]);
  return { added, displaced, damagedLines: brought };
}

/** Adds the lines that are not there yet, and names them. */
async function addDamagedLines(
  transaction: IntakeTransaction,
  assessment: string,
  lines: readonly string[],
): Promise<string[]> {
  const store = transaction.objectStore('damaged');
  const rows = lines.map((line) => ({ assessment, sha256: sha256Hex(line), line }));
  const keys = await together(rows, ({ sha256 }) => store.getKey([assessment, sha256]));
  const fresh = rows.filter((_, index) => keys[index] === undefined);
  fresh.forEach((row) => letFail(store.add(row)));
  return fresh.map(({ line }) => line);
}
