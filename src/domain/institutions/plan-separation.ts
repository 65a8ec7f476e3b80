import type { Entry, FullEntry } from '../journal/entry-schema.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { Change } from '../registers/make-changes.ts';
import type { JournalState } from '../registers/fold.ts';
import { buildRegister } from '../registers/register-address.ts';
import { asIfMarked } from './as-if-marked.ts';
import { livingAddress } from '../registers/joins.ts';

/** What was written together: at the same time, in the same tab. */
const actOf = ({ at, id }: FullEntry) => `${at} ${id.slice(-16)}`;

const newest = (entries: readonly FullEntry[]) =>
  entries.reduce<FullEntry | null>((found, one) => (found !== null && found.id > one.id ? found : one), null);

/**
 * What is to be written so that an institution that was joined with another is one of its own again: the mark is taken
 * back, and where the join settled what both had said, what the other had said stands again. What somebody wrote since stays
 * with the one it was written for.
 */
export function planSeparation(state: JournalState, institution: string): Change[] {
  const mark = { register: buildRegister({ kind: 'institution', institution, field: 'joinedInto' }), value: null };
  const acts = new Set(state.registers.get(mark.register)?.heads.map(actOf));
  const { joins } = asIfMarked(state, [mark]);
  const staysIn = (register: string) => (one: Entry) => livingAddress(joins, one.register) === register;
  const isOfJoin = (one: FullEntry) => acts.has(actOf(one));
  const restored = [...state.registers.values()].flatMap(({ register, heads, history }): Change[] => {
    const own = heads.filter(staysIn(register));
    if (register === mark.register || own.length === 0 || !own.every(isOfJoin)) return [];
    // What would stand here had the join never been: an earlier one that was undone may have replaced it, too.
    const others = [...history, ...heads].filter(isFull).filter((one) => staysIn(register)(one) && !isOfJoin(one));
    const replaced = new Set(others.flatMap(({ replaces }) => replaces));
    return [{ register, value: newest(others.filter(({ id }) => !replaced.has(id)))?.value ?? null }];
  });
  return [mark, ...restored];
}
