import type { JournalState } from '../registers/fold.ts';
import type { Making } from '../registers/make-changes.ts';
import { makeChanges } from '../registers/make-changes.ts';
import type { FullEntry } from '../journal/entry-schema.ts';
import { foldMore } from '../registers/fold.ts';
import { removedInstitutions } from '../assessment/withdrawn.ts';
import { foldWords } from '../fold-words.ts';
import { meantInstitution, namesOfInstitutions } from './meant-institution.ts';
import { planJoin } from './plan-join.ts';

/** An institution that a file brings, and one here that it may be: to be asked about. */
export interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly otherName: string;
  /** Their names say the same, but for case, accents and apostrophes. */
  readonly isSameName: boolean;
}

/** Institutions that are not on the list here, under a name that is, or that looks like one that is. */
export function newcomersAmong(here: JournalState, brought: JournalState): readonly Newcomer[] {
  const known = namesOfInstitutions(here);
  const gone = removedInstitutions(brought);
  return [...namesOfInstitutions(brought)].flatMap(([id, [name]]) => {
    if (name === undefined || known.has(id) || here.joins.has(id) || gone.has(id)) return [];
    const meant = meantInstitution(here, name, known);
    const other =
      meant.state === 'one' ? meant.institution : meant.state === 'alike' ? meant.institutions[0] : undefined;
    const otherName = other === undefined ? undefined : known.get(other)?.[0];
    if (other === undefined || otherName === undefined) return [];
    return [{ id, name, other, otherName, isSameName: foldWords(name) === foldWords(otherName) }];
  });
}

/** The entries by which newcomers are joined with those that they are: ids by ids. Both answers stay where both answered. */
export function joinNewcomers(state: JournalState, same: ReadonlyMap<string, string>, making: Making): FullEntry[] {
  const made: FullEntry[] = [];
  let now = state;
  for (const [id, other] of same) {
    const entries = makeChanges(planJoin(now, id, other, new Map()), now, making);
    now = foldMore(now, entries);
    made.push(...entries);
  }
  return made;
}
