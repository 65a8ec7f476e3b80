import type { Indicator } from '../../domain/framework/framework.ts';
import { FIRST_VOTE } from '../../domain/registers/rating.ts';
import type { Rating } from '../../domain/registers/assessment-state.ts';
import type { Endorsement } from '../../domain/registers/institution.ts';
import type { InstitutionReturn } from '../../domain/institutions/count-returns.ts';
import { countReturns, hasResponded } from '../../domain/institutions/count-returns.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** What an institution does in its pack beside choosing levels: react to the draft, decline, have it endorsed. */
export class ContributorDesk {
  readonly #session: AssessmentSession;
  readonly progress: InstitutionReturn | null = $derived.by(() => {
    const { assessment, indicatorsInScope, respondent } = this.#session;
    const ids = indicatorsInScope.map(({ id }) => id);
    return countReturns(assessment, ids).find(({ institution }) => institution === respondent) ?? null;
  });

  /** Questions that wait for an answer of the institution, or for the word that it is not its mandate. */
  readonly open: readonly Indicator[] = $derived.by(() => {
    const { assessment, indicatorsInScope, respondent, mayRate } = this.#session;
    return mayRate ? indicatorsInScope.filter(({ id }) => !hasResponded(assessment, id, respondent)) : [];
  });

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /** What the leads of an indicator answered, where the pack brought it along. */
  draftsOf(indicator: string): readonly Rating[] {
    const { assessment, respondent, task } = this.#session;
    if (task?.draft !== true) return [];
    const assigned = assessment.assignments.get(indicator);
    return (assessment.ratings.get(indicator) ?? []).filter(
      ({ institution, vote, answer }) =>
        institution !== respondent &&
        vote === FIRST_VOTE &&
        answer !== undefined &&
        assigned?.get(institution) === 'lead',
    );
  }

  hasNoView(indicator: string): boolean {
    return this.#session.assessment.noViews.get(indicator)?.has(this.#session.respondent) === true;
  }

  /** Whom the institution suggests instead; null while it has not declined. */
  mandateOf(indicator: string): string | null {
    return this.#session.assessment.mandates.get(indicator)?.get(this.#session.respondent)?.suggests ?? null;
  }

  /** Not our mandate, with whom to ask instead ('' when nobody comes to mind); null takes it back. */
  setMandate(indicator: string, suggests: string | null): void {
    this.#decline(indicator, { mandate: suggests === null ? null : { suggests }, noView: null });
  }

  setNoView(indicator: string, noView: boolean): void {
    this.#decline(indicator, { mandate: null, noView: noView ? true : null });
  }

  endorse(endorsement: Endorsement | null): void {
    const register = buildRegister({ kind: 'endorsement', institution: this.#session.respondent });
    const value = endorsement === null ? null : { ...endorsement };
    void this.#session.write([{ register, value }]);
  }

  #decline(indicator: string, said: { mandate: { suggests: string } | null; noView: true | null }): void {
    const { respondent: institution } = this.#session;
    const declines = said.mandate !== null || said.noView !== null;
    void this.#session.write([
      { register: buildRegister({ kind: 'mandate', institution, indicator }), value: said.mandate },
      { register: buildRegister({ kind: 'no-view', institution, indicator }), value: said.noView },
      ...(declines
        ? [
            {
              register: buildRegister({ kind: 'rating', institution, indicator, vote: FIRST_VOTE, part: 'answer' }),
              value: null,
            },
          ]
        : []),
    ]);
  }
}
