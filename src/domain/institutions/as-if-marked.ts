import type { Entry, JsonValue } from '../journal/entry-schema.ts';
import type { JournalState } from '../registers/fold.ts';
import { foldMore } from '../registers/fold.ts';

/** Later than every other, so that it counts whatever stands in its register. */
const LAST = '9999-12-31T23:59:59.999Z';

/** The state as marks of institutions would make it, before they are written. */
export function asIfMarked(
  state: JournalState,
  marks: readonly { readonly register: string; readonly value: JsonValue }[],
): JournalState {
  const entries = marks.map(({ register, value }, index): Entry => {
    const id = `${LAST}-9999-${index.toString(16).padStart(16, '0')}`;
    return { id, at: LAST, actor: 'facilitator', register, value, replaces: [] };
  });
  return foldMore(state, entries);
}
