import * as z from 'zod/mini';
import { PLANNED } from './action.ts';
import { amountSchema, idsSchema, textSchema } from './common-values.ts';
import type { FieldValues } from './define-register.ts';
import { defineFields } from './define-register.ts';

/** What a measure says of itself, that joins one or more gaps. One without title and indicators is taken back. */
export const measureFields = {
  title: { ...PLANNED, value: textSchema },
  /** Whose gaps it closes, the first of them first. */
  indicators: { ...PLANNED, holdsIndicators: true, value: idsSchema },
  /** Id of an institution, or another name. */
  lead: { ...PLANNED, value: textSchema },
  partners: { ...PLANNED, value: z.array(textSchema) },
  /** Person or post. */
  responsible: { ...PLANNED, value: textSchema },
  /** Amounts count only while no action of the measure has one. */
  costOnce: { ...PLANNED, value: amountSchema },
  costYearly: { ...PLANNED, value: amountSchema },
  order: { ...PLANNED, value: z.number() },
} as const;

export type MeasureFields = FieldValues<typeof measureFields>;

/** Where the values of this family are put while an assessment is read. */
export interface MeasureDraft {
  measure(id: string): object;
}

export const measureRegister = defineFields('measure', 'measure/{measure}/{field}', {
  fields: measureFields,
  otherFields: { ...PLANNED, nextRound: 'left' },
  target: (draft: MeasureDraft, { measure }) => draft.measure(measure),
});
