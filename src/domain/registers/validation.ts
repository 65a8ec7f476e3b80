import * as z from 'zod/mini';
import { entryIdSchema } from '../journal/entry-schema.ts';
import { defineRegister } from './define-register.ts';

const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What was validated, with which engine, and what report it gave. */
export const validationValueSchema = z.object({
  entries: z.array(entryIdSchema),
  entriesHash: sha256Schema,
  engine: z.string().check(z.minLength(1), z.maxLength(40)),
  reportHash: sha256Schema,
  /** Which members of the report the hash covers: `src/report/report-hash.ts`; absent, the first version. */
  hashVersion: z.optional(z.int().check(z.gte(1))),
  by: z.optional(z.string()),
  function: z.optional(z.string()),
  date: z.optional(z.string()),
  /** The meeting in which it was validated. */
  forum: z.optional(z.string()),
  /** Names and functions for the printed signature block. */
  signatories: z.optional(z.array(z.object({ name: z.string(), function: z.optional(z.string()) }))),
  /** What a later validation changes. */
  correction: z.optional(z.string()),
  /** The positions (0-100) of the domains as they were printed that day: what a later engine is held against. */
  figures: z.optional(z.array(z.object({ id: z.string(), shown: z.nullable(z.number()) }))),
});

export type ValidationValue = z.infer<typeof validationValueSchema>;

/** A review looks at what stands now, so an earlier validation does not go along. */
/** Where the values of this family are put while an assessment is read. */
export interface ValidationDraft {
  validation: ValidationValue | null;
}

export const validationRegister = defineRegister('validation', 'validation', {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'never',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
  value: validationValueSchema,
  put: (draft: ValidationDraft, _address, value) => {
    draft.validation = value;
  },
});
