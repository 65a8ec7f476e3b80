import { asIfMarked } from '../../domain/institutions/as-if-marked.ts';
import type { Journal } from '../../domain/journal/journal.ts';
import type { JournalState } from '../../domain/registers/fold.ts';
import { fold } from '../../domain/registers/fold.ts';
import { isInstitutionMark } from '../../domain/registers/joins.ts';
import type { Change } from '../../domain/registers/make-changes.ts';

/** The changes that bring every register back to what it was; registers that are as they were are left out. */
export function changesBackTo(then: Journal, now: Journal): Change[] {
  const before = fold(then.entries).registers;
  const differing = ({ registers }: JournalState) =>
    [...registers.values()].flatMap(({ register, value, conflict }) => {
      const wanted = before.get(register)?.value ?? null;
      return JSON.stringify(wanted) === JSON.stringify(value) && !conflict ? [] : [{ register, value: wanted }];
    });
  const isMark = ({ register }: Change) => isInstitutionMark(register);
  const present = fold(now.entries);
  const marks = differing(present).filter(isMark);
  // Which institutions are one decides in which registers the rest stands.
  const asThen = marks.length === 0 ? present : asIfMarked(present, marks);
  return [...marks, ...differing(asThen).filter((change) => !isMark(change))];
}
