import type { Joins } from '../registers/living-institution.ts';
import { livingAddress } from '../registers/joins.ts';
import type { IncomingReturn } from './incoming-return.ts';

/** A return by the registers that are read now: a form that went out before a join names the former institution. */
export function readAsLiving(incoming: IncomingReturn, joins: Joins): IncomingReturn {
  if (joins.size === 0) return incoming;
  const { said, changed } = incoming;
  return {
    ...incoming,
    said: new Map([...said].map(([register, value]) => [livingAddress(joins, register), value])),
    changed: new Set([...changed].map((one) => livingAddress(joins, one))),
  };
}
