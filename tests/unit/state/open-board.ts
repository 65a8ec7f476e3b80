import { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import * as reporting from '../../../src/state/session/reporting.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { FakeStore, fakeSurroundings } from './fake-store.ts';

/** A gap of one step, and what was decided of it. */
export const gap = (id: string, impact?: number, ease?: number): Setting[] => [
  [`rating/lead/${id}/1/answer`, { level: 'emerging' }],
  ...(impact === undefined ? [] : [[`impact/${id}`, impact] as const]),
  ...(ease === undefined ? [] : [[`ease/${id}`, ease] as const]),
];
export const kept = (id: string, impact: number, ease: number): Setting[] => [
  ...gap(id, impact, ease),
  [`kept/${id}`, true],
];

/** An open assessment of seven indicators in which these registers were set. */
export function openWith(settings: readonly Setting[]): AssessmentSession {
  return new AssessmentSession({
    reporting,
    identity: { id: 'a', round: 'r', parent: null },
    framework: pairedFramework(),
    crosswalks: new Map(),
    entries: entriesOf(settings),
    tab: '1',
    drafts: [],
    store: new FakeStore(),
    surroundings: fakeSurroundings(),
  });
}
