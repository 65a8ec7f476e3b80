/**
 * Hybrid logical clock of entry ids (docs/file-formats.md section 3). Wall clock and counter after S. Kulkarni and
 * others, "Logical Physical Clocks", OPODIS 2014; the random part makes ids of two tabs in one millisecond differ.
 */

export const MAXIMUM_CLOCK_LEAD_MS = 24 * 60 * 60 * 1000;
const MAXIMUM_COUNTER = 9999;
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const INSTANT_LENGTH = 24;
const COUNTER_LENGTH = 4;

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
 * A full counter moves the millisecond. Throws RangeError outside the years 2000 to 9999 or for another random part.
 */
export function nextEntryId(previousHighestId: string | null, nowMs: number, randomHex16: string): string {
  if (!/^[0-9a-f]{16}$/.test(randomHex16)) throw new RangeError('the random part has 16 hexadecimal digits');
  const previousMs = previousHighestId === null ? -Infinity : millisecondsOfEntryId(previousHighestId);
  let milliseconds = Math.floor(nowMs);
  let counter = 0;
  if (previousHighestId !== null && previousMs >= milliseconds) {
    milliseconds = previousMs;
    counter = counterOf(previousHighestId) + 1;
    if (counter > MAXIMUM_COUNTER) {
      milliseconds += 1;
      counter = 0;
    }
  }
  if (!(milliseconds >= Date.UTC(2000, 0, 1) && milliseconds <= LAST_MS)) throw new RangeError('clock out of range');
  const instant = new Date(milliseconds).toISOString();
  return `${instant}-${String(counter).padStart(COUNTER_LENGTH, '0')}-${randomHex16}`;
}

/** Whether an id was made by a clock more than a day ahead of ours: named in the merge preview, never followed. */
export function isTooFarAhead(id: string, nowMs: number): boolean {
  return millisecondsOfEntryId(id) - nowMs > MAXIMUM_CLOCK_LEAD_MS;
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
