import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import type { CommentDecision } from '../../domain/registers/comment.ts';
import type { CommentRow } from '../../domain/comments/comment-matrix.ts';
import { answerIdOf, buildCommentMatrix } from '../../domain/comments/comment-matrix.ts';
import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

export interface CommentLine extends CommentRow {
  /** The answer that this desk writes; '' while there is none. */
  readonly answer: string;
  /** The comment was changed after it was answered. */
  readonly changedSince: boolean;
}

const registerOf = (comment: string) => buildRegister({ kind: 'comment', comment });

/** The comment–response matrix: who said what of which indicator, and what was decided. */
export class CommentDesk {
  readonly #session: AssessmentSession;
  readonly lines: readonly CommentLine[] = $derived.by(() => {
    const { assessment, framework } = this.#session;
    const comments = [...assessment.comments].map(([id, comment]) => ({ id, ...comment }));
    const ids = framework.indicators.map(({ id }) => id);
    return buildCommentMatrix(comments, ids).map((row) => ({
      ...row,
      answer: assessment.comments.get(answerIdOf(row.comment.id))?.text ?? '',
      changedSince: this.#changedSince(row.comment.id),
    }));
  });
  readonly open: number = $derived.by(() => this.lines.filter(({ open }) => open).length);

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  #changedSince(id: string): boolean {
    const [comment, answer] = [registerOf(id), registerOf(answerIdOf(id))].map((one) => this.#session.newestEntry(one));
    return typeof comment === 'string' && typeof answer === 'string' && comment > answer;
  }

  /** Answers a comment; without a decision and a text the answer is taken back. */
  answer(id: string, decision: CommentDecision | null, text: string): void {
    const comment = this.#session.assessment.comments.get(id);
    if (comment === undefined) return;
    const value: JsonValue = {
      indicator: comment.indicator,
      institution: LEAD_INSTITUTION,
      text: text.trim(),
      replyTo: id,
      ...(decision === null ? {} : { decision }),
    };
    const empty = decision === null && text.trim() === '';
    void this.#session.write([{ register: registerOf(answerIdOf(id)), value: empty ? null : value }]);
  }

  /** A comment that came by letter, or was made in a meeting. */
  add(institution: string, indicator: string | null, text: string): void {
    const register = registerOf(this.#session.newId());
    void this.#session.write([{ register, value: { indicator, institution, text: text.trim() } }]);
  }
}
