import type { ReportIndicator, ReportRating } from '../../report/report.ts';
import type { Collected, ColumnOf } from './table.ts';
import { date, defineTable, idList, number, text, whole, yesNo } from './table.ts';

interface IndicatorRow {
  readonly collected: Collected;
  readonly indicator: ReportIndicator;
}

const rowsOf = (collected: Collected): IndicatorRow[] =>
  collected.report.indicators.map((indicator) => ({ collected, indicator }));

/** Whose row it is, and of which question: the same first columns in every table of indicators. */
const PLACE: Readonly<Record<string, ColumnOf<IndicatorRow>>> = {
  assessment: text(({ collected }) => collected.report.assessment?.id ?? null),
  framework: text(({ collected }) => collected.report.framework.id),
  framework_version: text(({ collected }) => collected.report.framework.version),
  indicator: text(({ indicator }) => indicator.id),
  domain: text(({ indicator }) => indicator.domain),
  subdomain: text(({ indicator }) => indicator.subdomain),
};

/** The number of an institution; null where it is not shown whose opinion it is. */
export const numberOf = ({ numbers }: Collected, institution: string | null) =>
  institution === null ? null : (numbers.get(institution) ?? null);

export const nameOf = ({ report }: Collected, institution: string | null) =>
  report.institutions.find(({ id }) => id === institution)?.name ?? institution;

const typeOf = ({ report }: Collected, institution: string | null) =>
  report.institutions.find(({ id }) => id === institution)?.type ?? null;

interface AnswerRow extends IndicatorRow {
  readonly rating: ReportRating;
}

export const ANSWERS = defineTable<AnswerRow>(
  'answers',
  (collected) => rowsOf(collected).flatMap((row) => row.indicator.ratings.map((rating) => ({ ...row, rating }))),
  {
    ...PLACE,
    institution: whole(({ collected, rating }) => numberOf(collected, rating.institution)),
    answer: text(({ rating }) => rating.answer.state),
    level: text(({ rating: { answer } }) => (answer.state === 'level' ? answer.level : null)),
    confidence: text(({ rating }) => rating.confidence),
    institution_name: text(({ collected, rating }) => nameOf(collected, rating.institution), 'names'),
    institution_type: text(({ collected, rating }) => typeOf(collected, rating.institution), 'names'),
    comment: text(({ rating }) => rating.comment, 'comments'),
    reason: text(({ rating: { answer } }) => (answer.state === 'not-applicable' ? answer.reason : null), 'comments'),
  },
);

export const AGREED = defineTable<IndicatorRow>('agreed', rowsOf, {
  ...PLACE,
  status: text(({ indicator }) => indicator.status),
  standing: text(({ indicator }) => indicator.standing),
  level: text(({ indicator }) => indicator.level),
  position: whole(({ indicator }) => indicator.position),
  score: number(({ indicator }) => indicator.score),
  documented: yesNo(({ indicator }) => indicator.documented),
  reservations: whole(({ indicator }) => indicator.reservations.length),
  agreed_on: date(({ indicator }) => indicator.forum?.date ?? null),
  forum: text(({ indicator }) => indicator.forum?.name ?? null, 'names'),
  rationale: text(({ indicator }) => indicator.rationale, 'comments'),
  reason: text(({ indicator: { answer } }) => (answer?.state === 'not-applicable' ? answer.reason : null), 'comments'),
});

export const GAPS = defineTable<IndicatorRow>(
  'gaps',
  (collected) => rowsOf(collected).filter(({ indicator: { gap } }) => gap !== null && gap > 0),
  {
    ...PLACE,
    level: text(({ indicator }) => indicator.level),
    target: text(({ indicator }) => indicator.target),
    target_is_default: yesNo(({ indicator }) => indicator.targetIsDefault),
    gap: whole(({ indicator }) => indicator.gap),
    missing_requirements: text(({ indicator }) => idList(indicator.missingRequirements)),
    impact: number(({ indicator }) => indicator.impact),
    ease: number(({ indicator }) => indicator.ease),
    need: number(({ indicator }) => indicator.need),
    quadrant: text(({ indicator }) => indicator.quadrant),
    kept: yesNo(({ indicator }) => indicator.kept),
    rank: whole(({ collected, indicator }) => priorityOf(collected, indicator)?.rank ?? null),
    gain: number(({ indicator }) => indicator.gain),
    pin_reason: text(({ collected, indicator }) => priorityOf(collected, indicator)?.pinReason ?? null, 'comments'),
  },
);

function priorityOf({ report }: Collected, { id }: ReportIndicator) {
  return report.priorities.find((one) => one.id === id);
}

export const AGREEMENT = defineTable<IndicatorRow>(
  'agreement',
  (collected) => rowsOf(collected).filter(({ indicator }) => indicator.agreement.n > 0),
  {
    ...PLACE,
    opinions: whole(({ indicator }) => indicator.agreement.n),
    median: text(({ indicator }) => indicator.agreement.median),
    steps_apart: whole(({ indicator }) => indicator.agreement.range),
    a: number(({ indicator }) => indicator.agreement.a),
    class: text(({ indicator }) => indicator.agreement.class),
    provisional: text(({ indicator }) => indicator.agreement.provisional),
  },
);
