import type { EvaluationItem, EvaluationSummary } from '../../domain/evaluation/summarise-evaluation.ts';
import { EVALUATION_ITEMS } from '../../domain/evaluation/summarise-evaluation.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** What is typed for one form, by item; '' for what was left open. */
export type GradeSigns = Readonly<Partial<Record<EvaluationItem, string>>>;

/** Takes in what participants thought of the workshop, form by form from paper. */
export class EvaluationDesk {
  readonly #session: AssessmentSession;
  /** Ids of the forms typed on this page, to take the last one back. */
  #own: readonly string[] = $state.raw([]);

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  get summary(): EvaluationSummary | null {
    return this.#session.report.evaluation;
  }

  get participants(): number | null {
    return this.#session.assessment.round.participants ?? null;
  }

  /** How many forms are kept, whoever typed them. */
  get forms(): number {
    return this.#session.assessment.evaluations.size;
  }

  get canTakeBack(): boolean {
    return this.#own.length > 0;
  }

  /** A whole number from 1; anything else takes it back. */
  setParticipants(count: number): void {
    this.#session.setRound({ participants: Number.isInteger(count) && count >= 1 ? count : null });
  }

  /** Whether a sign is a grade, or says that the question was left open. */
  isSign(sign: string): boolean {
    return /^[0-4]?$/.test(sign);
  }

  /** Keeps one form under a new id; false where nothing was typed. */
  keep(signs: GradeSigns, comment: string): boolean {
    const grades = Object.fromEntries(
      EVALUATION_ITEMS.flatMap((item) => {
        const grade = Number(signs[item] ?? '');
        return grade >= 1 && grade <= 4 ? [[item, grade]] : [];
      }),
    );
    const text = comment.trim();
    if (Object.keys(grades).length === 0 && text === '') return false;
    const id = this.#session.newId();
    const register = buildRegister({ kind: 'evaluation', evaluation: id });
    void this.#session.write([{ register, value: text === '' ? { grades } : { grades, comment: text } }]);
    this.#own = [...this.#own, id];
    return true;
  }

  /** Takes back the form that was typed last on this page. */
  takeBack(): void {
    const last = this.#own.at(-1);
    if (last === undefined) return;
    this.#own = this.#own.slice(0, -1);
    const register = buildRegister({ kind: 'evaluation', evaluation: last });
    void this.#session.write([{ register, value: null }]);
  }
}
