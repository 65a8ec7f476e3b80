import * as z from 'zod/mini';
import { dateSchema, textSchema } from './common-values.ts';
import type { FieldValues, Sayings } from './define-register.ts';
import { defineFields } from './define-register.ts';

const COMMITTED: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'always',
  nextRound: 'carried',
  holdsIndicators: false,
  aroundReport: 'never',
};

export const instrumentFields = {
  title: { ...COMMITTED, value: textSchema },
  status: {
    ...COMMITTED,
    value: z.enum(['none', 'signed', 'ratified', 'acceded', 'succeeded', 'denounced', 'unknown']),
  },
  date: { ...COMMITTED, value: dateSchema },
  entryIntoForce: { ...COMMITTED, value: dateSchema },
  reservations: { ...COMMITTED, value: textSchema },
  note: { ...COMMITTED, value: textSchema },
} as const;

export type InstrumentFields = FieldValues<typeof instrumentFields>;

/** Where the values of this family are put while an assessment is read. */
export interface InstrumentDraft {
  instrument(code: string): object;
}

export const instrumentRegister = defineFields('instrument', 'instrument/{code}/{field}', {
  fields: instrumentFields,
  otherFields: { ...COMMITTED, nextRound: 'left' },
  target: (draft: InstrumentDraft, { code }) => draft.instrument(code),
});
