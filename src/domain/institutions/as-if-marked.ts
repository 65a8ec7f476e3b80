import type { Entry } from '../journal/entry-schema.ts';
import type { JournalState, JsonValue } from '../journal/fold.ts';
import { foldMore } from '../journal/fold.ts';

/** Later than every other, so that it counts whatever stands in its register. */
const LAST = '9999-12-31T23:59:59.999Z';

/** The state as a mark of an institution would make it, before it is written. */
export function asIfMarked(
  state: JournalState,
  mark: { readonly register: string; readonly value: JsonValue },
): JournalState {
  const entry: Entry = { ...mark, id: `${LAST}-9999-ffffffffffffffff`, at: LAST, actor: 'facilitator', replaces: [] };
  return foldMore(state, [entry]);
}
