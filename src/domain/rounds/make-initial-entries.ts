import type { RoundFields } from '../registers/round.ts';
import type { Framework } from '../framework/framework.ts';
import { referenceOf } from '../framework/framework.ts';
import { nextEntryId } from '../journal/clock.ts';
import type { Actor, AssessmentIdentity, FullEntry, JsonValue } from '../journal/entry-schema.ts';
import { fold } from '../registers/fold.ts';
import { makeEntry } from '../registers/make-entry.ts';
import { makeFirstEntry } from './make-first-entry.ts';
import { buildRegister } from '../registers/register-address.ts';
import type { Surroundings } from '../surroundings.ts';
import type { AssessmentRouteChoice } from '../assessment/scope-of-route.ts';
import { indicatorsOfRoute } from '../assessment/scope-of-route.ts';

export interface RegisterValue {
  readonly register: string;
  readonly value: JsonValue;
  readonly actor?: Actor;
}

/** The first entry of a new assessment and one entry a given register, with rising ids. */
export function makeFreshJournal(
  identity: AssessmentIdentity,
  framework: Framework,
  values: readonly RegisterValue[],
  surroundings: Surroundings,
): FullEntry[] {
  const nowMs = surroundings.nowMs();
  const random = surroundings.randomHex16();
  const nothing = fold([]);
  let id = nextEntryId(null, nowMs, random);
  const entries = [makeFirstEntry({ id, nowMs, actor: 'facilitator' }, identity, referenceOf(framework))];
  for (const { register, value, actor = 'facilitator' } of values) {
    id = nextEntryId(id, nowMs, random);
    entries.push(makeEntry({ id, nowMs, actor, register, value }, nothing));
  }
  return entries;
}

/** What a new assessment starts with: the round as it was set up and what is out of its scope. */
export function makeInitialEntries(input: {
  identity: AssessmentIdentity;
  framework: Framework;
  round: RoundFields;
  choice: AssessmentRouteChoice;
  surroundings: Surroundings;
}): FullEntry[] {
  const { identity, framework, round, choice, surroundings } = input;
  const inScope = new Set(indicatorsOfRoute(framework, choice).map(({ id }) => id));
  const fields = {
    ...round,
    route: choice.domain === null ? choice.route : `${choice.route}:${choice.domain}`,
    outOfScope: framework.indicators.map(({ id }) => id).filter((id) => !inScope.has(id)),
  };
  const values = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ register: buildRegister({ kind: 'round', field }), value: value as JsonValue }));
  return makeFreshJournal(identity, framework, values, surroundings);
}
