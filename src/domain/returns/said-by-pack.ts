import type { JournalState } from '../registers/fold.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { RatingPart } from '../registers/all-registers.ts';
import { FIRST_VOTE, ratingRegister } from '../registers/rating.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import type { Opinion } from '../registers/thing-of-register.ts';
import { opinionOf } from '../registers/thing-of-register.ts';

/** Every register of one opinion. */
function registersOfOpinion({ institution, indicator, vote }: Opinion): readonly string[] {
  const parts = Object.keys(ratingRegister.fields ?? {}) as RatingPart[];
  return [
    ...parts.map((part) => buildRegister({ kind: 'rating', institution, indicator, vote, part })),
    ...(vote === FIRST_VOTE ? [buildRegister({ kind: 'mandate', institution, indicator })] : []),
    ...(vote === FIRST_VOTE ? [buildRegister({ kind: 'no-view', institution, indicator })] : []),
  ];
}

/**
 * What a pack says in the name of its institution, by register. An opinion is said whole: what has no entry in the pack
 * is nothing. One of which the pack has nothing at all is not said.
 */
export function saidByPack({ registers }: JournalState, institution: string): ReadonlyMap<string, JsonValue> {
  const said = new Map<string, JsonValue>();
  for (const [address, { entry, value }] of registers) {
    const register = parseRegister(address);
    if (entry === null || !('institution' in register) || register.institution !== institution) continue;
    const opinion = opinionOf(register);
    if (opinion === null && register.kind !== 'endorsement' && register.kind !== 'evidence-link') continue;
    for (const one of opinion === null ? [] : registersOfOpinion(opinion)) {
      if (!said.has(one)) said.set(one, null);
    }
    said.set(address, value);
  }
  return said;
}
