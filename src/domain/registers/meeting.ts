import * as z from 'zod/mini';
import { dateSchema, idSchema, textSchema } from './common-values.ts';
import type { Address, Sayings } from './define-register.ts';
import { defineParts, defineRegister, ruleOf } from './define-register.ts';
import { answerOfValue, answerValueSchema, checkLevel } from './rating.ts';

const forumSchema = z.object({ name: textSchema, date: z.optional(z.nullable(dateSchema)) });
const revealSchema = z.object({ vote: z.int().check(z.gte(1), z.lte(99)) });
/** Opinions in the room, counted without names: how many for each level, and how many don't know. */
const roomSchema = z.object({
  counts: z.record(idSchema, z.int().check(z.gte(0), z.lte(1000))),
  unknown: z.optional(z.int().check(z.gte(0), z.lte(1000))),
});
/** Dots that an indicator was given in one vote on priorities; it stood on the ballot where it was given none. */
const dotsSchema = z.object({ dots: z.int().check(z.gte(0), z.lte(10_000)) });
/** What one participant thought of the workshop: grades 1 to 4 by item; what was left open is absent. */
const evaluationSchema = z.object({
  grades: z.record(idSchema, z.int().check(z.gte(1), z.lte(4))),
  comment: z.optional(textSchema),
});

export type Forum = z.infer<typeof forumSchema>;
export type RoomOpinions = z.infer<typeof roomSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;

/** What the meeting came to. */
const DECIDED: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'always',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
};

/** Where the values of this family are put while an assessment is read. */
export interface MeetingDraft {
  agreedOf(indicator: string): object;
  reserve(place: { readonly indicator: string; readonly institution: string }, text: string): void;
  addRoomVote(indicator: string, vote: RoomOpinions & { readonly vote: number }): void;
  readonly reveals: Map<string, number>;
  dotsIn(vote: number): Map<string, number>;
  readonly evaluations: Map<string, Evaluation>;
}

type Place = Address<'agreed', 'agreed/{indicator}'>;
const agreedAt = (draft: MeetingDraft, { indicator }: Place) => draft.agreedOf(indicator);

export const agreedRegister = defineParts('agreed', 'agreed/{indicator}/{part}', {
  answer: ruleOf({
    ...DECIDED,
    value: answerValueSchema,
    check: checkLevel,
    put: (draft: MeetingDraft, place: Place, value, answeredAt) =>
      Object.assign(agreedAt(draft, place), { answer: answerOfValue(value), answeredAt }),
  }),
  rationale: ruleOf({
    ...DECIDED,
    value: textSchema,
    put: (draft: MeetingDraft, place: Place, rationale) => Object.assign(agreedAt(draft, place), { rationale }),
  }),
  forum: ruleOf({
    ...DECIDED,
    value: forumSchema,
    put: (draft: MeetingDraft, place: Place, forum) => Object.assign(agreedAt(draft, place), { forum }),
  }),
});

/** Of an institution, to what was agreed. */
export const reservationRegister = defineRegister('reservation', 'reservation/{institution}/{indicator}', {
  ...DECIDED,
  contributor: 'own',
  pack: 'own',
  value: textSchema,
  put: (draft: MeetingDraft, place, value) => draft.reserve(place, value),
});

/** Up to which vote it is shown whose opinion is whose. */
export const revealRegister = defineRegister('reveal', 'reveal/{indicator}', {
  ...DECIDED,
  value: revealSchema,
  put: (draft: MeetingDraft, { indicator }, { vote }) => draft.reveals.set(indicator, vote),
});

export const roomRegister = defineRegister('room', 'round/room-{vote}-{indicator}', {
  ...DECIDED,
  value: roomSchema,
  put: (draft: MeetingDraft, { indicator, vote }, value) => draft.addRoomVote(indicator, { ...value, vote }),
});

export const voteRegister = defineRegister('vote', 'vote/{vote}/{indicator}', {
  ...DECIDED,
  value: dotsSchema,
  put: (draft: MeetingDraft, { indicator, vote }, { dots }) => draft.dotsIn(vote).set(indicator, dots),
});

export const evaluationRegister = defineRegister('evaluation', 'round/evaluation-{evaluation}', {
  ...DECIDED,
  reviewCopy: 'never',
  aroundReport: 'always',
  value: evaluationSchema,
  put: (draft: MeetingDraft, { evaluation }, value) => draft.evaluations.set(evaluation, value),
});
