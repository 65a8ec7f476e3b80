import { push } from 'svelte-spa-router';
import type { AssessmentSession } from '../../state/session/assessment-session.svelte.ts';
import { keepFocus } from '../components/keep-focus.ts';

type Undone = Pick<AssessmentSession, 'undo' | 'hasPage' | 'hrefOfStep'>;

/**
 * Takes back the last act, a decision where the person `isSure`, and goes to where that is seen; `fallback` gets the focus
 * where what had it is gone. Resolves with whether anything was taken back: where not, the session says why.
 */
export async function undoLast(
  session: Undone,
  fallback: () => HTMLElement | null | undefined,
  isSure = false,
): Promise<boolean> {
  const [first] = await session.undo(isSure);
  const place = first === undefined ? null : await placeOf(session, first);
  if (place !== null && place !== location.hash && !isSeenAt(session, place)) await push(place);
  await keepFocus(fallback);
  return first !== undefined;
}

/** What cannot be loaded costs the way there, not the act. */
const placeOf = (session: Undone, register: string): Promise<string | null> =>
  import('../../state/session/place-of-register.ts').then(
    ({ hrefOfRegister }) => hrefOfRegister(session, register),
    () => null,
  );

/** The table of gaps shows all that the board shows of each. */
const isSeenAt = (session: Undone, place: string) =>
  location.hash === `${session.hrefOfStep('gaps')}/table` && place.startsWith(session.hrefOfStep('gaps'));
