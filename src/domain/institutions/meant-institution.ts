import { isFull } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { parseRegister } from '../registers/register-address.ts';
import { foldWords } from '../fold-words.ts';
import { looksAlike, readingsOf, withoutNumber } from './institution-name.ts';
import { livingId } from '../registers/living-institution.ts';

/** Which institution somebody means by an id or a name. */
export type MeantInstitution =
  | { readonly state: 'one'; readonly institution: string }
  /** May be one of these: to be asked about, never decided. */
  | { readonly state: 'alike'; readonly institutions: readonly string[] }
  | { readonly state: 'unknown' };

/** Every name that an institution has or had in this journal, its own first; by the id of the living one. None has no name yet. */
export function namesOfInstitutions({ registers, joins }: JournalState): ReadonlyMap<string, readonly string[]> {
  const [present, former] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const note = (names: Map<string, string[]>, id: string, name: unknown) => {
    if (typeof name === 'string' && name.trim() !== '') names.set(id, [...(names.get(id) ?? []), name]);
  };
  for (const [address, { value, history }] of registers) {
    if (!address.startsWith('institution/')) continue;
    const register = parseRegister(address);
    if (register.kind !== 'institution') continue;
    const living = livingId(joins, register.institution);
    if (!former.has(living)) former.set(living, []);
    if (register.field !== 'name') continue;
    note(living === register.institution ? present : former, living, value);
    for (const entry of history.filter(isFull)) note(former, living, entry.value);
  }
  const ids = new Set([...present.keys(), ...former.keys()]);
  return new Map([...ids].map((id) => [id, [...new Set([...(present.get(id) ?? []), ...(former.get(id) ?? [])])]]));
}

/**
 * The one answer to which living institution is meant by an id or a name: one that was joined with another is that other;
 * a name that was changed still finds whose it was; case, accents, apostrophes and the number of a list do not tell names
 * apart. What is written comes before what it is without its number, a name that an institution has now before one that
 * another had. `names`: of `namesOfInstitutions`, where many are asked about.
 */
export function meantInstitution(
  journal: JournalState,
  said: string,
  names: ReadonlyMap<string, readonly string[]> = namesOfInstitutions(journal),
): MeantInstitution {
  const readings = readingsOf(said);
  if (foldWords(said) === '') return { state: 'unknown' };
  const ids = [said, withoutNumber(said)].map((id) => livingId(journal.joins, id.trim()));
  const byId = ids.find((id) => names.has(id));
  if (byId !== undefined) return { state: 'one', institution: byId };
  const find = (fits: (own: readonly string[]) => boolean) =>
    [...names].filter(([, own]) => fits(own)).map(([id]) => id);
  const called = readings.flatMap((wanted) => [
    find(([own]) => own !== undefined && foldWords(own) === wanted),
    find((own) => own.some((name) => foldWords(name) === wanted)),
  ]);
  const exact = called.find((found) => found.length > 0) ?? [];
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return { state: 'one', institution: only };
  const found = exact.length > 1 ? exact : find((own) => own.some((name) => looksAlike(name, said)));
  return found.length === 0 ? { state: 'unknown' } : { state: 'alike', institutions: found };
}
