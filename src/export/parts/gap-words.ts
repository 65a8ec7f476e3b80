import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import { JUDGED_DECIMALS } from '../../domain/gaps/quadrant.ts';
import { groupsOf } from '../../domain/groups-of.ts';
import { lastEnd } from '../../domain/measures/list-measures.ts';
import { codeList } from '../document/code-list.ts';
import type { Inline } from '../document/document.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { markedSign } from './level-marks.ts';

/** Indicators with something left to their target: priorities, then what else is ranked, then by wider gap. */
export function gapOrder({ report, indicatorById }: DocumentContext): ReportIndicator[] {
  const priorities = report.priorities.map(({ id }) => id);
  const open = report.indicators.filter(({ gap }) => gap !== null && gap > 0).map(({ id }) => id);
  const areas = report.developmentAreas.filter((id) => open.includes(id));
  return [...new Set([...priorities, ...report.ranking.ranked, ...areas, ...open])].flatMap(
    (id) => indicatorById.get(id) ?? [],
  );
}

/**
 * In what order the gaps of `gapOrder` stand: what is kept before the rest, what was put first at the head, what has no impact
 * last; or the priorities alone.
 */
export function orderWords({ report, t }: DocumentContext, of: 'gaps' | 'priorities'): string {
  const { priorities, ranking } = report;
  const kept = of === 'gaps' && priorities.length > 0 && priorities.length < ranking.ranked.length;
  const isPinned = priorities.some(({ pinReason }) => pinReason !== null);
  return [
    t('report.gaps.order', { rule: ruleOfVersion(report.engine) }),
    ...(kept ? [t('report.gaps.orderKept')] : []),
    ...(isPinned ? [t('report.gaps.orderPinned', { kept: kept ? 'yes' : 'no' })] : []),
    ...(of === 'gaps' && ranking.notRanked.length > 0 ? [t('report.gaps.orderUnweighed')] : []),
  ].join(' ');
}

/** Who leads: those of the plan's actions on the indicator, else those assigned; none where nobody is named. */
export function leadNames(context: DocumentContext, { id, leads }: Pick<ReportIndicator, 'id' | 'leads'>): string[] {
  const ofPlan = context.report.plan
    .filter(({ indicators }) => indicators.includes(id))
    .flatMap(({ lead }) => lead ?? []);
  // Where one institution answers for all, naming it in every row says nothing.
  const assigned = context.report.institutions.length > 1 ? leads : [];
  return [...new Set(ofPlan.length > 0 ? ofPlan : assigned)].map((one) => context.institutionName(one));
}

/** The same in one text, for what has no stretches; null where nobody is named. */
export function leadWords(context: DocumentContext, indicator: Pick<ReportIndicator, 'id' | 'leads'>): string | null {
  const names = leadNames(context, indicator);
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

/** `1° → 3`: the sign of a level with its marks, and that of its target. */
export function fromTo(context: DocumentContext, indicator: ReportIndicator): string {
  const { t } = context;
  const { scale, target } = indicator;
  if (indicator.level === null || target === null) return t('report.none');
  return t('report.gaps.fromTo', {
    from: markedSign(context, indicator),
    to: context.levelSign(scale, target).symbol,
  });
}

/** Levels that are never broken: where the page reads from the right, so do level, arrow and target. */
const unbroken = ({ localiser }: DocumentContext, text: string): Inline =>
  localiser.language.direction === 'rtl' ? { text: text.replaceAll(' ', '\u00a0') } : { text, code: true };

/** The same never broken. */
export const fromToInline = (context: DocumentContext, indicator: ReportIndicator): Inline =>
  unbroken(context, fromTo(context, indicator));

/**
 * Codes with the way of each, those alike together: `LM-05, LM-10: 1 → 3; LM-06: 2*≠ → 3`. A mark stands beside the level
 * that it is of; what has no open gap stands last, as a code alone.
 */
export function waysOf(context: DocumentContext, ids: readonly string[]): readonly Inline[] {
  const { t, indicatorById, localiser } = context;
  const open = ids.flatMap((id) => indicatorById.get(id) ?? []).filter(({ gap }) => gap !== null && gap > 0);
  const alike = groupsOf(open, (indicator) => fromTo(context, indicator));
  // A number after the letters of a code would go with them, and its arrow with it.
  const apart = localiser.language.direction === 'rtl' ? '\u200f' : '';
  const ways = [...alike].map(([words, own]) => [
    ...codeList(
      context,
      own.map(({ id }) => id),
    ),
    { text: `${t('report.colon')}${apart}` },
    unbroken(context, words),
  ]);
  const others = ids.filter((id) => !open.some((one) => one.id === id));
  const parts = [...ways, ...(others.length === 0 ? [] : [codeList(context, others)])];
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: t('report.separator') }, ...part]));
}

/** An impact, an ease or a need as a number, or that nobody gave one. */
export function givenWords({ t, localiser }: DocumentContext, value: number | null): string {
  return value === null ? t('report.gaps.notGiven') : localiser.number(value, JUDGED_DECIMALS);
}

/** In which quarter of the matrix it stands. */
export function quadrantWords({ t }: DocumentContext, { quadrant }: Pick<ReportIndicator, 'quadrant'>): string {
  return quadrant === null ? t('report.none') : t(`gaps.quadrant.${quadrant}`);
}
