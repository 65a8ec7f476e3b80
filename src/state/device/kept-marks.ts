import type { Preferences } from './preferences.svelte.ts';

type Kept = Pick<Preferences, 'stored' | 'choose'>;

/** The newest entry that was there when the plan of an assessment was last looked at here; null before that. */
export function planMarkOf({ stored }: Kept, assessmentId: string): string | null {
  return stored.planMarks?.[assessmentId] ?? null;
}

export function keepPlanMark(preferences: Kept, assessmentId: string, entryId: string): void {
  preferences.choose({ planMarks: { ...preferences.stored.planMarks, [assessmentId]: entryId } });
}

/** Whether somebody said on this day (ISO 8601) that they want no more reminders of this file. */
export function isQuiet({ stored }: Kept, assessmentId: string, day: string): boolean {
  return stored.quietDays?.[assessmentId] === day;
}

export function keepQuiet(preferences: Kept, assessmentId: string, day: string): void {
  preferences.choose({ quietDays: { ...preferences.stored.quietDays, [assessmentId]: day } });
}

/** The assessment that levels are proposed from in another one; null where none was chosen. */
export function startSourceOf({ stored }: Kept, assessmentId: string): string | null {
  const chosen = stored.startSources?.[assessmentId] ?? '';
  return chosen === '' ? null : chosen;
}

/** `source`: '' for none. */
export function keepStartSource(preferences: Kept, assessmentId: string, source: string): void {
  preferences.choose({ startSources: { ...preferences.stored.startSources, [assessmentId]: source } });
}

/** Indicators whose proposal was declined. */
export function declinedStarts({ stored }: Kept, assessmentId: string): ReadonlySet<string> {
  return new Set((stored.declinedStarts?.[assessmentId] ?? '').split(' ').filter((id) => id !== ''));
}

export function keepDeclinedStarts(preferences: Kept, assessmentId: string, indicators: ReadonlySet<string>): void {
  const declinedStarts = { ...preferences.stored.declinedStarts, [assessmentId]: [...indicators].join(' ') };
  preferences.choose({ declinedStarts });
}

/** Which column is which in tables with these titles; null where nobody said. */
export function columnMapOf({ stored }: Kept, titles: string): string | null {
  return stored.columnMaps?.[titles] ?? null;
}

export function keepColumnMap(preferences: Kept, titles: string, map: string): void {
  preferences.choose({ columnMaps: { ...preferences.stored.columnMaps, [titles]: map } });
}
