import type { RoundFields } from '../registers/round.ts';
import type { Framework } from '../framework/framework.ts';
import type { AssessmentIdentity, Entry, FullEntry } from '../journal/entry-schema.ts';
import { fold } from '../registers/fold.ts';
import { buildRegister } from '../registers/register-address.ts';
import { nextRoundFrom } from './next-round.ts';
import type { Surroundings } from '../surroundings.ts';
import { makeFreshJournal } from './make-initial-entries.ts';

/** What a person says of a round before it begins. */
export interface NextRoundChoice {
  readonly framework: Framework;
  readonly round: Pick<RoundFields, 'title' | 'closingDate'>;
}

/** The journal that the next round starts with: what is carried over, and what was said of it. */
export function makeNextRound(input: {
  identity: AssessmentIdentity;
  /** Of the round before. */
  entries: readonly Entry[];
  choice: NextRoundChoice;
  surroundings: Surroundings;
}): FullEntry[] {
  const { identity, entries, choice, surroundings } = input;
  const said = Object.entries(choice.round).flatMap(([field, value]) =>
    value === undefined || value === '' ? [] : [{ register: buildRegister({ kind: 'round', field }), value }],
  );
  const carried = nextRoundFrom(fold(entries), choice.framework);
  return makeFreshJournal(identity, choice.framework, [...carried, ...said], surroundings);
}
