import { withdrawnRule } from './withdrawn.ts';
import type { FullEntry } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { fold } from '../registers/fold.ts';
import type { Journal } from '../journal/journal.ts';
import { parseRegister } from '../registers/register-address.ts';
import { findValidation } from './validation.ts';

function standingIn(state: JournalState): FullEntry[] {
  const isWithdrawn = withdrawnRule(state);
  return [...state.registers.values()].flatMap(({ register, heads }) => {
    const withdrawn = isWithdrawn(parseRegister(register));
    // That something was taken back is no secret; what it was is.
    return heads.filter(({ value }) => value === null || !withdrawn);
  });
}

/**
 * The entries that stand: those of every register that nothing replaces, but for what was removed (`withdrawnRule`). As
 * everything is now, and where there is a validation also as it was validated, or its report would be lost.
 */
export function standingEntries({ entries }: Pick<Journal, 'entries'>): ReadonlySet<FullEntry> {
  const validation = findValidation(entries);
  const validated = validation === null ? [] : standingIn(fold(entries, { only: validation.only }));
  return new Set([...standingIn(fold(entries)), ...validated]);
}
