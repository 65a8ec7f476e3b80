import type { Entry, StubEntry } from './entry-schema.ts';
import { isStub } from './entry-schema.ts';
import { fold } from './fold.ts';
import type { Journal } from './journal.ts';
import { findValidation } from './validation.ts';

function stubOf(entry: Entry): StubEntry {
  return { id: entry.id, register: entry.register, replaces: [...entry.replaces], redacted: true };
}

/** What stands: the heads, and where there is a validation also those of what was validated, or its report would be lost. */
function standingEntries({ entries }: Journal): ReadonlySet<string> {
  const validation = findValidation(entries);
  const states = [fold(entries), ...(validation === null ? [] : [fold(entries, { only: validation.only })])];
  const heads = states.flatMap(({ registers }) => [...registers.values()].flatMap((register) => register.heads));
  return new Set(heads.map(({ id }) => id));
}

/**
 * A copy whose replaced entries are stubs without value, actor and time; the state stays the same, and so does the
 * validated one. Damaged lines are left out, since nobody can say what they hold. Merging the copy with the whole journal gives the whole journal
 * (docs/file-formats.md section 3).
 */
export function withoutHistory(journal: Journal): Journal {
  const standing = standingEntries(journal);
  const entries = journal.entries.map((entry) => (standing.has(entry.id) || isStub(entry) ? entry : stubOf(entry)));
  return { entries, damagedLines: [] };
}
