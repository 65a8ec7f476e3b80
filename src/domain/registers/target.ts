import * as z from 'zod/mini';
import type { JsonValue } from '../journal/entry-schema.ts';
import { idSchema, textSchema } from './common-values.ts';
import type { Sayings } from './define-register.ts';
import { defineRegister } from './define-register.ts';
import { checkLevel } from './rating.ts';

/** `none`: no target this round, with the reason. */
const targetValueSchema = z.union([z.object({ level: idSchema }), z.object({ none: textSchema })]);
/** Impact and ease: 1 to 4, a mean of several opinions allowed (docs/methodology.md section 6). */
const ratingOfFourSchema = z.number().check(z.gte(1), z.lte(4));

/** Why a level differs from that of the round before: PEFA warns that scores also move without any change of performance. */
export const CHANGE_CAUSES = [
  'real-progress',
  'better-evidence',
  'new-definition',
  're-interpretation',
  'earlier-error',
] as const;
const causeSchema = z.object({ cause: z.enum(CHANGE_CAUSES), note: z.optional(textSchema) });

/** What to reach in this round. */
export type Target =
  { readonly state: 'level'; readonly level: string } | { readonly state: 'none'; readonly reason: string };
export type Cause = z.infer<typeof causeSchema>;

/** The target that a value of a register stands for. */
function targetOfValue(value: z.infer<typeof targetValueSchema>): Target {
  return 'level' in value ? { state: 'level', level: value.level } : { state: 'none', reason: value.none };
}

/** The value to write for a target; null goes back to the next level. */
export function valueOfTarget(target: Target | null): JsonValue {
  if (target === null) return null;
  return target.state === 'level' ? { level: target.level } : { none: target.reason };
}

/** What was judged on the results of this round. */
/** Where the values of this family are put while an assessment is read. */
export interface TargetDraft {
  readonly targets: Map<string, Target>;
  readonly impacts: Map<string, number>;
  readonly eases: Map<string, number>;
  readonly kept: Set<string>;
  readonly pins: Map<string, string>;
  readonly causes: Map<string, Cause>;
}

const JUDGED: Sayings = {
  speaker: 'facilitator',
  contributor: 'nothing',
  pack: 'never',
  reviewCopy: 'always',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
};

export const targetRegister = defineRegister('target', 'target/{indicator}', {
  ...JUDGED,
  nextRound: 'carried-where-level-stands',
  value: targetValueSchema,
  check: checkLevel,
  put: (draft: TargetDraft, { indicator }, value) => draft.targets.set(indicator, targetOfValue(value)),
});

export const impactRegister = defineRegister('impact', 'impact/{indicator}', {
  ...JUDGED,
  value: ratingOfFourSchema,
  put: (draft: TargetDraft, { indicator }, value) => draft.impacts.set(indicator, value),
});

export const easeRegister = defineRegister('ease', 'ease/{indicator}', {
  ...JUDGED,
  value: ratingOfFourSchema,
  put: (draft: TargetDraft, { indicator }, value) => draft.eases.set(indicator, value),
});

/** A gap that is to be a priority; where one is kept, only kept ones are (docs/methodology.md section 6). */
export const keptRegister = defineRegister('kept', 'kept/{indicator}', {
  ...JUDGED,
  value: z.boolean(),
  put: (draft: TargetDraft, { indicator }, isKept) => isKept && draft.kept.add(indicator),
});

/** Why an indicator comes first whatever its need: printed beside it. */
export const pinRegister = defineRegister('pin', 'round/pin-{indicator}', {
  ...JUDGED,
  value: textSchema,
  put: (draft: TargetDraft, { indicator }, reason) => draft.pins.set(indicator, reason),
});

export const causeRegister = defineRegister('cause', 'round/cause-{indicator}', {
  ...JUDGED,
  value: causeSchema,
  put: (draft: TargetDraft, { indicator }, value) => draft.causes.set(indicator, value),
});
