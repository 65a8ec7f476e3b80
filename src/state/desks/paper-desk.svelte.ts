import { FIRST_VOTE } from '../../domain/registers/rating.ts';
import type { Answer } from '../../domain/registers/answer.ts';
import type { Indicator } from '../../domain/framework/framework.ts';
import { levelAt, levelPosition, scaleOf } from '../../domain/framework/framework.ts';
import { indicatorsOfTask } from '../../domain/institutions/find-task.ts';
import { entriesOfReturn } from '../../exchange/entries-of-return.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import { placeOf } from '../library/return-place.ts';

/** What is typed for one answer on paper: a position from 1, 0 for don't know, n for not applicable, '' for nothing. */
export type PaperSign = string;

/** Enters answers that came on paper, and checks them by entering them a second time. */
export class PaperDesk {
  readonly #session: AssessmentSession;
  institution: string | null = $state.raw(null);
  /** Typed in the second round, by indicator; null outside of it. */
  #second: ReadonlyMap<string, PaperSign> | null = $state.raw(null);

  readonly indicators: readonly Indicator[] = $derived.by(() => {
    const { assessment, indicatorsInScope } = this.#session;
    if (this.institution === null) return [];
    const ids = indicatorsInScope.map(({ id }) => id);
    const asked = new Set(indicatorsOfTask(assessment, this.institution, ids));
    return indicatorsInScope.filter(({ id }) => asked.has(id));
  });

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  get checking(): boolean {
    return this.#second !== null;
  }

  /** How many of the second entries differ from the first. */
  get differing(): number {
    return this.indicators.filter(({ id }) => this.differs(id)).length;
  }

  get typedTwice(): number {
    return this.#second?.size ?? 0;
  }

  choose(institution: string | null): void {
    this.institution = institution;
    this.#second = null;
  }

  startCheck(): void {
    this.#second = new Map();
  }

  endCheck(): void {
    this.#second = null;
  }

  answerOf(indicator: string): Answer | undefined {
    return this.#session.assessment.ratings
      .get(indicator)
      ?.find(({ institution, vote }) => institution === this.institution && vote === FIRST_VOTE)?.answer;
  }

  /** The sign of what was entered first. */
  firstSign(indicator: Indicator): PaperSign {
    const answer = this.answerOf(indicator.id);
    if (answer === undefined) return '';
    if (answer.state === 'unknown') return '0';
    if (answer.state === 'not-applicable') return 'n';
    return String(levelPosition(scaleOf(this.#session.framework, indicator), answer.level) ?? '');
  }

  secondSign(indicator: string): PaperSign {
    return this.#second?.get(indicator) ?? '';
  }

  differs(indicatorId: string): boolean {
    const indicator = this.#session.framework.indicatorById.get(indicatorId);
    const typed = this.#second?.get(indicatorId);
    return indicator !== undefined && typed !== undefined && typed !== this.firstSign(indicator);
  }

  /** Takes a sign where it is one; false otherwise. In the check nothing is written. */
  enter(indicator: Indicator, sign: PaperSign): boolean {
    const answer = this.#answerOfSign(indicator, sign);
    if (answer === undefined) return false;
    if (this.#second !== null) {
      const second = new Map(this.#second);
      if (sign === '') second.delete(indicator.id);
      else second.set(indicator.id, sign.toLowerCase());
      this.#second = second;
      return true;
    }
    this.#write(indicator.id, answer);
    return true;
  }

  /** The reason of an indicator that does not apply. */
  setReason(indicator: string, reason: string): void {
    this.#write(indicator, { state: 'not-applicable', reason: reason.trim() });
  }

  /** The second entry is the right one. */
  takeSecond(indicator: Indicator): void {
    const answer = this.#answerOfSign(indicator, this.secondSign(indicator.id));
    if (answer !== undefined) this.#write(indicator.id, answer);
  }

  /** The first entry is the right one. */
  keepFirst(indicator: Indicator): void {
    this.#second = new Map([...(this.#second ?? []), [indicator.id, this.firstSign(indicator)]]);
  }

  #answerOfSign(indicator: Indicator, sign: PaperSign): Answer | null | undefined {
    if (sign === '') return null;
    if (sign === '0') return { state: 'unknown' };
    if (sign.toLowerCase() === 'n') {
      return this.#session.mayBeNotApplicable(indicator.id) ? { state: 'not-applicable', reason: '' } : undefined;
    }
    const level = /^[1-9]$/.test(sign) ? levelAt(scaleOf(this.#session.framework, indicator), Number(sign)) : undefined;
    return level === undefined ? undefined : { state: 'level', level: level.id };
  }

  /** What is typed is a return of its own, taken in at once: it takes the place of what an earlier one said of the indicator. */
  #write(indicator: string, answer: Answer | null): void {
    if (this.institution === null) return;
    const answers = new Map([[indicator, answer]]);
    const value = { kind: 'answers', form: 'paper', institution: this.institution, vote: FIRST_VOTE, answers } as const;
    const given = { fileName: '', content: { ok: true, value, advice: [] } } as const;
    void this.#session.append(entriesOfReturn(given, placeOf(this.#session), this.#session.newId()));
  }
}
