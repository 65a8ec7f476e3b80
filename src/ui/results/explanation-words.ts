import type { ExplainedChild, Explanation } from '../../domain/scoring/explain.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { writtenApart } from '../../i18n/written-apart.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';
import { isOutsideRange } from '../pictures/position-words.ts';

export interface ExplanationLine {
  readonly key: 'rule' | 'rounding' | 'coverage' | 'range' | 'open';
  readonly text: string;
}

/** Enough decimals to recompute by hand; the number shown elsewhere has its own rule. */
const CALCULATION_DECIMALS = 4;

function leafRule({ points, leaf, unrounded, node }: Explanation, localiser: Localiser): string {
  const { t, number } = localiser;
  const parts = [t('results.rule.indicator')];
  if (leaf?.answer?.state === 'unknown') parts.push(t('results.leaf.unknown'));
  if (leaf?.answer?.state === 'not-applicable') {
    parts.push(t('results.leaf.not-applicable', { reason: writtenApart(localiser, leaf.answer.reason) }));
  }
  if (leaf?.answer === null) parts.push(t('results.leaf.unanswered'));
  if (leaf?.countedAs) parts.push(t(`results.leaf.countedAs.${leaf.countedAs}`));
  if (leaf && points !== null && node.score !== null && unrounded !== null) {
    parts.push(
      t('results.points', {
        points: number(points, CALCULATION_DECIMALS),
        greatest: number(leaf.greatestPoints, CALCULATION_DECIMALS),
        score: number(unrounded, CALCULATION_DECIMALS),
      }),
    );
  }
  return parts.join(' ');
}

function nodeRule({ method, points }: Explanation, { t, number }: Localiser): string {
  const rule = t(`results.rule.${method.aggregate}`, { cap: number(method.cap ?? 0, CALCULATION_DECIMALS) });
  const summed = points !== null && (method.aggregate === 'table' || method.aggregate === 'sum-capped');
  return summed ? `${rule} ${t('results.pointsSum', { points: number(points, CALCULATION_DECIMALS) })}` : rule;
}

function rounding({ node, unrounded, decimals }: Explanation, { t, number }: Localiser): string | null {
  if (node.score === null || node.shown === null || unrounded === null) return null;
  const exact = number(unrounded, CALCULATION_DECIMALS);
  const score = number(node.score, CALCULATION_DECIMALS);
  const byMethod = decimals === null ? null : t('results.rounding.method', { decimals, unrounded: exact, score });
  const shown = number(node.shown, node.kind === 'overall' ? 1 : 0);
  const byDisplay = score === shown ? null : t('results.rounding.shown', { unrounded: score, shown });
  return [byMethod, byDisplay].filter((part) => part !== null).join(' ') || null;
}

function coverage({ node, coverage: covered, outOfScope }: Explanation, { t, percent }: Localiser): string {
  const { answered, applicable } = node;
  const out = outOfScope.length === 0 ? [] : [t('results.coverage.outOfScope', { count: outOfScope.length })];
  if (covered.share === null) return [t('results.coverage.nothing'), ...out].join(' ');
  const parameters = { answered, applicable, share: percent(covered.share), minimum: percent(covered.minimum) };
  const key = covered.sufficient === false ? 'results.coverage.tooFew' : 'results.coverage.enough';
  return [t(key, parameters), ...out].join(' ');
}

function range({ node }: Explanation, { t, number }: Localiser): string | null {
  const { low, high, shownLow, shownHigh, kind } = node;
  if (low === null || high === null) return null;
  if (low === high && !isOutsideRange(node)) return t('results.range.point');
  const write = (score: number | null) => (score === null ? '' : number(score, kind === 'overall' ? 1 : 0));
  const open = t('results.range.open', { low: write(shownLow), high: write(shownHigh) });
  return isOutsideRange(node) ? `${open} ${t('results.range.outside')}` : open;
}

/** How a number came about, line by line, in the reader's words: rule, rounding, coverage, range, open answers. */
export function explanationLines(explanation: Explanation, localiser: Localiser): ExplanationLine[] {
  const { method, leaf } = explanation;
  const { t } = localiser;
  const lines: { key: ExplanationLine['key']; text: string | null }[] = [
    { key: 'rule', text: leaf === null ? nodeRule(explanation, localiser) : leafRule(explanation, localiser) },
    { key: 'rounding', text: rounding(explanation, localiser) },
    { key: 'coverage', text: leaf === null ? coverage(explanation, localiser) : null },
    { key: 'range', text: range(explanation, localiser) },
    {
      key: 'open',
      text: `${t(`results.missing.${method.missing}`)} ${t(`results.notApplicableRule.${method.notApplicable}`)}`,
    },
  ];
  return lines.flatMap(({ key, text }) => (text === null ? [] : [{ key, text }]));
}

/** The score column of a part: its number, or why it is left out; an open part that counts says so. */
export function childScoreWords(child: ExplainedChild, localiser: Localiser): string {
  const { t, number } = localiser;
  if (child.excluded !== null) return t(`results.excluded.${child.excluded}`);
  if (child.score === null) return t('results.noScore');
  const score = number(child.score, CALCULATION_DECIMALS);
  const open = child.status === 'unanswered' || child.status === 'unknown' || child.status === 'not-applicable';
  return open ? t('results.openCounted', { score }) : score;
}

/** Name of a part, or of the whole. */
export function nodeName(id: string, words: FrameworkWords, localiser: Localiser): string {
  return id === 'overall' ? localiser.t('results.overall') : words.node(id);
}
