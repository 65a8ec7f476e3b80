import * as z from 'zod/mini';
import { textSchema } from './common-values.ts';
import type { Sayings } from './define-register.ts';
import { defineRegister } from './define-register.ts';

const assignmentSchema = z.enum(['lead', 'contributor']);
/** Not ours; `suggests` names who it is, as an institution id or in words, '' when nobody comes to mind. */
const mandateSchema = z.object({ suggests: textSchema });

export type Assignment = z.infer<typeof assignmentSchema>;
export type Mandate = z.infer<typeof mandateSchema>;

/** What an institution says of what it was asked. */
const OWN_WORD: Sayings = {
  speaker: 'institution',
  contributor: 'own',
  pack: 'own',
  reviewCopy: 'always',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
};

/** Where the values of this family are put while an assessment is read. */
export interface AssignmentDraft {
  assign(place: { readonly indicator: string; readonly institution: string }, assignment: Assignment): void;
  setMandate(place: { readonly indicator: string; readonly institution: string }, mandate: Mandate): void;
  addNoView(indicator: string, institution: string): void;
}

export const assignmentRegister = defineRegister('assignment', 'assignment/{indicator}/{institution}', {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'own-or-draft',
  reviewCopy: 'always',
  nextRound: 'carried',
  holdsIndicators: false,
  aroundReport: 'never',
  value: assignmentSchema,
  put: (draft: AssignmentDraft, place, value) => draft.assign(place, value),
});

export const mandateRegister = defineRegister('mandate', 'mandate/{institution}/{indicator}', {
  ...OWN_WORD,
  value: mandateSchema,
  put: (draft: AssignmentDraft, place, value) => draft.setMandate(place, value),
});

/** Asked, and no view. */
export const noViewRegister = defineRegister('no-view', 'institution/{institution}/no-view-{indicator}', {
  ...OWN_WORD,
  value: z.literal(true),
  put: (draft: AssignmentDraft, { indicator, institution }) => draft.addNoView(indicator, institution),
});
