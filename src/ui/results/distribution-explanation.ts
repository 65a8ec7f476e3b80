import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportNode } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

export interface DistributionLine {
  readonly key: 'count' | 'median' | 'target';
  readonly text: string;
}

/** How "n of N", the median and the median target of a node came about: from the levels, without points or weights. */
export function distributionLines(
  { distributions }: Pick<ReportNode, 'distributions'>,
  words: FrameworkWords,
  localiser: Localiser,
): DistributionLine[] {
  const { t } = localiser;
  return distributions.flatMap(({ scale, counts, unknown, unanswered, median, medianTarget, atOrAbove }) => {
    if (median === null) return [];
    const levels = counts.map(({ level, count }) => t('results.barLevel', { count, level: words.level(scale, level) }));
    const open = [
      ...(unknown === 0 ? [] : [t('results.barUnknown', { count: unknown })]),
      ...(unanswered === 0 ? [] : [t('results.barUnanswered', { count: unanswered })]),
    ];
    const counted = t('results.explanation.counted', {
      count: atOrAbove.count,
      of: atOrAbove.of,
      at: words.atLevel(scale, atOrAbove.level),
      parts: localiser.list([...levels, ...open]),
    });
    const rated = counts.reduce((sum, { count }) => sum + count, 0);
    return [
      { key: 'count' as const, text: counted },
      {
        key: 'median' as const,
        text: t('results.explanation.medianOf', { rated, level: words.level(scale, median) }),
      },
      ...(medianTarget === null
        ? []
        : [
            {
              key: 'target' as const,
              text: t('results.explanation.targetOf', { level: words.level(scale, medianTarget) }),
            },
          ]),
    ];
  });
}
