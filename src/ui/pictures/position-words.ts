import { SCORE_TOLERANCE } from '../../domain/round-half-up.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { DisplayedNode } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

/** Decimals of the one display rule: the overall score has one, all others none. */
function decimalsOf({ kind }: DisplayedNode): number {
  return kind === 'overall' ? 1 : 0;
}

/** Low and high as text, rounded as every score is; null where there is no range or it is a point. */
export function rangeWords(node: DisplayedNode, localiser: Localiser): { low: string; high: string } | null {
  const { shownLow, shownHigh, low, high } = node;
  if (shownLow === null || shownHigh === null || low === high) return null;
  const decimals = decimalsOf(node);
  return { low: localiser.number(shownLow, decimals), high: localiser.number(shownHigh, decimals) };
}

/** A part with too few answers is left out of a score and stays in its range: then the score may lie outside. */
export function isOutsideRange({ score, low, high }: Pick<DisplayedNode, 'score' | 'low' | 'high'>): boolean {
  if (score === null || low === null || high === null) return false;
  return score < low - SCORE_TOLERANCE || score > high + SCORE_TOLERANCE;
}

/** The score as text; null where there is none. */
export function scoreWords(node: DisplayedNode, localiser: Localiser): string | null {
  return node.shown === null ? null : localiser.number(node.shown, decimalsOf(node));
}

/** Where a node stands on the scale, in one phrase: never a number where the Report has none. */
export function positionWords(node: DisplayedNode, minimumCoverage: number, localiser: Localiser): string {
  const { t } = localiser;
  const range = rangeWords(node, localiser);
  const score = scoreWords(node, localiser);
  if (score !== null) {
    return range === null ? t('results.position', { score }) : t('results.positionRange', { score, ...range });
  }
  switch (node.status) {
    case 'not-applicable':
      return t('results.notApplicable');
    case 'unanswered':
      return t('results.unanswered');
    case 'insufficient-data': {
      const { answered, applicable } = node;
      return t('results.insufficient', { answered, applicable, minimum: localiser.percent(minimumCoverage) });
    }
    default:
      return t('results.undefined');
  }
}

/** What goes with a position: band, how open answers count, and when a category will be shown. */
export function positionRemarks(node: DisplayedNode, words: FrameworkWords, localiser: Localiser): string[] {
  const { t } = localiser;
  const { answered, applicable, between, complete, openCountedAs, shownBand } = node;
  const open = applicable - answered;
  const remarks: string[] = [];
  if (shownBand !== null) remarks.push(t('results.inBand', { band: words.band(shownBand) }));
  else if (openCountedAs !== 'zero' && between !== null && node.score !== null) {
    remarks.push(t('results.between', { lower: words.band(between[0]), upper: words.band(between[1]) }));
  }
  if (isOutsideRange(node)) remarks.push(t('results.outsideRange'));
  if (openCountedAs === 'zero') remarks.push(t('results.countedAsZero', { count: open }));
  if (openCountedAs === 'lowest') remarks.push(t('results.countedAsLowest', { count: open }));
  if (openCountedAs === 'zero' && !complete && node.band !== null) {
    remarks.push(t('results.categoryLater', { answered, applicable }));
  }
  return remarks;
}
