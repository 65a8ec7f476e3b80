import { isRemovalMark, withdrawnRule } from '../assessment/withdrawn.ts';
import type { Framework } from '../framework/framework.ts';
import type { AssessmentIdentity, Entry, FullEntry } from '../journal/entry-schema.ts';
import { fold } from '../registers/fold.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import type { Surroundings } from '../surroundings.ts';
import type { RegisterValue } from './make-initial-entries.ts';
import { makeFreshJournal } from './make-initial-entries.ts';

/**
 * Everything an assessment says now (after a validation, what was validated), as the journal of a new one: no history,
 * nothing of what was removed, another identity, another title.
 */
export function copyAssessment(input: {
  identity: AssessmentIdentity;
  original: { readonly countedEntries: readonly Entry[]; readonly framework: Framework };
  title: string;
  surroundings: Surroundings;
}): FullEntry[] {
  const { identity, original, title, surroundings } = input;
  const created = buildRegister({ kind: 'round', field: 'created' });
  const titleRegister = buildRegister({ kind: 'round', field: 'title' });
  const validation = buildRegister({ kind: 'validation' });
  const values: RegisterValue[] = [];
  const state = fold(original.countedEntries);
  const isWithdrawn = withdrawnRule(state);
  for (const { register, entry, value } of state.registers.values()) {
    const isOwnedByTheOriginal = [created, titleRegister, validation].includes(register);
    const parsed = parseRegister(register);
    if (entry === null || value === null || isOwnedByTheOriginal) continue;
    if (isWithdrawn(parsed) || isRemovalMark(parsed)) continue;
    values.push({ register, value, actor: entry.actor as RegisterValue['actor'] & string });
  }
  return makeFreshJournal(
    identity,
    original.framework,
    [...values, { register: titleRegister, value: title }],
    surroundings,
  );
}
