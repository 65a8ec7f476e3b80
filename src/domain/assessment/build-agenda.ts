import type { AssessmentState } from '../registers/assessment-state.ts';
import { opinionsOf } from './opinions.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import type { Agreement, AgreementClass } from '../consensus/measure-agreement.ts';
import { AGREEMENT_CLASSES, measureAgreement } from '../consensus/measure-agreement.ts';
import type { Opinion } from '../consensus/opinion.ts';
import { minutesOf } from '../consensus/minutes-of.ts';

/** Opinions counted without names. */
export interface OpinionCounts {
  /** Every level of the scale from the lowest. */
  readonly levels: readonly { readonly level: string; readonly count: number }[];
  readonly unknown: number;
  readonly notApplicable: number;
  /** Assigned, and no answer. */
  readonly missing: number;
}

export interface AgendaItem {
  readonly indicator: string;
  readonly domain: string;
  readonly agreement: Agreement;
  readonly counts: OpinionCounts;
  readonly minutes: number;
  /** Somebody put it first, whatever its class. */
  readonly placed: boolean;
  /** A level is agreed: nothing is left to do. */
  readonly settled: boolean;
}

export interface AgendaSection {
  readonly class: AgreementClass;
  /** What is left to settle, in the framework's order. */
  readonly items: readonly AgendaItem[];
  readonly minutes: number;
}

export interface Agenda {
  /** What somebody put first and is left to settle, in that order; it stands under its class too. */
  readonly placed: readonly AgendaItem[];
  /** Every class in the order of the meeting, empty ones too. */
  readonly sections: readonly AgendaSection[];
  readonly settled: readonly AgendaItem[];
  /** Nobody gave a level: nothing to agree on yet. */
  readonly unrated: readonly AgendaItem[];
}

/** How many opinions say what, without names. */
function countOpinions(framework: Framework, indicator: Indicator, opinions: readonly Opinion[]): OpinionCounts {
  const count = (test: (opinion: Opinion) => boolean) => opinions.filter(test).length;
  return {
    levels: scaleOf(framework, indicator).levels.map(({ id }) => ({
      level: id,
      count: count(({ answer }) => answer?.state === 'level' && answer.level === id),
    })),
    unknown: count(({ answer }) => answer?.state === 'unknown'),
    notApplicable: count(({ answer }) => answer?.state === 'not-applicable'),
    missing: count(({ answer }) => answer === null),
  };
}

/**
 * What the meeting has to do, by class in the order of `AGREEMENT_CLASSES` and by the framework's order in each: what
 * divides comes first, what is unanimous is read out (docs/methodology.md section 5). What somebody put first is named apart.
 */
export function buildAgenda(framework: Framework, state: AssessmentState, indicatorIds: readonly string[]): Agenda {
  const { programme } = state.round;
  const order = new Set(programme?.order);
  const items = indicatorIds.flatMap((id): AgendaItem[] => {
    const indicator = framework.indicatorById.get(id);
    if (indicator === undefined) return [];
    const opinions = opinionsOf(state, id);
    const agreement = measureAgreement(scaleOf(framework, indicator), opinions);
    return [
      {
        indicator: id,
        domain: indicator.domain,
        agreement,
        counts: countOpinions(framework, indicator, opinions),
        minutes: agreement.class === null && !order.has(id) ? 0 : minutesOf(programme, id, agreement.class),
        placed: order.has(id),
        settled: state.agreed.get(id)?.answer !== undefined,
      },
    ];
  });
  const open = items.filter(({ settled }) => !settled);
  return {
    placed: [...order].flatMap((id) => open.find(({ indicator }) => indicator === id) ?? []),
    sections: AGREEMENT_CLASSES.map((name) => {
      const own = open.filter(({ agreement }) => agreement.class === name);
      return { class: name, items: own, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) };
    }),
    settled: items.filter(({ settled }) => settled),
    unrated: open.filter(({ agreement }) => agreement.class === null),
  };
}
