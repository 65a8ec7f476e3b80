import * as z from 'zod/mini';
import { amountSchema, dateSchema, idsSchema, textSchema } from './common-values.ts';
import type { FieldValues, Sayings } from './define-register.ts';
import { defineFields } from './define-register.ts';

/** What the facilitator plans, and the next round begins with. */
export const PLANNED: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'always',
  nextRound: 'carried',
  holdsIndicators: false,
  aroundReport: 'never',
};

export const actionFields = {
  activity: { ...PLANNED, value: textSchema },
  indicators: { ...PLANNED, holdsIndicators: true, value: idsSchema },
  lead: { ...PLANNED, value: textSchema },
  partners: { ...PLANNED, value: z.array(textSchema) },
  start: { ...PLANNED, value: dateSchema },
  end: { ...PLANNED, value: dateSchema },
  resourcesAvailable: { ...PLANNED, value: textSchema },
  resourcesToFind: { ...PLANNED, value: textSchema },
  /** What it costs once and a year, and how much of it there is. */
  costOnce: { ...PLANNED, value: amountSchema },
  costYearly: { ...PLANNED, value: amountSchema },
  costThere: { ...PLANNED, value: amountSchema },
  successIndicator: { ...PLANNED, value: textSchema },
  verification: { ...PLANNED, value: textSchema },
  /** Goes on after the report was validated. */
  status: {
    ...PLANNED,
    aroundReport: 'of-validated-actions',
    value: z.enum(['not-started', 'ongoing', 'done', 'blocked']),
  },
  note: { ...PLANNED, value: textSchema },
  pinned: { ...PLANNED, value: textSchema },
  /** Ids of actions that must be done before. */
  dependsOn: { ...PLANNED, value: idsSchema },
  order: { ...PLANNED, value: z.number() },
  removed: { ...PLANNED, nextRound: 'left', value: z.boolean() },
} as const;

export type ActionFields = FieldValues<typeof actionFields>;

/** Where the values of this family are put while an assessment is read. */
export interface ActionDraft {
  action(id: string): object;
}

export const actionRegister = defineFields('action', 'action/{action}/{field}', {
  fields: actionFields,
  otherFields: { ...PLANNED, nextRound: 'left' },
  target: (draft: ActionDraft, { action }) => draft.action(action),
});
