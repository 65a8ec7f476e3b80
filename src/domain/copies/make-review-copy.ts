import type { Journal } from '../journal/journal.ts';
import { withoutHistory } from './without-history.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import { withoutRestricted } from './make-pack.ts';

/**
 * The copy in which one institution or observer reads everything and comments: what stands, without history, restricted
 * evidence, contacts of others, custody, satisfaction forms, and without an earlier validation, since a review looks at what stands now
 * (docs/file-formats.md section 4). Entries are the same as in the whole journal, so that it joins back without a trace.
 */
export function makeReviewCopy(journal: Journal, institution: string): Journal {
  const goesAlong = (address: string) => {
    const register = parseRegister(address);
    if (register.kind === 'unknown') return true;
    const isOwn = 'institution' in register && register.institution === institution;
    const { reviewCopy } = sayingsOf(register);
    return reviewCopy === 'always' || (reviewCopy === 'own' && isOwn);
  };
  const along = { entries: journal.entries.filter(({ register }) => goesAlong(register)), damagedLines: [] };
  return withoutHistory(withoutRestricted(along));
}
