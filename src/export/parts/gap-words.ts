import type { LevelRange } from '../../domain/gaps/span-of-gaps.ts';
import { spansOfGaps } from '../../domain/gaps/span-of-gaps.ts';
import { lastEnd } from '../../domain/measures/list-measures.ts';
import { marksAmong } from '../../domain/profile/level-marks.ts';
import { markSigns } from '../../words/level-mark-words.ts';
import type { Inline } from '../document/document.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';

/** Indicators with something left to their target: priorities, then what else is ranked, then by wider gap. */
export function gapOrder({ report, indicatorById }: DocumentContext): ReportIndicator[] {
  const priorities = report.priorities.map(({ id }) => id);
  const open = report.indicators.filter(({ gap }) => gap !== null && gap > 0).map(({ id }) => id);
  const areas = report.developmentAreas.filter((id) => open.includes(id));
  return [...new Set([...priorities, ...report.ranking.ranked, ...areas, ...open])].flatMap(
    (id) => indicatorById.get(id) ?? [],
  );
}

/** Who leads: those assigned, else those of the plan's actions on the indicator; null where nobody is named. */
export function leadWords(
  context: DocumentContext,
  { id, leads }: Pick<ReportIndicator, 'id' | 'leads'>,
): string | null {
  const ofPlan = context.report.plan
    .filter(({ indicators }) => indicators.includes(id))
    .flatMap(({ lead }) => lead ?? []);
  // Where one institution answers for all, naming it in every row says nothing.
  const assigned = context.report.institutions.length > 1 ? leads : [];
  const names = [...new Set(ofPlan.length > 0 ? ofPlan : assigned)].map((one) => context.institutionName(one));
  return names.length === 0 ? null : context.localiser.list(names);
}

/** The last date by which an action on the indicator ends: the target needs all of them. Null where one has none. */
export function deadlineOf({ report }: DocumentContext, id: string): string | null {
  return lastEnd(report.plan.filter(({ indicators }) => indicators.includes(id)));
}

/** Why no gap is listed: nothing to start from, or nothing left to close. */
export function noGapWords({ report, t }: DocumentContext): string {
  return t(report.coverage.answered === 0 ? 'report.gaps.noLevel' : 'report.gaps.none');
}

/** `1` where all stand alike, else `1–2`. */
function rangeWords({ t, levelSign }: DocumentContext, scale: string, { lowest, highest }: LevelRange): string {
  const sign = (level: string) => levelSign(scale, level).symbol;
  return lowest === highest ? sign(lowest) : t('report.gaps.levels', { lowest: sign(lowest), highest: sign(highest) });
}

/** `1° → 3`, and `1–2° → 3` of several indicators, in the signs of the scale with the marks of any of them. */
export function fromTo(context: DocumentContext, ...indicators: readonly ReportIndicator[]): string {
  const spans = spansOfGaps(indicators).map(({ scale, from, to }) => {
    const found = marksAmong(indicators.filter((one) => one.scale === scale));
    const marks = markSigns(context.localiser.language, found);
    return context.t('report.gaps.fromTo', {
      from: `${rangeWords(context, scale, from)}${marks}`,
      to: rangeWords(context, scale, to),
    });
  });
  return spans.length === 0 ? context.t('report.none') : spans.join(context.t('report.separator'));
}

/** The same never broken: where the page reads from the right, so do level, arrow and target. */
export function fromToInline(context: DocumentContext, ...indicators: readonly ReportIndicator[]): Inline {
  const text = fromTo(context, ...indicators);
  return context.localiser.language.direction === 'rtl'
    ? { text: text.replaceAll(' ', '\u00a0') }
    : { text, code: true };
}

/** Decimals of an impact and an ease, which may lie between two steps, and of what follows from them: as on the screen. */
const DECIMALS = 2;

/** An impact, an ease or a need as a number, or that nobody gave one. */
export function givenWords({ t, localiser }: DocumentContext, value: number | null): string {
  return value === null ? t('report.gaps.notGiven') : localiser.number(value, DECIMALS);
}

/** In which quarter of the matrix it stands. */
export function quadrantWords({ t }: DocumentContext, { quadrant }: Pick<ReportIndicator, 'quadrant'>): string {
  return quadrant === null ? t('report.none') : t(`gaps.quadrant.${quadrant}`);
}
