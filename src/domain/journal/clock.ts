/**
 * Hybrid logical clock of entry ids (docs/file-formats.md section 3). Wall clock and counter after S. Kulkarni and
 * others, "Logical Physical Clocks", OPODIS 2014; the random part makes ids of two tabs in one millisecond differ.
 */

export const MAXIMUM_CLOCK_LEAD_MS = 24 * 60 * 60 * 1000;
const MAXIMUM_COUNTER = 9999;
/** The years that the format can write; a year is left above for ids that count on. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
const LATEST_MS = Date.UTC(9999, 0, 1);
/** From here on a clock is taken for wrong: more than ten years after this version was made (docs/releasing.md). */
const IMPLAUSIBLE_MS = Date.UTC(2040, 0, 1);
/** Letters at the head of an entry id that say when it was made. */
export const INSTANT_LENGTH = 24;
const COUNTER_LENGTH = 4;

/**
 * A wall clock within what the format can write: one that shows less, or nothing, counts as the first of January 2000.
 */
export function writableMilliseconds(nowMs: number): number {
  return nowMs >= EARLIEST_MS ? Math.min(Math.floor(nowMs), LATEST_MS) : EARLIEST_MS;
}

/** The clock part of an entry id, in milliseconds since 1970; NaN when the date in it is none. */
export function millisecondsOfEntryId(id: string): number {
  return Date.parse(id.slice(0, INSTANT_LENGTH));
}

function counterOf(id: string): number {
  return Number(id.slice(INSTANT_LENGTH + 1, INSTANT_LENGTH + 1 + COUNTER_LENGTH));
}

/**
 * The next entry id after `previousHighestId` (null before the first): later in text order than that id, even when
 * the clock was set back. `nowMs` is UTC milliseconds since 1970, `randomHex16` 16 lower-case hexadecimal digits.
 * A full counter moves the millisecond. A clock outside the years 2000 to 9999 is taken to the nearest of them. Throws
 * RangeError for another random part.
 */
export function nextEntryId(previousHighestId: string | null, nowMs: number, randomHex16: string): string {
  if (!/^[0-9a-f]{16}$/.test(randomHex16)) throw new RangeError('the random part has 16 hexadecimal digits');
  const previousMs = previousHighestId === null ? -Infinity : millisecondsOfEntryId(previousHighestId);
  let milliseconds = writableMilliseconds(nowMs);
  let counter = 0;
  if (previousHighestId !== null && previousMs >= milliseconds) {
    milliseconds = previousMs;
    counter = counterOf(previousHighestId) + 1;
    if (counter > MAXIMUM_COUNTER) {
      milliseconds += 1;
      counter = 0;
    }
  }
  const instant = new Date(milliseconds).toISOString();
  return `${instant}-${String(counter).padStart(COUNTER_LENGTH, '0')}-${randomHex16}`;
}

/**
 * Whether an id was made by a clock more than a day ahead of ours: named in the merge preview, never followed. A clock
 * before the year 2000 is certainly wrong itself, and says nothing of others.
 */
export function isTooFarAhead(id: string, nowMs: number): boolean {
  return nowMs >= EARLIEST_MS && millisecondsOfEntryId(id) - nowMs > MAXIMUM_CLOCK_LEAD_MS;
}

/**
 * Whether the clock of this device is wrong, or that of whoever made the newest entry (its id, null without one):
 * before 2000, from 2040 on, or more than a day behind that entry.
 */
export function isClockInDoubt(nowMs: number, newestId: string | null): boolean {
  return isCertainlyWrong(nowMs) || (newestId !== null && isTooFarAhead(newestId, nowMs));
}

/** Whether a clock (UTC milliseconds) shows a time before 2000 or from 2040 on. */
export function isCertainlyWrong(nowMs: number): boolean {
  return !(nowMs >= EARLIEST_MS && nowMs < IMPLAUSIBLE_MS);
}

/**
 * The highest id to continue from after seeing ids of other devices: text order, leaving out those of clocks more than
 * a day ahead, which would drag ours along. Null when there is none.
 */
export function highestEntryId(seen: Iterable<string>, nowMs: number, own: string | null = null): string | null {
  let highest = own;
  for (const id of seen) {
    if ((highest === null || id > highest) && !isTooFarAhead(id, nowMs)) highest = id;
  }
  return highest;
}

/** New ids, each after the one before and after all `seen`; `random` gives 16 hexadecimal digits for each. */
export function nextEntryIds(seen: Iterable<string>, nowMs: number, random: () => string): () => string {
  let highest = highestEntryId(seen, nowMs);
  return () => (highest = nextEntryId(highest, nowMs, random()));
}
