import type { WithdrawnRule } from '../assessment/withdrawn.ts';
import { removedInstitutions, withdrawnRule } from '../assessment/withdrawn.ts';
import type { Entry, StubEntry } from '../journal/entry-schema.ts';
import { isStub } from '../journal/entry-schema.ts';
import { fold } from '../registers/fold.ts';
import type { Journal } from '../journal/journal.ts';
import type { ParsedRegister } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import { standingEntries } from '../assessment/standing.ts';
import { findValidation } from '../assessment/validation.ts';

function stubOf(entry: Entry): StubEntry {
  return { id: entry.id, register: entry.register, replaces: [...entry.replaces], redacted: true };
}

/** What the facilitator enters of an institution, whether or not it ever hears of it. */
const LISTED: ReadonlySet<string> = new Set(['name', 'type', 'role', 'contact', 'removed']);

function tookPart(register: ParsedRegister): boolean {
  return register.kind === 'institution' ? !LISTED.has(register.field) : register.kind !== 'assignment';
}

/**
 * Registers of which a copy keeps not even stubs: withdrawn evidence, as in packs, so that somebody who still uses it
 * has the value that they know; and institutions that were removed before anything went to them or came from them, whose
 * ids are made of their names. Where there is a validation every entry that it lists stays, at least as a stub.
 */
function traceless({ entries }: Journal): WithdrawnRule {
  if (findValidation(entries) !== null) return () => false;
  const state = fold(entries);
  const isWithdrawn = withdrawnRule(state);
  const unknown = new Set(removedInstitutions(state));
  for (const address of state.registers.keys()) {
    const register = parseRegister(address);
    if ('institution' in register && tookPart(register)) unknown.delete(register.institution);
  }
  return (register) =>
    register.kind === 'evidence'
      ? isWithdrawn(register)
      : 'institution' in register && unknown.has(register.institution);
}

/**
 * A copy in which entries that were replaced, and those of what was removed, are stubs without value, actor and time, or
 * left out; the state stays the same, and so does the validated one. Damaged lines are left out, since nobody can say
 * what they hold. Merging the copy with the whole journal gives the whole journal (docs/file-formats.md section 3).
 */
export function withoutHistory(journal: Journal): Journal {
  const standing = new Set<Entry>(standingEntries(journal));
  const isLeftOut = traceless(journal);
  const entries = journal.entries
    .filter(({ register }) => !isLeftOut(parseRegister(register)))
    .map((entry) => (standing.has(entry) || isStub(entry) ? entry : stubOf(entry)));
  return { entries, damagedLines: [] };
}
