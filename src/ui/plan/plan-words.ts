import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportAction } from '../../report/report.ts';

/** First line of an activity, for places where a row is only named. */
export function shortActivity({ activity }: Pick<ReportAction, 'activity'>, { t, text }: Localiser): string {
  const first = (activity ?? '').trim().split('\n')[0] ?? '';
  return first === '' ? t('plan.noActivity') : text(first);
}

/** `from 1 January 2027 until 30 June 2027`; null without any date. */
export function periodWords({ start, end }: Pick<ReportAction, 'start' | 'end'>, { t, date }: Localiser) {
  const parts = [
    ...(start === null ? [] : [t('plan.from', { date: date(start) })]),
    ...(end === null ? [] : [t('plan.until', { date: date(end) })]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
