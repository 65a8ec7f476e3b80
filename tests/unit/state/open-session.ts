import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { makeInitialEntries } from '../../../src/domain/rounds/make-initial-entries.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';
import { readFramework } from './read-main-framework.ts';

export const IDENTITY = { id: 'a1', round: 'r1', parent: null };

export const framework = readFramework();

/** An open assessment on the main instrument, of these entries or new. */
export function openSession(entries?: readonly Entry[], startMs?: number, store = new FakeStore()): AssessmentSession {
  const surroundings = fakeSurroundings(startMs);
  const choice = { route: 'all', domain: null } as const;
  const round = { country: 'Meridia' };
  return new AssessmentSession({
    reporting,
    identity: IDENTITY,
    framework,
    crosswalks: new Map(),
    entries: entries ?? makeInitialEntries({ identity: IDENTITY, framework, round, choice, surroundings }),
    tab: '1',
    drafts: [],
    store,
    surroundings,
  });
}
