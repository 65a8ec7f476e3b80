import type { Journal } from '../journal/journal.ts';
import { parseRegister } from '../journal/registers.ts';
import { withoutHistory } from '../journal/without-history.ts';
import { withoutRestricted } from './make-pack.ts';

/** Of the round, what a reviewer does not need: the list of packs would make the copy the facilitator's. */
const ROUND_FIELDS_AT_HOME: ReadonlySet<string> = new Set(['packs', 'custody']);
/** Of other institutions: their packs would make the copy theirs too. */
const OTHERS_FIELDS_AT_HOME: ReadonlySet<string> = new Set(['pack', 'contact']);
const EVALUATION_PREFIX = 'evaluation-';

/**
 * The copy in which one institution or observer reads everything and comments: what stands, without history, restricted
 * evidence, contacts of others, custody, satisfaction forms, and without an earlier validation, since a review looks at what stands now
 * (docs/file-formats.md section 4). Entries are the same as in the whole journal, so that it joins back without a trace.
 */
export function makeReviewCopy(journal: Journal, institution: string): Journal {
  const goesAlong = (address: string) => {
    const register = parseRegister(address);
    switch (register.kind) {
      case 'validation':
        return false;
      case 'round':
        return !ROUND_FIELDS_AT_HOME.has(register.field) && !register.field.startsWith(EVALUATION_PREFIX);
      case 'institution':
        return register.institution === institution || !OTHERS_FIELDS_AT_HOME.has(register.field);
      default:
        return true;
    }
  };
  const along = { entries: journal.entries.filter(({ register }) => goesAlong(register)), damagedLines: [] };
  return withoutHistory(withoutRestricted(along));
}
