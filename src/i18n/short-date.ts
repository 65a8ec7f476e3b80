import { writeFirstOfMonth } from './french-typography.ts';
import type { Language } from './languages.ts';

/** A day (ISO 8601) with its month cut: `15 Mar 2026`, for narrow columns; an unreadable one as it is. */
export function shortDate({ code, locale, dateLocale = locale }: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const written = new Intl.DateTimeFormat(dateLocale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
  // Never broken in the middle.
  return (code === 'fr' ? writeFirstOfMonth(written) : written).replaceAll(' ', '\u00a0');
}
