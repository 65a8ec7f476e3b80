import * as z from 'zod/mini';
import { amountSchema, idsSchema, textSchema } from './common-values.ts';
import type { FieldValues, Sayings } from './define-register.ts';
import { defineFields } from './define-register.ts';

const JOINED: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'always',
  nextRound: 'carried',
  holdsIndicators: false,
  aroundReport: 'never',
};

/** What a measure says of itself, that joins one or more gaps. One without title and indicators is taken back. */
export const measureFields = {
  title: { ...JOINED, value: textSchema },
  /** Whose gaps it closes, the first of them first. */
  indicators: { ...JOINED, holdsIndicators: true, value: idsSchema },
  /** Id of an institution, or another name. */
  lead: { ...JOINED, value: textSchema },
  partners: { ...JOINED, value: z.array(textSchema) },
  /** Person or post. */
  responsible: { ...JOINED, value: textSchema },
  /** Amounts count only while no action of the measure has one. */
  costOnce: { ...JOINED, value: amountSchema },
  costYearly: { ...JOINED, value: amountSchema },
  order: { ...JOINED, value: z.number() },
} as const;

export type MeasureFields = FieldValues<typeof measureFields>;

/** Where the values of this family are put while an assessment is read. */
export interface MeasureDraft {
  measure(id: string): object;
}

export const measureRegister = defineFields('measure', 'measure/{measure}/{field}', {
  fields: measureFields,
  otherFields: { ...JOINED, nextRound: 'left' },
  target: (draft: MeasureDraft, { measure }) => draft.measure(measure),
});
