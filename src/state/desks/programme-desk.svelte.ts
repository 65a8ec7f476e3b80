import { attendanceOf } from '../../domain/institutions/attendance.ts';
import type { AgendaItem } from '../../domain/assessment/build-agenda.ts';
import type { MeetingPlan, OwnItem } from '../../domain/consensus/plan-meeting.ts';
import { minutesOfItem, planMeeting } from '../../domain/consensus/plan-meeting.ts';
import { listInstitutions, listObservers } from '../../domain/institutions/list-institutions.ts';
import type { Programme } from '../../domain/registers/round.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { WorkshopDesk } from './workshop-desk.svelte.ts';

/** Where an indicator goes: before all others, a place on or back among those that were placed, or back to its class. */
export type Move = 'first' | 'earlier' | 'later' | 'class';

/** The programme of the meeting, as somebody lays it out: what comes first, how long it takes, who is in the room. */
export class ProgrammeDesk {
  readonly #session: AssessmentSession;
  readonly #meeting: WorkshopDesk;
  /** What the meeting has to settle, in its order: what was placed, then by class, then what nobody rated. */
  readonly items: readonly AgendaItem[] = $derived.by(() => {
    const { placed, sections, unrated } = this.#meeting.agenda;
    const others = [...sections.flatMap(({ items }) => items), ...unrated];
    return [...placed, ...others.filter((item) => !item.placed)];
  });
  readonly plan: MeetingPlan = $derived.by(() =>
    planMeeting(
      this.items.map(({ agreement, minutes, placed }) => ({ class: agreement.class, minutes, placed })),
      this.#programme,
    ),
  );

  constructor(session: AssessmentSession, meeting: WorkshopDesk) {
    this.#session = session;
    this.#meeting = meeting;
  }

  get #programme(): Programme | undefined {
    return this.#session.assessment.round.programme;
  }

  get isUsual(): boolean {
    return this.#programme === undefined;
  }

  /** Ids of everybody who was invited. */
  get invited(): readonly string[] {
    const { assessment } = this.#session;
    return [...listInstitutions(assessment), ...listObservers(assessment)].map(({ id }) => id);
  }

  get attendance() {
    return attendanceOf(this.#session.assessment);
  }

  minutesOf(item: OwnItem): number {
    return minutesOfItem(this.#programme, item);
  }

  canMove(id: string, move: Move): boolean {
    const { placed } = this.#meeting.agenda;
    const at = placed.findIndex(({ indicator }) => indicator === id);
    if (move === 'class') return at !== -1;
    if (move === 'later') return at !== -1 && at < placed.length - 1;
    return at !== 0;
  }

  /** What was not placed is, by the first move, as the last of those that are. */
  move(id: string, move: Move): void {
    if (!this.canMove(id, move)) return;
    const placed = this.#meeting.agenda.placed.map(({ indicator }) => indicator);
    const at = placed.indexOf(id);
    const rest = placed.filter((one) => one !== id);
    const to = move === 'first' ? 0 : move === 'later' ? at + 1 : at === -1 ? rest.length : at - 1;
    if (move !== 'class') rest.splice(to, 0, id);
    // What is agreed by now keeps its place for the day on which it is open again.
    const settled = (this.#programme?.order ?? []).filter((one) => one !== id && !placed.includes(one));
    this.#write({ order: [...rest, ...settled] });
  }

  /** Of an indicator; null is as its class has it. */
  setMinutes(id: string, minutes: number | null): void {
    this.#write({ minutes: withValue(this.#programme?.minutes, id, minutes) });
  }

  /** Of an item that is about no indicator; null is as usual. */
  setMinutesOfItem(item: OwnItem, minutes: number | null): void {
    this.#write({ items: withValue(this.#programme?.items, item, minutes) });
  }

  /** Order and minutes are as usual again. */
  reset(): void {
    this.#session.setRound({ programme: null });
  }

  /** Who is in the room; from nobody having said it on, everybody else is. */
  setPresent(id: string, isPresent: boolean): void {
    const before = this.attendance?.present ?? this.invited;
    const present = this.invited.filter((one) => (one === id ? isPresent : before.includes(one)));
    this.#session.setRound({ present });
  }

  #write(changed: Partial<Programme>): void {
    const { order = [], minutes = {}, items = {} } = { ...this.#programme, ...changed };
    const programme = {
      order,
      ...(Object.keys(minutes).length > 0 ? { minutes } : {}),
      ...(Object.keys(items).length > 0 ? { items } : {}),
    };
    const isUsual = order.length === 0 && Object.keys(programme).length === 1;
    this.#session.setRound({ programme: isUsual ? null : programme });
  }
}

function withValue(
  values: Readonly<Record<string, number>> | undefined,
  key: string,
  value: number | null,
): Record<string, number> {
  const others = Object.entries(values ?? {}).filter(([name]) => name !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value]]);
}
