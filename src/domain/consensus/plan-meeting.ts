import type { Programme } from '../registers/round.ts';
import type { AgreementClass } from './measure-agreement.ts';

/** Minutes of what is about no indicator, in the order of the meeting, where nobody set others. */
export const MINUTES_OF_ITEM = { opening: 15, calibration: 30, priorities: 45, leads: 30, closing: 15 } as const;
export type OwnItem = keyof typeof MINUTES_OF_ITEM;
export type MeetingItem = OwnItem | 'placed' | 'readOut' | 'divided' | 'break' | 'discuss';

/** An indicator that the meeting has to settle. */
export interface PlannedIndicator {
  readonly class: AgreementClass | null;
  readonly minutes: number;
  /** Somebody put it first, whatever its class. */
  readonly placed: boolean;
}

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
  /** When the last day ends: `16:45`. */
  readonly end: string;
  /** One room can do it in a day; otherwise split by domain between parallel tables. */
  readonly fits: boolean;
}

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

/** Minutes of an item that is about no indicator. */
export function minutesOfItem(programme: Programme | undefined, item: OwnItem): number {
  return programme?.items?.[item] ?? MINUTES_OF_ITEM[item];
}

const inQuarters = (minutes: number) => Math.ceil(minutes / STEP) * STEP;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Lays blocks one after the other into mornings and afternoons; what does not fit goes on after the pause. */
function layOut(blocks: readonly Block[]): Pick<MeetingPlan, 'slots' | 'end'> {
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
  return { slots, end: clock(at) };
}

/**
 * The meeting from the indicators that it has to settle: those that somebody put first, then what is read out, what
 * differs and what is to be discussed, in quarters of an hour; from nine to half past five with an hour at one.
 * docs/methodology.md section 5.
 */
export function planMeeting(indicators: readonly PlannedIndicator[], programme?: Programme): MeetingPlan {
  const isOf = (...classes: AgreementClass[]) =>
    indicators.filter((one) => one.class !== null && classes.includes(one.class));
  const own = (item: OwnItem): Block => ({ item, minutes: minutesOfItem(programme, item), count: null });
  const about = (item: MeetingItem, among: readonly PlannedIndicator[]): Block => ({
    item,
    minutes: inQuarters(among.reduce((sum, { minutes }) => sum + minutes, 0)),
    count: among.length,
  });
  const rest = (among: readonly PlannedIndicator[]) => among.filter(({ placed }) => !placed);
  const divided = isOf('divided');
  const discuss = isOf('to-discuss', 'information-gap');
  const { slots, end } = layOut([
    own('opening'),
    own('calibration'),
    about(
      'placed',
      indicators.filter(({ placed }) => placed),
    ),
    about('readOut', rest(isOf('unanimous', 'close', 'to-confirm'))),
    about('divided', rest(divided)),
    about('discuss', rest(discuss)),
    own('priorities'),
    own('leads'),
    own('closing'),
  ]);
  const fits = divided.length <= MOST.divided && discuss.length <= MOST.discuss;
  return { slots, days: slots.at(-1)?.day ?? 1, end, fits };
}
