import * as z from 'zod/mini';
import type { Answer } from './answer.ts';
import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { REQUIREMENT_ADDRESS } from '../framework/requirement-address.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { idSchema, textSchema } from './common-values.ts';
import type { Address, Sayings } from './define-register.ts';
import { defineParts, ruleOf } from './define-register.ts';

/** The vote that everybody gives before the discussion; the next ones follow it. */
export const FIRST_VOTE = 1;

export const answerValueSchema = z.union([
  z.object({ level: idSchema }),
  z.object({ notApplicable: textSchema }),
  z.object({ unknown: z.literal(true) }),
]);
const requirementsSchema = z.array(z.string().check(z.regex(REQUIREMENT_ADDRESS)));
export const confidenceSchema = z.enum(['high', 'medium', 'low']);

export type Confidence = z.infer<typeof confidenceSchema>;

/** The answer that a value of a register stands for. */
export function answerOfValue(value: z.infer<typeof answerValueSchema>): Answer {
  if ('level' in value) return { state: 'level', level: value.level };
  if ('notApplicable' in value) return { state: 'not-applicable', reason: value.notApplicable };
  return { state: 'unknown' };
}

/** The value to write for an answer; null takes the answer back. */
export function valueOfAnswer(answer: Answer | null): JsonValue {
  switch (answer?.state) {
    case 'level':
      return { level: answer.level };
    case 'not-applicable':
      return { notApplicable: answer.reason };
    case 'unknown':
      return { unknown: true };
    case undefined:
      return null;
  }
}

/** A level must be one of the indicator's scale (code `assessment.unknownLevel`). */
export function checkLevel(framework: Framework, { indicator: id }: { indicator: string }, value: object): Problem[] {
  const indicator = framework.indicatorById.get(id);
  if (indicator === undefined || !('level' in value)) return [];
  const scale = scaleOf(framework, indicator);
  const level = String(value.level);
  if (levelPosition(scale, level) !== null) return [];
  const allowed = scale.levels.map((one) => one.id).join(', ');
  return [problem('assessment.unknownLevel', '', ['level'], { indicator: id, level, allowed })];
}

/** What an institution says of an indicator in one vote. */
const OPINION: Sayings = {
  speaker: 'institution',
  contributor: 'own',
  pack: 'own-or-draft',
  reviewCopy: 'always',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
};

/** Where the values of this family are put while an assessment is read. */
export interface RatingDraft {
  rating(institution: string, indicator: string, vote: number): object;
}

type Place = Address<'rating', 'rating/{institution}/{indicator}/{vote}'>;
const ratingAt = (draft: RatingDraft, { institution, indicator, vote }: Place) =>
  draft.rating(institution, indicator, vote);

/** What an institution says of an indicator in one vote, part by part. */
export const ratingRegister = defineParts('rating', 'rating/{institution}/{indicator}/{vote}/{part}', {
  answer: ruleOf({
    ...OPINION,
    value: answerValueSchema,
    check: checkLevel,
    put: (draft: RatingDraft, place: Place, value, answeredAt) =>
      Object.assign(ratingAt(draft, place), { answer: answerOfValue(value), answeredAt }),
  }),
  requirements: ruleOf({
    ...OPINION,
    value: requirementsSchema,
    put: (draft: RatingDraft, place: Place, requirements) => Object.assign(ratingAt(draft, place), { requirements }),
  }),
  'under-way': ruleOf({
    ...OPINION,
    value: requirementsSchema,
    put: (draft: RatingDraft, place: Place, underWay) => Object.assign(ratingAt(draft, place), { underWay }),
  }),
  confidence: ruleOf({
    ...OPINION,
    value: confidenceSchema,
    put: (draft: RatingDraft, place: Place, confidence) => Object.assign(ratingAt(draft, place), { confidence }),
  }),
  comment: ruleOf({
    ...OPINION,
    value: textSchema,
    put: (draft: RatingDraft, place: Place, comment) => Object.assign(ratingAt(draft, place), { comment }),
  }),
});
