import type { Entry } from '../journal/entry-schema.ts';
import { parseRegister } from '../registers/register-address.ts';

/** One field of an action as it was last set. */
export interface ActionChange {
  readonly action: string;
  readonly field: string;
  /** Who set it: `facilitator` or `institution:<id>`. */
  readonly actor: string;
  /** ISO instant of the device that set it. */
  readonly at: string;
}

/** What a person has seen: entry ids up to this one. Text order of ids is the order of entries. */
export type Mark = string;

/** The newest entry id, or null where there is none. */
export function newestEntryId(entries: readonly Entry[]): Mark | null {
  return entries.reduce<Mark | null>((newest, { id }) => (newest === null || id > newest ? id : newest), null);
}

/**
 * Fields of actions that were set after a mark, the newest entry of each, newest first. Without a mark nothing is new.
 * An entry that came later from another device but was made before the mark is not listed.
 */
export function actionChangesSince(entries: readonly Entry[], mark: Mark | null): ActionChange[] {
  if (mark === null) return [];
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.id <= mark || !entry.register.startsWith('action/') || !('value' in entry)) continue;
    const known = newest.get(entry.register);
    if (known === undefined || entry.id > known.id) newest.set(entry.register, entry);
  }
  return [...newest.values()]
    .sort((a, b) => Number(a.id < b.id) - Number(a.id > b.id))
    .flatMap((entry) => {
      const register = parseRegister(entry.register);
      if (register.kind !== 'action' || !('value' in entry)) return [];
      return [{ action: register.action, field: register.field, actor: entry.actor, at: entry.at }];
    });
}
