import * as z from 'zod/mini';
import { MAXIMUM_TEXT_LENGTH } from '../limits.ts';
import { entryIdSchema } from '../journal/entry-schema.ts';
import { idSchema } from './common-values.ts';
import { defineRegister } from './define-register.ts';

export const RETURN_FORMS = ['pack', 'workbook', 'paper', 'qr'] as const;

const instantSchema = z.iso.datetime({ precision: 3 });

/**
 * What came back from an institution, once: in which form, when its file was last saved (absent where it does not say so,
 * or says what cannot be) and received, the SHA-256 of the file, and the entries that say what it said.
 */
export const returnSchema = z.object({
  institution: idSchema,
  form: z.enum(RETURN_FORMS),
  received: instantSchema,
  saved: z.optional(instantSchema),
  hash: z.optional(z.string().check(z.maxLength(MAXIMUM_TEXT_LENGTH))),
  entries: z.array(entryIdSchema),
});

export type ReturnForm = (typeof RETURN_FORMS)[number];
export type ReturnRecord = z.infer<typeof returnSchema>;

/** Written by whoever takes returns in, and nobody else's business. */
/** Where the values of this family are put while an assessment is read. */
export interface ReturnDraft {
  readonly returns: Map<string, ReturnRecord>;
}

export const returnRegister = defineRegister('return', 'return/{return}', {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'never',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'always',
  value: returnSchema,
  put: (draft: ReturnDraft, { return: id }, value) => draft.returns.set(id, value),
});
