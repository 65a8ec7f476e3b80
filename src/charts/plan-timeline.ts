import type { ReportAction } from '../report/report.ts';

/** A month on the line of time: `2027-03`. */
export interface TimelineMonth {
  readonly month: string;
  /** Where it begins and how long it is, as shares of the whole. */
  readonly from: number;
  readonly share: number;
}

/** An action as a bar; shares of the whole line, 0-1. */
export interface TimelineBar {
  readonly id: string;
  readonly from: number;
  readonly share: number;
  /** Only one of the dates is known: the bar is a mark at that date. */
  readonly isPoint: boolean;
}

export interface PlanTimeline {
  readonly months: readonly TimelineMonth[];
  /** In the order of the plan. */
  readonly bars: readonly TimelineBar[];
  /** Ids of actions that have no date, or an end before their start. */
  readonly withoutDates: readonly string[];
  /** Where the day given as today lies; null outside the line. */
  readonly today: number | null;
}

const DAY_MS = 86_400_000;
/** A line of more months than this is drawn from the first one on, and the rest is cut. */
const MAXIMUM_MONTHS = 120;

const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  while (months.length < MAXIMUM_MONTHS) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > last) break;
    months.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

/** The plan on a line of whole months, from the first to the last date in it (ISO 8601). Null without any date. */
export function planTimeline(plan: readonly ReportAction[], today: string): PlanTimeline | null {
  const isDrawable = ({ start, end }: ReportAction) =>
    (start !== null || end !== null) && (start === null || end === null || start <= end);
  const drawn = plan.filter(isDrawable);
  const dates = drawn.flatMap(({ start, end }) => [start, end].filter((date) => date !== null)).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const names = monthsBetween(first.slice(0, 7), last.slice(0, 7));
  const begin = timeOf(`${names[0]}-01`);
  const following = names.map((name) => {
    const [year = 0, month = 1] = name.split('-').map(Number);
    return Date.UTC(year, month, 1);
  });
  const span = (following.at(-1) ?? begin + DAY_MS) - begin;
  const place = (time: number) => Math.min(1, Math.max(0, (time - begin) / span));
  const bars = drawn.map(({ id, start, end }): TimelineBar => {
    const from = place(timeOf(start ?? end ?? first));
    // The day of the end is part of the action.
    const to = place(timeOf(end ?? start ?? first) + DAY_MS);
    return { id, from, share: to - from, isPoint: start === null || end === null };
  });
  const now = timeOf(today);
  return {
    months: names.map((month, index) => {
      const from = place(timeOf(`${month}-01`));
      return { month, from, share: place(following[index] ?? begin) - from };
    }),
    bars,
    withoutDates: plan.filter((action) => !isDrawable(action)).map(({ id }) => id),
    today: now >= begin && now < begin + span ? place(now) : null,
  };
}
