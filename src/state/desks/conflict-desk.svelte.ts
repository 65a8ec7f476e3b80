import type { ConflictingThing, ThingVersion } from '../../domain/returns/versions-of-thing.ts';
import { conflictingThings } from '../../domain/returns/versions-of-thing.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** What differs and nobody has settled: one choice a thing, of an indicator all that is said of it together. */
export class ConflictDesk {
  readonly #session: AssessmentSession;
  readonly open: readonly ConflictingThing[] = $derived.by(() => {
    const { journalState, framework, assessment } = this.#session;
    return conflictingThings(
      journalState,
      framework,
      assessment.conflicts.map(({ register }) => register),
    );
  });

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /** The chosen version stands from now on, whole; the others stay in the history. */
  choose({ values }: ThingVersion): void {
    const changes = [...values].map(([register, value]) => ({ register, value }));
    void this.#session.write(changes, 'facilitator');
  }
}
