import type { AgreementClass } from './measure-agreement.ts';

export type MeetingItem =
  'opening' | 'calibration' | 'readOut' | 'divided' | 'break' | 'discuss' | 'priorities' | 'leads' | 'closing';

/** One stretch of the meeting; an item that a pause cuts comes back after it. */
export interface MeetingSlot {
  readonly item: MeetingItem;
  /** From 1. */
  readonly day: number;
  /** `09:15` */
  readonly start: string;
  readonly minutes: number;
  /** Indicators under the whole item; null where it is about none. */
  readonly count: number | null;
}

export interface MeetingPlan {
  readonly slots: readonly MeetingSlot[];
  readonly days: number;
  /** One room can do it in a day; otherwise split by domain between parallel tables. */
  readonly fits: boolean;
}

/** Minutes that one indicator of a class takes (docs/methodology.md section 5). */
export const MINUTES_OF_CLASS: Readonly<Record<AgreementClass, number>> = {
  divided: 10,
  'to-discuss': 5,
  'information-gap': 5,
  'to-confirm': 1,
  close: 1,
  unanimous: 1,
};
/** Contested indicators that one day holds. */
const MOST = { divided: 12, discuss: 24 } as const;
const STEP = 15;
const MORNING = { from: 9 * 60, to: 13 * 60 } as const;
const AFTERNOON = { from: 14 * 60, to: 17 * 60 + 30 } as const;

interface Block {
  readonly item: MeetingItem;
  readonly minutes: number;
  readonly count: number | null;
}

const inQuarters = (minutes: number) => Math.ceil(minutes / STEP) * STEP;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Lays blocks one after the other into mornings and afternoons; what does not fit goes on after the pause. */
function layOut(blocks: readonly Block[]): MeetingSlot[] {
  const slots: MeetingSlot[] = [];
  let day = 1;
  let at: number = MORNING.from;
  const place = ({ item, count }: Block, minutes: number) => {
    slots.push({ item, day, start: clock(at), minutes, count });
    at += minutes;
  };
  for (const block of blocks) {
    let rest = block.minutes;
    while (rest > 0) {
      if (at === MORNING.to) place({ item: 'break', minutes: 0, count: null }, AFTERNOON.from - MORNING.to);
      if (at === AFTERNOON.to) [day, at] = [day + 1, MORNING.from];
      const minutes = Math.min(rest, (at < MORNING.to ? MORNING.to : AFTERNOON.to) - at);
      place(block, minutes);
      rest -= minutes;
    }
  }
  return slots;
}

/**
 * The meeting from the number of indicators in each class of agreement: ten minutes where positions differ, five where
 * there is something to discuss or information is missing, one to read out the rest; in quarters of an hour, from nine
 * to half past five with an hour at one. docs/methodology.md section 5.
 */
export function planMeeting(counts: Readonly<Record<AgreementClass, number>>): MeetingPlan {
  const sum = (...classes: AgreementClass[]) => classes.reduce((total, name) => total + counts[name], 0);
  const minutes = (...classes: AgreementClass[]) =>
    inQuarters(classes.reduce((total, name) => total + counts[name] * MINUTES_OF_CLASS[name], 0));
  const readOut = ['unanimous', 'close', 'to-confirm'] as const;
  const discuss = ['to-discuss', 'information-gap'] as const;
  const slots = layOut([
    { item: 'opening', minutes: 15, count: null },
    { item: 'calibration', minutes: 30, count: null },
    { item: 'readOut', minutes: minutes(...readOut), count: sum(...readOut) },
    { item: 'divided', minutes: minutes('divided'), count: counts.divided },
    { item: 'discuss', minutes: minutes(...discuss), count: sum(...discuss) },
    { item: 'priorities', minutes: 45, count: null },
    { item: 'leads', minutes: 30, count: null },
    { item: 'closing', minutes: 15, count: null },
  ]);
  const fits = counts.divided <= MOST.divided && sum(...discuss) <= MOST.discuss;
  return { slots, days: slots.at(-1)?.day ?? 1, fits };
}
