import type { FullEntry } from '../domain/journal/entry-schema.ts';
import { isFull } from '../domain/journal/entry-schema.ts';
import { foldMore } from '../domain/registers/fold.ts';
import { KnownReturns } from '../domain/returns/known-returns.ts';
import { settleReturn } from '../domain/returns/settle-return.ts';
import type { GivenReturn, ReturnPlace } from './returned-side.ts';
import { returnedSide } from './returned-side.ts';

/**
 * What is written of a return that is taken in without a preview: its entries, and those that settle it against earlier
 * ones. `returnId` are 16 hexadecimal digits.
 */
export function entriesOfReturn(given: GivenReturn, place: ReturnPlace, returnId: string): readonly FullEntry[] {
  const { side } = returnedSide(given, place);
  const fresh = side?.journal.entries.filter(isFull) ?? [];
  if (side?.returned === undefined) return fresh;
  const { journal: before, nowMs, nextId } = place;
  const after = foldMore(before, fresh);
  const known = new KnownReturns(before);
  const { entries } = settleReturn({
    ...{ incoming: side.returned, before, after, known, fresh },
    ...{ nowMs, nextId, returnId },
  });
  return [...fresh, ...entries];
}
