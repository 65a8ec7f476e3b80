import type { Framework } from '../framework/framework.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { MergeSide } from '../returns/preview-merge.ts';
import type { Problem } from '../problem.ts';
import type { IncomingReturn } from '../returns/incoming-return.ts';
import { askedBy, FitsNewer, isOlderVersion } from './fits-newer.ts';

/** A return as far as it says something of the newer version: of what is left out nothing was changed either. */
function asFarAs(newer: FitsNewer, returned: IncomingReturn): IncomingReturn {
  const { said, changed } = returned;
  const left = new Map([...said].filter(([register, value]) => newer.fits(register, value)));
  return { ...returned, said: left, changed: new Set([...changed].filter((one) => left.has(one) || !said.has(one))) };
}

/**
 * A side that was made on an older version of a framework, as one on that framework (`FitsNewer`). What does not fit is
 * left out and named; it stays in the file that it came in. Null for a side on another framework, or on this or a newer
 * version. Advice: `merge.olderFramework`.
 */
export function mapToNewer(side: MergeSide, mine: Framework): { side: MergeSide; notices: readonly Problem[] } | null {
  const { framework: theirs, journal, returned } = side;
  if (theirs.id !== mine.id || !isOlderVersion(theirs.version, mine)) return null;
  const newer = new FitsNewer(askedBy(theirs), mine);
  const entries = journal.entries.filter((entry) => {
    if (!isFull(entry)) return true;
    const isTaken = newer.fits(entry.register, entry.value);
    newer.note(entry.register, entry.value, isTaken);
    return isTaken;
  });
  return {
    side: {
      ...side,
      framework: mine,
      journal: { ...journal, entries },
      ...(returned === undefined ? {} : { returned: asFarAs(newer, returned) }),
    },
    notices: [newer.notice(theirs.version)],
  };
}
