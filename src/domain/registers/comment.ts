import * as z from 'zod/mini';
import { idSchema, textSchema } from './common-values.ts';
import { defineRegister } from './define-register.ts';

/** What was decided on a comment. */
export const COMMENT_DECISIONS = ['accepted', 'partly', 'not-accepted'] as const;
export const commentSchema = z.object({
  indicator: z.nullable(idSchema),
  institution: idSchema,
  text: textSchema,
  replyTo: z.optional(z.nullable(idSchema)),
  settled: z.optional(z.boolean()),
  /** In an answer: what was decided on the comment that it replies to. */
  decision: z.optional(z.enum(COMMENT_DECISIONS)),
});

export type Comment = z.infer<typeof commentSchema>;
export type CommentDecision = (typeof COMMENT_DECISIONS)[number];

/** Where the values of this family are put while an assessment is read. */
export interface CommentDraft {
  readonly comments: Map<string, Comment>;
}

export const commentRegister = defineRegister('comment', 'comment/{comment}', {
  speaker: 'facilitator',
  contributor: 'own-comment',
  pack: 'own-comment',
  reviewCopy: 'always',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
  value: commentSchema,
  put: (draft: CommentDraft, { comment }, value) => draft.comments.set(comment, value),
});
