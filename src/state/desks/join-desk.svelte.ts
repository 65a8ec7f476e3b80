import { areAlike, traitsOf } from '../../domain/institutions/institution-name.ts';
import { listInstitutions, listObservers } from '../../domain/institutions/list-institutions.ts';
import type { JoinChoice } from '../../domain/institutions/plan-join.ts';
import { planJoin } from '../../domain/institutions/plan-join.ts';
import { planSeparation } from '../../domain/institutions/plan-separation.ts';
import type { JoinPreview } from '../../domain/institutions/preview-join.ts';
import { previewJoin } from '../../domain/institutions/preview-join.ts';
import type { Institution } from '../../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** Joins two institutions that are one, and takes that back: looked at first, then one step. */
export class JoinDesk {
  readonly #session: AssessmentSession;
  #from: string | null = $state.raw(null);
  #into: string | null = $state.raw(null);
  /** By indicator that both answered. */
  #choices: ReadonlyMap<string, JoinChoice> = $state.raw(new Map());

  readonly #present: readonly Institution[] = $derived.by(() => [
    ...listInstitutions(this.#session.assessment),
    ...listObservers(this.#session.assessment),
  ]);
  /** Those that are part of another now, and those that were taken off the list. */
  readonly former: readonly Institution[] = $derived.by(() =>
    [...this.#session.assessment.institutions.values()].filter(({ removed }) => removed === true),
  );
  /** Who can join another: everybody but the lead institution; also who was taken off the list. */
  readonly joining: readonly Institution[] = $derived.by(() => [
    ...this.#present.filter(({ id }) => id !== LEAD_INSTITUTION),
    ...this.former.filter(({ joinedInto }) => joinedInto === undefined),
  ]);
  /** Whom it can join: who rates is not joined with an observer, or its answers would not count. */
  readonly remaining: readonly Institution[] = $derived.by(() => {
    const rates = this.joining.some(({ id, role }) => id === this.#from && role !== 'observer');
    return this.#present.filter(({ id, role }) => id !== this.#from && !(rates && role === 'observer'));
  });
  /** Pairs on the list whose names may be of one institution. */
  readonly alike: readonly (readonly [Institution, Institution])[] = $derived.by(() => {
    const named = this.#present.flatMap((one) => (one.name ? [{ one, traits: traitsOf(one.name) }] : []));
    return named.flatMap(({ one, traits }, index) =>
      named
        .slice(index + 1)
        .filter((other) => traits.folded === other.traits.folded || areAlike(traits, other.traits))
        .map((other) => [one, other.one] as const),
    );
  });
  readonly preview: JoinPreview | null = $derived.by(() => {
    const { from, into } = this;
    if (from === null || into === null) return null;
    const indicators = this.#session.framework.indicators.map(({ id }) => id);
    return previewJoin(this.#session.journalState, from, into, indicators);
  });

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  get from(): string | null {
    return this.joining.some(({ id }) => id === this.#from) ? this.#from : null;
  }

  get into(): string | null {
    return this.remaining.some(({ id }) => id === this.#into) ? this.#into : null;
  }

  choose(from: string | null, into: string | null): void {
    [this.#from, this.#into] = [from, into];
    this.#choices = new Map();
  }

  /** Which answer counts; both as two versions as long as nobody chose. */
  choiceOf(indicator: string): JoinChoice {
    return this.#choices.get(indicator) ?? 'both';
  }

  choosing(indicators: readonly string[], choice: JoinChoice): void {
    this.#choices = new Map([...this.#choices, ...indicators.map((id) => [id, choice] as const)]);
  }

  /** Makes them one, and puts the choice away; resolves with whether it was written. */
  async join(): Promise<boolean> {
    const { from, into } = this;
    if (from === null || into === null) return false;
    const changes = planJoin(this.#session.journalState, from, into, this.#choices);
    const isWritten = (await this.#session.write(changes, 'facilitator')) !== null;
    if (isWritten) this.choose(null, null);
    return isWritten;
  }

  /** An institution of its own again, with what it had said. */
  async separate(institution: string): Promise<void> {
    await this.#session.write(planSeparation(this.#session.journalState, institution), 'facilitator');
  }
}
