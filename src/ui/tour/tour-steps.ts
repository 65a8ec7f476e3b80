import type { MessageKey } from '../../i18n/message-key.ts';
import type { SidePage, Step } from '../../state/session/steps.ts';

interface TourStep {
  readonly page: Step | SidePage;
  readonly title: MessageKey;
  readonly text: MessageKey;
}

const step = (page: TourStep['page'], number: 1 | 2 | 3 | 4 | 5 | 6): TourStep => ({
  page,
  title: `tour.${number}.title`,
  text: `tour.${number}.text`,
});

/** The tour of the sample: a page and what is to be seen there. */
export const TOUR: readonly TourStep[] = [
  step('results', 1),
  step('gaps', 2),
  step('agree', 3),
  step('assess', 4),
  step('report', 5),
  step('setup', 6),
];

/** Where somebody is in the tour: not offered yet, under way at a step (from 0), or left there. */
export type TourState = { readonly is: 'new' } | { readonly is: 'open' | 'left'; readonly at: number };

/** As `written` keeps it; anything else is new. */
export function readTour(stored: string | undefined): TourState {
  const [, is, at] = /^(open|left)-(\d)$/.exec(stored ?? '') ?? [];
  if (is === undefined || TOUR[Number(at)] === undefined) return { is: 'new' };
  return { is: is === 'open' ? 'open' : 'left', at: Number(at) };
}

export const writeTour = (is: 'open' | 'left', at: number): string => `${is}-${at}`;
