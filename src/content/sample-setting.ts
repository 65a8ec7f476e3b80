import type { Actor, JsonValue } from '../domain/journal/entry-schema.ts';
import type { Register } from '../domain/registers/all-registers.ts';
import { buildRegister } from '../domain/registers/register-address.ts';
import type { RegisterValue } from '../domain/rounds/make-initial-entries.ts';

/** A register set by the facilitator, or by the one named. */
export function setting(register: Register, value: JsonValue, actor: Actor = 'facilitator'): RegisterValue {
  return { register: buildRegister(register), value, actor };
}

/** A register set by an institution. */
export function say(institution: string, register: Register, value: JsonValue): RegisterValue {
  return setting(register, value, `institution:${institution}`);
}

/** A word of the sample, which has one for every id: throws RangeError otherwise. */
export function wordOf(texts: Readonly<Record<string, string>>, id: string): string {
  const text = texts[id];
  if (text === undefined) throw new RangeError(`the sample has no words for ${id}`);
  return text;
}
