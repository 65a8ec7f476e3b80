import { canonicalJson } from '../canonical-json.ts';
import type { Entry } from './entry-schema.ts';
import { isStub } from './entry-schema.ts';
import type { Journal } from './journal.ts';
import { compareText } from './journal.ts';

interface Meeting {
  readonly kept: Entry;
  /** The canonical JSON of a full entry that gave way to another full entry of the same id. */
  readonly damagedLine: string | null;
}

/**
 * Two forms of one id: full wins over stub. Two full entries that differ cannot come from the application (64 random
 * bits): the one that is first in canonical text order stays, so that every order of merging ends the same, and the
 * other is carried as a damaged line. Of differing stubs the first in that order stays.
 */
export function meetEntries(a: Entry, b: Entry): Meeting {
  if (a === b) return { kept: a, damagedLine: null };
  if (isStub(a) !== isStub(b)) return { kept: isStub(a) ? b : a, damagedLine: null };
  const textOfA = canonicalJson(a);
  const textOfB = canonicalJson(b);
  if (textOfA === textOfB) return { kept: a, damagedLine: null };
  const [kept, other] = textOfA < textOfB ? [a, textOfB] : [b, textOfA];
  return { kept, damagedLine: isStub(a) ? null : other };
}

/** A journal of entries in any order, with repetitions: sorted by id, one a id. */
export function journalOf(entries: Iterable<Entry>, damagedLines: Iterable<string> = []): Journal {
  const byId = new Map<string, Entry>();
  const damaged = new Set(damagedLines);
  for (const entry of entries) {
    const known = byId.get(entry.id);
    const meeting = known === undefined ? { kept: entry, damagedLine: null } : meetEntries(known, entry);
    byId.set(entry.id, meeting.kept);
    if (meeting.damagedLine !== null) damaged.add(meeting.damagedLine);
  }
  return {
    entries: [...byId.values()].sort((a, b) => compareText(a.id, b.id)),
    damagedLines: [...damaged].sort(compareText),
  };
}

/**
 * The union of journals by entry id: commutative, associative, idempotent; nothing that was sent is lost
 * (docs/file-formats.md section 3).
 */
export function mergeJournals(...journals: readonly Journal[]): Journal {
  return journalOf(
    journals.flatMap(({ entries }) => entries),
    journals.flatMap(({ damagedLines }) => damagedLines),
  );
}
