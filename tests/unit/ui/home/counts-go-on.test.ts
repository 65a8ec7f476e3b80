import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { journeyOf } from '../../../../src/state/session/journey.svelte.ts';
import { openSession } from '../../state/open-session.ts';
import ReadsJourney from './ReadsJourney.svelte';

it('what a round has is counted on when the screen that asked first has gone, as before the room', () => {
  const session = openSession();
  const { unmount } = render(ReadsJourney, { session });
  const open = journeyOf(session).counts.ownOpen;
  unmount();
  const unanswered = session.indicatorsInScope.find(({ id }) => session.answerOf(id) === undefined)!;
  session.rate(unanswered.id, { state: 'unknown' });
  expect(journeyOf(session).counts.ownOpen).toBe(open - 1);
});
