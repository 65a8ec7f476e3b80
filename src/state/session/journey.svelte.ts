import type { JourneyCounts } from '../../domain/journey/count-journey.ts';
import { countJourney } from '../../domain/journey/count-journey.ts';
import type { AssessmentView } from './assessment-view.svelte.ts';

/** What a round has and what waits in it, counted once for everything on the screen that shows it. */
class Journey {
  readonly #session: AssessmentView;
  readonly counts: JourneyCounts = $derived.by(() => {
    const { framework, assessment, validation } = this.#session;
    return countJourney(framework, assessment, validation !== null);
  });

  constructor(session: AssessmentView) {
    this.#session = session;
  }
}

const journeys = new WeakMap<AssessmentView, Journey>();

/** The counts of an open assessment. Loaded when they are wanted: the first question does without them. */
export function journeyOf(session: AssessmentView): Journey {
  // Made outside of the screen that asks first: what is derived in a screen stands still when that screen has gone.
  if (!journeys.has(session)) $effect.root(() => void journeys.set(session, new Journey(session)));
  return journeys.get(session) ?? new Journey(session);
}
