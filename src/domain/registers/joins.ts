import type { JsonValue } from '../journal/entry-schema.ts';
import { LEAD_INSTITUTION } from './assessment-state.ts';
import type { Joins } from './living-institution.ts';
import { livingId, NO_JOINS } from './living-institution.ts';
import { buildRegister, parseRegister } from './register-address.ts';

/** What the two marks say that decide which institution is meant. */
interface Marks {
  /** By id, with which institution it was joined. */
  readonly into: Map<string, string>;
  /** Ids of those that were taken off the list. */
  readonly removed: Set<string>;
}

/** A register that decides which institution is meant by an id. */
const MARK = /^institution\/[^/]+\/(?:joinedInto|removed)$/;

/** So that every address that names it can be written (registers have at most 300 characters). */
const MAXIMUM_ID_LENGTH = 100;

function canBeMeant(value: JsonValue): value is string {
  if (typeof value !== 'string' || value === '') return false;
  try {
    return encodeURIComponent(value).length <= MAXIMUM_ID_LENGTH;
  } catch {
    // Half a surrogate pair.
    return false;
  }
}

/** Whether what is said under other addresses depends on this one. */
export function isInstitutionMark(address: string): boolean {
  return MARK.test(address);
}

/** The end of the way from an institution; of a circle the first in text order. Its members are `way`. */
function endOf(institution: string, into: ReadonlyMap<string, string>): string {
  const way: string[] = [];
  for (let id: string | undefined = institution; id !== undefined; id = into.get(id)) {
    const start = way.indexOf(id);
    if (start !== -1) return way.slice(start).reduce((first, one) => (one < first ? one : first));
    way.push(id);
  }
  return way.at(-1) ?? institution;
}

/**
 * Which institution each is now: chains are followed; of a circle, which two people made apart, the first in text order
 * stays. Where the one that should stay was taken off the list by somebody who did not know, another that was not does.
 */
function resolve({ into, removed }: Marks): Joins {
  const groups = new Map<string, string[]>();
  for (const id of new Set([...into.keys(), ...into.values()])) {
    const end = endOf(id, into);
    groups.set(end, [...(groups.get(end) ?? []), id]);
  }
  const joins = [...groups].flatMap(([end, members]) => {
    const present = members.filter((id) => !removed.has(id)).sort();
    const living = removed.has(end) ? (present[0] ?? end) : end;
    return members.filter((id) => id !== living).map((id) => [id, living] as const);
  });
  return new Map(joins.sort(([a], [b]) => Number(a > b) - Number(a < b)));
}

/** The joins that the marks of a journal make: address, value, and whether two values of it stand against each other. */
export function joinsOf(
  marks: Iterable<{ readonly register: string; readonly value: JsonValue; readonly conflict: boolean }>,
): Joins {
  const found: Marks = { into: new Map(), removed: new Set() };
  for (const { register: address, value, conflict } of marks) {
    const register = parseRegister(address);
    if (register.kind !== 'institution') continue;
    const { institution, field } = register;
    // The lead institution is that of the round: others join it.
    if (institution === LEAD_INSTITUTION) continue;
    if (field === 'removed' && value === true && !conflict) found.removed.add(institution);
    if (field === 'joinedInto' && canBeMeant(value) && value !== institution) found.into.set(institution, value);
  }
  return found.into.size === 0 ? NO_JOINS : resolve(found);
}

/** The address under which a register is read. The fields of an institution stay its own: its name, its contact. */
export function livingAddress(joins: Joins, address: string): string {
  if (joins.size === 0) return address;
  const register = parseRegister(address);
  if (!('institution' in register) || register.kind === 'institution') return address;
  const institution = livingId(joins, register.institution);
  return institution === register.institution ? address : buildRegister({ ...register, institution });
}
