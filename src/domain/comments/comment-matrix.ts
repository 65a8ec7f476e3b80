import type { Comment, CommentDecision } from '../registers/comment.ts';

export interface IdentifiedComment extends Comment {
  readonly id: string;
}

/** A comment with what was answered: one row of the comment–response matrix. */
export interface CommentRow {
  readonly comment: IdentifiedComment;
  /** Answers, and what was said of them, in text order of their ids. */
  readonly answers: readonly IdentifiedComment[];
  /** What was decided; null while nobody said. */
  readonly decision: CommentDecision | null;
  /** Nothing was decided and nobody called it settled. */
  readonly open: boolean;
}

/** The id of the answer to a comment: one each, so that two people who answer differently are seen to differ. */
export function answerIdOf(commentId: string): string {
  return `answer.${commentId}`;
}

function conversationUnder(id: string, comments: readonly IdentifiedComment[], depth = 0): IdentifiedComment[] {
  if (depth > comments.length) return [];
  return comments
    .filter(({ replyTo }) => replyTo === id)
    .flatMap((one) => [one, ...conversationUnder(one.id, comments, depth + 1)]);
}

/**
 * The comment–response matrix: comments in the order of the framework, those on the whole last, each with its answers. A
 * reply to a reply belongs to the same conversation; a reply to what is not here stands for itself. Method: PEFA Check,
 * docs/methodology.md section 13.
 */
export function buildCommentMatrix(
  comments: readonly IdentifiedComment[],
  indicatorIds: readonly string[],
): CommentRow[] {
  const known = new Set(comments.map(({ id }) => id));
  const placeOf = new Map(indicatorIds.map((id, place) => [id, place]));
  const order = ({ indicator }: IdentifiedComment) => placeOf.get(indicator ?? '') ?? indicatorIds.length;
  return comments
    .filter(({ replyTo }) => !(typeof replyTo === 'string' && known.has(replyTo)))
    .sort((a, b) => order(a) - order(b))
    .map((comment) => {
      const answers = conversationUnder(comment.id, comments);
      const decision = [comment, ...answers].flatMap((one) => one.decision ?? []).at(-1) ?? null;
      return { comment, answers, decision, open: decision === null && comment.settled !== true };
    });
}
