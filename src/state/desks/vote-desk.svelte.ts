import type { ReportIndicator } from '../../report/report.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { WorkshopDesk } from './workshop-desk.svelte.ts';

/** So many fit on the screen of a room, and no slip of paper has more. */
const MOST_ON_BALLOT = 24;

/** The vote on priorities: numbers are read from slips, each a dot, and nobody sees the counts before all are in. */
export class VoteDesk {
  readonly #meeting: WorkshopDesk;
  /** Taken once: a number must not change its meaning while slips are read. In the order of the framework. */
  readonly ballot: readonly ReportIndicator[];
  /** The gaps that were kept on the board; where there is none, those with most steps missing. */
  readonly isKept: boolean;
  #digits = $state.raw('');
  /** A number that is not on the ballot. */
  wrong: string | null = $state.raw(null);

  constructor(session: Pick<AssessmentSession, 'report'>, meeting: WorkshopDesk) {
    this.#meeting = meeting;
    const gaps = session.report.indicators.filter(
      ({ gap, status }) => status !== 'out-of-scope' && gap !== null && gap > 0,
    );
    const kept = gaps.filter((one) => one.kept);
    this.isKept = kept.length > 0;
    const widest = [...(this.isKept ? kept : gaps)].sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
    const chosen = new Set(widest.slice(0, MOST_ON_BALLOT));
    this.ballot = gaps.filter((one) => chosen.has(one));
  }

  /** Digits of a number: all have as many, so that none has to be ended. */
  get width(): number {
    return this.ballot.length > 9 ? 2 : 1;
  }

  /** As it stands on the ballot: `07`. */
  numberOf(place: number): string {
    return String(place + 1).padStart(this.width, '0');
  }

  get dots(): number {
    return Math.floor(this.#digits.length / this.width);
  }

  /** The first digit of a number that is being typed. */
  get begun(): string {
    return this.#digits.slice(this.dots * this.width);
  }

  digit(digit: number): void {
    const number = `${this.begun}${digit}`;
    this.wrong = null;
    if (number.length < this.width) this.#digits += digit;
    else if (this.ballot[Number(number) - 1] !== undefined) this.#digits += digit;
    else {
      this.#digits = this.#digits.slice(0, this.dots * this.width);
      this.wrong = number;
    }
  }

  /** A dot for what stands at a place of the ballot. */
  give(place: number): void {
    this.wrong = null;
    this.#digits = `${this.#digits.slice(0, this.dots * this.width)}${this.numberOf(place)}`;
  }

  /** Takes back the digit of a begun number, else the last dot. */
  erase(): void {
    this.wrong = null;
    this.#digits = this.#digits.slice(0, this.begun === '' ? (this.dots - 1) * this.width : -1);
  }

  /** Keeps the counts as one vote, which everybody sees from then on; nothing before the first dot. */
  store(): void {
    if (this.dots === 0) return;
    const counts = new Map(this.ballot.map(({ id }) => [id, 0]));
    for (let at = 0; at < this.dots; at += 1) {
      const number = Number(this.#digits.slice(at * this.width, (at + 1) * this.width));
      const id = this.ballot[number - 1]?.id;
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    this.#meeting.saveDots(counts);
    this.#digits = '';
    this.wrong = null;
  }
}
