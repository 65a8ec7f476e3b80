/** Days that may be written somewhere, from first to last, ISO 8601. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** What a round says of itself: its dates, its meetings, its plan. */
export const ROUND_DAYS: DaySpan = { first: '1990-01-01', last: '2100-12-31' };
/** Laws, decrees and treaties may be older than anybody in the room. */
export const DOCUMENT_DAYS: DaySpan = { first: '1800-01-01', last: '2100-12-31' };

export const isWithin = ({ first, last }: DaySpan, day: string): boolean => day >= first && day <= last;

/** The day that somebody may have meant who wrote a year of two digits (0026 for 2026); asked about, never taken. */
export function dayMeant(span: DaySpan, day: string): string | null {
  if (!/^00\d\d-/.test(day)) return null;
  const meant = `20${day.slice(2)}`;
  return isWithin(span, meant) ? meant : null;
}
