import type { BarSegment } from '../../charts/distribution-bar.ts';
import { distributionBars } from '../../charts/distribution-bar.ts';
import { fitSegments, middleOf, placeOnFitted } from '../../charts/print-bar.ts';
import type { Distribution } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import type { PrintedBar, PrintedSegment, Text } from '../document/document.ts';

/** mm: room for two signs of two digits each at the size of the figures in a bar. */
const NARROWEST_SEGMENT = 8;

export interface BarLook {
  /** mm */
  readonly width: number;
  readonly label: Text;
}

/** `3 Developed: 10`; of what is open, the words for that. */
export function segmentWords(context: DocumentContext, scale: string, segment: BarSegment): string {
  const count = context.number(segment.count);
  const name =
    segment.level === null
      ? context.t(`report.open.${segment.kind as 'unknown'}`)
      : context.levelWords(scale, segment.level);
  return context.t('report.bar.part', { name, count });
}

/** What stands in a segment: the sign of the level and the count; of what is open the sign of that. */
function segmentLabel(context: DocumentContext, scale: string, segment: BarSegment): string {
  const count = context.number(segment.count);
  if (segment.kind === 'unknown')
    return context.t('report.bar.label', { sign: context.t('report.sign.unknown'), count });
  if (segment.kind === 'unanswered')
    return context.t('report.bar.label', { sign: context.t('report.sign.unanswered'), count });
  return context.t('report.bar.label', { sign: context.levelSign(scale, segment.level ?? '').symbol, count });
}

/** "12 of 20" at the threshold level or above; words where nothing is applicable or rated: what was asked and not known was answered. */
export function atOrAboveWords(context: DocumentContext, { atOrAbove, median, ...open }: Distribution): string {
  const { count, of } = atOrAbove;
  if (of === 0) return context.t('report.notApplicableAll');
  if (median === null && open.unknown === 0) return context.t('report.node.unanswered');
  if (median === null) return context.t(open.unanswered === 0 ? 'report.open.unknown' : 'report.node.noLevel');
  return context.t('report.nOfN', { count, of: context.number(of) });
}

/** Printed bars of a node, one for each scale its indicators are on. Widths in mm. */
export function printDistributions(
  context: DocumentContext,
  distributions: readonly Distribution[],
  look: BarLook,
  noteOf: (distribution: Distribution) => Text,
): PrintedBar[] {
  const bars = distributionBars(distributions, context.framework.structure.scales);
  return bars.flatMap((bar) => {
    const distribution = distributions.find(({ scale }) => scale === bar.scale);
    if (distribution === undefined) return [];
    const fitted = fitSegments(bar, look.width, NARROWEST_SEGMENT);
    const segments = fitted.map(({ segment, start, width }): PrintedSegment => ({
      tone: segment.tone ?? (segment.kind as 'unknown' | 'unanswered'),
      label: segmentLabel(context, bar.scale, segment),
      start,
      width,
    }));
    const parts = fitted.map(({ segment }) => segmentWords(context, bar.scale, segment));
    return [
      {
        label: look.label,
        width: look.width,
        segments,
        median: bar.median === null ? null : middleOf(fitted, bar.median.level),
        target: bar.target === null ? null : placeOnFitted(fitted, bar.target.at),
        alternative:
          parts.length === 0 ? context.t('report.notApplicableAll') : parts.join(context.t('report.separator')),
        note: noteOf(distribution),
      },
    ];
  });
}

/** "1 nascent · 2 emerging ..." of every scale that is used, then the signs of what is open. */
export function signLegend(context: DocumentContext, shown = { unknown: true, unanswered: true }): string {
  const scales = context.report.distributions.map(({ scale, counts }) =>
    counts.map(({ level }) => context.levelWords(scale, level)).join(' · '),
  );
  const open = (['unknown', 'unanswered'] as const)
    .filter((kind) => shown[kind])
    .map((kind) => `${context.t(`report.sign.${kind}`)} ${context.t(`report.open.${kind}`)}`);
  return [...new Set(scales), ...(open.length === 0 ? [] : [open.join(' · ')])].join(' | ');
}

/** What "n of N" counts, in the figures of the first domain that has any, once for each scale that is used. */
export function thresholdWords(context: DocumentContext): string {
  const { report, t } = context;
  const ofDomains = report.domains.flatMap(({ distributions }) => distributions);
  const words = report.distributions.flatMap(({ scale, atOrAbove: { level } }) => {
    const shown = ofDomains.find((one) => one.scale === scale && one.median !== null);
    if (shown === undefined) return [];
    const at = context.isHighest(scale, level) ? 'results.at' : 'results.atOrAbove';
    const atLevel = t(at, { level: context.levelInSentence(scale, level) });
    return [t('report.atOrAbove', { example: atOrAboveWords(context, shown), atLevel })];
  });
  return [...new Set(words)].join(' ');
}

/** The signs without those that no bar shows. */
function shownSigns(context: DocumentContext): string {
  const { unknown, unanswered } = context.report.coverage;
  return signLegend(context, { unknown: unknown > 0, unanswered: unanswered > 0 });
}

/** How the bars are read: an example from them, and their signs, without those that no bar shows. */
export function barsLegend(context: DocumentContext): string {
  const shown = context.report.domains.flatMap(({ distributions }) => distributions);
  const distribution = shown.find(({ median }) => median !== null);
  const [most] = [...(distribution?.counts ?? [])].sort((a, b) => b.count - a.count);
  const signs = shownSigns(context);
  if (distribution === undefined || most === undefined) return signs === '' ? '' : `${signs}.`;
  const { level, count } = most;
  const sign = context.levelSign(distribution.scale, level).symbol;
  const example = context.t('report.bar.label', { sign, count: context.number(count) });
  return context.t('report.summary.legend', { example, count, sign, signs });
}
