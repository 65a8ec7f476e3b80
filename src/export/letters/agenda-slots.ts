import type { AgreementClass } from '../../domain/consensus/measure-agreement.ts';

/** One item of the meeting day. */
export interface AgendaSlot {
  readonly item:
    'opening' | 'calibration' | 'readOut' | 'divided' | 'break' | 'discuss' | 'priorities' | 'leads' | 'closing';
  /** `09:15` */
  readonly start: string;
  readonly minutes: number;
  /** Indicators under this item; null where it is about none. */
  readonly count: number | null;
}

/** In the order of discussion. */
export const DISCUSSION_ORDER: readonly AgreementClass[] = [
  'divided',
  'to-discuss',
  'information-gap',
  'to-confirm',
  'close',
  'unanimous',
];

const START_MINUTES = 9 * 60;
/** Minutes each: the day of docs/facilitators.md. */
const MINUTES = { divided: 10, discuss: 5, readOut: 1 } as const;
/** Contested indicators that one day holds. */
const MOST = { divided: 12, discuss: 24 } as const;
const STEP = 15;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const roundedUp = (minutes: number, least: number) => Math.max(least, Math.ceil(minutes / STEP) * STEP);

/**
 * The meeting day from the number of indicators in each class of agreement: ten minutes where positions differ, five
 * where there is something to discuss, one to read out the rest, in quarters of an hour. `fits` is false where one day
 * does not hold them.
 */
export function planAgenda(counts: Readonly<Record<AgreementClass, number>>): {
  readonly slots: readonly AgendaSlot[];
  readonly fits: boolean;
} {
  const readOut = counts.unanimous + counts.close + counts['to-confirm'];
  const discuss = counts['to-discuss'] + counts['information-gap'];
  const lengths = [
    { item: 'opening', minutes: 15, count: null },
    { item: 'calibration', minutes: 30, count: null },
    { item: 'readOut', minutes: roundedUp(readOut * MINUTES.readOut, 15), count: readOut },
    {
      item: 'divided',
      minutes: roundedUp(Math.min(counts.divided, MOST.divided) * MINUTES.divided, 15),
      count: counts.divided,
    },
    { item: 'break', minutes: 60, count: null },
    { item: 'discuss', minutes: roundedUp(Math.min(discuss, MOST.discuss) * MINUTES.discuss, 15), count: discuss },
    { item: 'priorities', minutes: 45, count: null },
    { item: 'leads', minutes: 30, count: null },
    { item: 'closing', minutes: 15, count: null },
  ] as const;
  let start = START_MINUTES;
  const slots = lengths.map((slot): AgendaSlot => {
    const placed = { ...slot, start: clock(start) };
    start += slot.minutes;
    return placed;
  });
  return { slots, fits: counts.divided <= MOST.divided && discuss <= MOST.discuss };
}
