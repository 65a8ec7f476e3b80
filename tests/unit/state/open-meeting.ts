import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import { WorkshopDesk } from '../../../src/state/desks/workshop-desk.svelte.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';

/** Positions of institutions on one indicator, as settings of a journal. */
export function positions(indicator: string, levels: Readonly<Record<string, string>>): Setting[] {
  return Object.entries(levels).map(([institution, level]): Setting => [
    `rating/${institution}/${indicator}/1/answer`,
    level === '?' ? { unknown: true } : { level },
  ]);
}

/** An assessment with its meeting, in memory. */
export function openMeeting(settings: readonly Setting[]) {
  const store = new FakeStore();
  const session = new AssessmentSession({
    reporting,
    identity: { id: 'a', round: 'r', parent: null },
    framework: pairedFramework(),
    crosswalks: new Map(),
    entries: entriesOf(settings),
    tab: '1',
    drafts: [],
    store,
    surroundings: fakeSurroundings(),
  });
  return { session, store, desk: new WorkshopDesk(session) };
}
