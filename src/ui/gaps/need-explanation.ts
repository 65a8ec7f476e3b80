import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import { IMPACT_MAXIMUM, JUDGED_DECIMALS, QUADRANT_PLACES } from '../../domain/gaps/quadrant.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report, ReportIndicator, ReportPriority } from '../../report/report.ts';

/**
 * How need, timing and gain of an indicator came about, in sentences; of a priority also what the other formulas make of it.
 * `levels` is the number of levels of its scale; the rule is that of the report's engine.
 */
export function needExplanation(
  { gap, impact, ease, need, quadrant, gain }: ReportIndicator,
  levels: number,
  localiser: Localiser,
  { engine }: Pick<Report, 'engine'>,
  priority: ReportPriority | null = null,
): string[] {
  const { t } = localiser;
  const number = (value: number) => localiser.number(value, JUDGED_DECIMALS);
  const greatest = (levels - 1) * IMPACT_MAXIMUM;
  const rule = ruleOfVersion(engine);
  const lines: string[] = [];
  if (gap !== null && impact !== null && need !== null) {
    const factors = { gap: number(gap), impact: number(impact), need: number(need) };
    lines.push(t('gaps.explain.need', { rule, ...factors, greatest, half: number(greatest / 2) }));
  }
  if (quadrant !== null && impact !== null && ease !== null) {
    const { isHigh, isEasy } = QUADRANT_PLACES[quadrant];
    const [high, easy] = [isHigh ? 'yes' : 'no', isEasy ? 'yes' : 'no'];
    const judged = { rule, high, easy, impact: number(impact), ease: number(ease) };
    lines.push(t('gaps.explain.quadrant', { ...judged, name: t(`gaps.quadrant.${quadrant}`) }));
  }
  if (priority !== null && priority.values.product !== null && priority.values.weightedSum !== null) {
    const { values, ranks } = priority;
    lines.push(
      t('gaps.explain.robust', {
        rule,
        rankByRule: ranks[rule] ?? 0,
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
