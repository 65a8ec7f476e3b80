import type { FrameworkReference } from '../framework/framework.ts';
import { writableMilliseconds } from '../journal/clock.ts';
import type { AssessmentIdentity, FullEntry } from '../journal/entry-schema.ts';
import type { EntryInput } from '../registers/make-entry.ts';
import { checked } from '../registers/make-entry.ts';
import { buildRegister } from '../registers/register-address.ts';

/**
 * The first entry of an assessment: it names the assessment and the framework it starts on, in a register that nothing
 * ever replaces, so that the name survives in copies without history.
 */
export function makeFirstEntry(
  input: Pick<EntryInput, 'id' | 'nowMs' | 'actor'>,
  assessment: AssessmentIdentity,
  framework: FrameworkReference,
): FullEntry {
  return checked({
    id: input.id,
    at: new Date(writableMilliseconds(input.nowMs)).toISOString(),
    actor: input.actor,
    register: buildRegister({ kind: 'round', field: 'created' }),
    value: { framework: { id: framework.id, version: framework.version, hash: framework.hash } },
    replaces: [],
    assessment,
  });
}
