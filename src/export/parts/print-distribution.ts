import type { BarSegment } from '../../charts/distribution-bar.ts';
import { distributionBars } from '../../charts/distribution-bar.ts';
import { fitSegments, middleOf, placeOnFitted } from '../../charts/print-bar.ts';
import type { Distribution } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import type { PrintedBar, PrintedSegment, Text } from '../document/document.ts';

/** mm: room for a figure of two digits. */
const NARROWEST_SEGMENT = 6;
/** Figures in a bar are set in 8 pt; mm left and right of them together. */
const FIGURE = { mmPerEm: (8 * 25.4) / 72, beside: 1.5 } as const;

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
      label: context.number(segment.count),
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

/** Whether any domain has a level of the scale. */
const isRated = ({ report }: DocumentContext, scale: string) =>
  report.domains.some(({ distributions }) => distributions.some((one) => one.scale === scale && one.median !== null));

/** Kinds of open indicators that any bar shows. */
function shownOpen({ report: { coverage } }: DocumentContext): ('unknown' | 'unanswered')[] {
  return (['unknown', 'unanswered'] as const).filter((kind) => coverage[kind] > 0);
}

/**
 * How the bars are read, as a bar above them, one for each scale: every level in its look with its sign and name, then the signs
 * of what is open; beside it the levels that the figures behind the bars count. Where the names are too long the signs stand
 * alone, and the names are for the legend (`unnamed`). Widths in mm.
 */
export function keyBars(context: DocumentContext, width: number): { bars: PrintedBar[]; unnamed: string[] } {
  const { report, face, t, number } = context;
  const unnamed: string[] = [];
  const drawn = report.coverage.applicable === 0 ? [] : report.distributions;
  const bars = drawn.map(({ scale, counts, atOrAbove }): PrintedBar => {
    const signs = counts.map(({ level }) => context.levelSign(scale, level));
    const named = counts.map(({ level }) => context.levelWords(scale, level));
    const open = shownOpen(context);
    const room = width - open.length * NARROWEST_SEGMENT;
    const sum = (parts: readonly number[]) => parts.reduce((all, one) => all + one, 0);
    const wanted = named.map((words) => face.width(words, true) * FIGURE.mmPerEm + FIGURE.beside);
    const isNamed = sum(wanted) <= room;
    const parts = isNamed ? wanted : named.map(() => 1);
    const widths = [...parts.map((part) => (part * room) / sum(parts)), ...open.map(() => NARROWEST_SEGMENT)];
    const labels = [
      ...signs.map(({ symbol }, index) => (isNamed ? (named[index] ?? symbol) : symbol)),
      ...open.map((kind) => t(`report.sign.${kind}`)),
    ];
    const tones = [...signs.map(({ tone }) => tone), ...open];
    const first = signs[atOrAbove.position - 1]?.symbol ?? '';
    if (!isNamed) unnamed.push(named.join(' · '));
    return {
      label: '',
      width,
      segments: widths.map((own, index) => ({
        tone: tones[index] ?? 'unanswered',
        label: labels[index] ?? '',
        start: sum(widths.slice(0, index)),
        width: own,
      })),
      median: null,
      target: null,
      alternative: named.join(t('report.separator')),
      note: isRated(context, scale)
        ? t('report.bar.levels', {
            count: counts.length - atOrAbove.position + 1,
            from: first,
            to: signs.at(-1)?.symbol ?? number(counts.length),
          })
        : '',
    };
  });
  return { bars, unnamed: [...new Set(unnamed)] };
}

/** The words of the signs of what is open. */
export const openLegend = (context: DocumentContext): string[] =>
  shownOpen(context).map((kind) => `${context.t(`report.sign.${kind}`)} ${context.t(`report.open.${kind}`)}`);

/** "1 nascent · 2 emerging ..." of every scale that is used, then the signs of what is open, where anything is. */
export function signLegend(context: DocumentContext): string {
  const scales = context.report.distributions.map(({ scale, counts }) =>
    counts.map(({ level }) => context.levelWords(scale, level)).join(' · '),
  );
  const open = openLegend(context);
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
