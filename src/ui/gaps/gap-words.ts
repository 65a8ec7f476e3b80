import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportIndicator } from '../../report/report.ts';

const GAIN_DECIMALS = 1;

/** The gap in words: where none can be said it says why, and never zero steps. */
export function gapWords({ gap, status, noTargetReason }: ReportIndicator, { t }: Localiser): string {
  if (gap !== null) return t('gaps.gap', { gap });
  if (status === 'unknown') return t('gaps.gapUnknown');
  if (status === 'unanswered') return t('gaps.gapUnanswered');
  return noTargetReason === null ? t('gaps.gapUnknown') : t('gaps.gapNoTarget');
}

/** What reaching the target would add to its domain, with its sign; null where that cannot be said. */
export function gainWords({ gain }: ReportIndicator, { number }: Localiser): string | null {
  if (gain === null) return null;
  const written = number(gain, GAIN_DECIMALS, true);
  return gain > 0 ? `+${written}` : written;
}
