import * as z from 'zod/mini';
import { dateSchema, idSchema, textSchema } from './common-values.ts';
import type { FieldValues, Sayings } from './define-register.ts';
import { defineFields, defineRegister } from './define-register.ts';

/** What a pack asks of its institution; `draft`: the answers of the leads came along, to react to. */
const packSchema = z.object({ mode: z.enum(['answer', 'comment', 'review']), draft: z.optional(z.boolean()) });
const signedSchema = z.object({ function: textSchema, date: dateSchema, name: z.optional(textSchema) });
/** `prepared`, of endorsed answers: who had prepared them. */
export const endorsementSchema = z.object({
  state: z.enum(['prepared', 'endorsed']),
  function: textSchema,
  date: dateSchema,
  name: z.optional(textSchema),
  prepared: z.optional(signedSchema),
});

/** What others need to know to say "not ours, but theirs". */
const KNOWN_TO_ALL: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'always',
  reviewCopy: 'always',
  nextRound: 'carried',
  holdsIndicators: false,
  aroundReport: 'never',
};
const OF_ITS_OWN: Sayings = { ...KNOWN_TO_ALL, pack: 'own', reviewCopy: 'own' };

export const institutionFields = {
  name: { ...KNOWN_TO_ALL, value: textSchema },
  type: { ...KNOWN_TO_ALL, value: idSchema },
  role: { ...KNOWN_TO_ALL, value: z.enum(['institution', 'observer']) },
  contact: { ...OF_ITS_OWN, value: textSchema },
  removed: { ...KNOWN_TO_ALL, nextRound: 'left', value: z.boolean() },
  /** With which institution it was joined: what either says is said by that one (`src/domain/registers/joins.ts`). */
  joinedInto: { ...KNOWN_TO_ALL, value: idSchema },
  /** Makes a copy that of its institution: the next round is nobody's but the facilitator's. */
  pack: { ...OF_ITS_OWN, nextRound: 'left', value: packSchema },
} as const;

export type InstitutionFields = FieldValues<typeof institutionFields>;
export type Pack = z.infer<typeof packSchema>;
export type Endorsement = z.infer<typeof endorsementSchema>;

/** Where the values of this family are put while an assessment is read. */
export interface InstitutionDraft {
  institution(id: string): object;
  readonly endorsements: Map<string, Endorsement>;
}

export const institutionRegister = defineFields('institution', 'institution/{institution}/{field}', {
  fields: institutionFields,
  otherFields: { ...OF_ITS_OWN, reviewCopy: 'always', nextRound: 'left' },
  target: (draft: InstitutionDraft, { institution }) => draft.institution(institution),
});

/** Who is responsible for the answers of an institution. */
export const endorsementRegister = defineRegister('endorsement', 'endorsement/{institution}', {
  ...OF_ITS_OWN,
  speaker: 'institution',
  contributor: 'own',
  reviewCopy: 'always',
  nextRound: 'left',
  value: endorsementSchema,
  put: (draft: InstitutionDraft, { institution }, value) => draft.endorsements.set(institution, value),
});
