import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import { FIRST_VOTE, valueOfAnswer } from '../../domain/registers/rating.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** Leaves out, all at once, what the profile of a country says is no matter there. */
export class NotApplicableDesk {
  readonly #session: AssessmentSession;

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /** Marks indicators as not applicable with a reason, all at once; answered ones are left alone. */
  mark(indicatorIds: readonly string[], reasonOf: (indicatorId: string) => string): void {
    const session = this.#session;
    const open = indicatorIds.filter((id) => session.answerOf(id) === undefined && session.mayBeNotApplicable(id));
    const value = (id: string) => valueOfAnswer({ state: 'not-applicable', reason: reasonOf(id) });
    void session.write(open.map((id) => this.#change(id, value(id))));
  }

  /** Takes back what was marked as not applicable and has not been answered otherwise since. */
  takeBack(indicatorIds: readonly string[]): void {
    const marked = indicatorIds.filter((id) => this.#session.answerOf(id)?.state === 'not-applicable');
    void this.#session.write(marked.map((id) => this.#change(id, null)));
  }

  #change(indicator: string, value: JsonValue): Change {
    const institution = this.#session.respondent;
    return {
      register: buildRegister({ kind: 'rating', institution, indicator, vote: FIRST_VOTE, part: 'answer' }),
      value,
    };
  }
}
