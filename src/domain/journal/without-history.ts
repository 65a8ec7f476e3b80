import type { Entry, StubEntry } from './entry-schema.ts';
import { isStub } from './entry-schema.ts';
import { fold } from './fold.ts';
import type { Journal } from './journal.ts';

function stubOf(entry: Entry): StubEntry {
  return { id: entry.id, register: entry.register, replaces: [...entry.replaces], redacted: true };
}

/**
 * A copy whose replaced entries are stubs without value, actor and time; the state stays the same. Damaged lines are
 * left out, since nobody can say what they hold. Merging the copy with the whole journal gives the whole journal
 * (docs/file-formats.md section 3).
 */
export function withoutHistory(journal: Journal): Journal {
  const heads = new Set<string>();
  for (const { heads: current } of fold(journal.entries).registers.values()) {
    for (const { id } of current) heads.add(id);
  }
  const entries = journal.entries.map((entry) => (heads.has(entry.id) || isStub(entry) ? entry : stubOf(entry)));
  return { entries, damagedLines: [] };
}
