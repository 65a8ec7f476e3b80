import { EASY_FROM, IMPACT_MAXIMUM } from '../../domain/gaps/quadrant.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportIndicator, ReportPriority } from '../../report/report.ts';

const DECIMALS = 2;

/**
 * How need, timing and gain of an indicator came about, in sentences; of a priority also what the other formulas make of it.
 * `levels` is the number of levels of its scale.
 */
export function needExplanation(
  { gap, impact, ease, need, quadrant, gain }: ReportIndicator,
  levels: number,
  localiser: Localiser,
  priority: ReportPriority | null = null,
): string[] {
  const { t } = localiser;
  const number = (value: number) => localiser.number(value, DECIMALS);
  const greatest = (levels - 1) * IMPACT_MAXIMUM;
  const lines: string[] = [];
  if (gap !== null && impact !== null && need !== null) {
    const factors = { gap: number(gap), impact: number(impact), need: number(need) };
    lines.push(t('gaps.explain.need', { ...factors, greatest, half: number(greatest / 2) }));
  }
  if (quadrant !== null && ease !== null) {
    const high = quadrant === 'act-first' || quadrant === 'major-reform' ? 'yes' : 'no';
    const easy = ease >= EASY_FROM ? 'yes' : 'no';
    lines.push(t('gaps.explain.quadrant', { high, easy, ease: number(ease), name: t(`gaps.quadrant.${quadrant}`) }));
  }
  if (priority !== null && priority.values.product !== null && priority.values.weightedSum !== null) {
    const { values, ranks } = priority;
    lines.push(
      t('gaps.explain.robust', {
        rankByNeed: ranks.need ?? 0,
        product: number(values.product ?? 0),
        rankByProduct: ranks.product ?? 0,
        sum: number(values.weightedSum ?? 0),
        rankBySum: ranks.weightedSum ?? 0,
        robust: priority.robust === true ? 'yes' : 'no',
      }),
    );
  }
  if (gain !== null) lines.push(t('gaps.explain.gain'));
  return lines;
}
