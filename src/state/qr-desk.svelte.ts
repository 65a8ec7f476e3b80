import { FIRST_VOTE } from '../domain/registers/rating.ts';
import type { Answer } from '../domain/registers/answer.ts';
import { valueOfAnswer } from '../domain/registers/rating.ts';
import { listInstitutions } from '../domain/institutions/list-institutions.ts';
import { buildRegister } from '../domain/registers/register-address.ts';
import type { Problem } from '../domain/problem.ts';
import type { QrAnswers } from '../file/qr-answers.ts';
import { decodeQrAnswers, encodeQrAnswers } from '../file/qr-answers.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';

/** The answers of a contributor as the text of a QR code, and how many go and stay. */
export interface QrSheet {
  readonly text: string;
  /** Levels and don't knows. */
  readonly answers: number;
  /** Not applicable: their reasons find no room. */
  readonly left: number;
}

/** What this copy's institution said, for a QR code. */
export function makeQrSheet(session: AssessmentSession): QrSheet {
  const { framework, identity, respondent } = session;
  const all = framework.indicators.flatMap(({ id }): [string, Answer][] => {
    const answer = session.answerOf(id);
    return answer === undefined ? [] : [[id, answer]];
  });
  const answers = new Map(all.filter(([, { state }]) => state !== 'not-applicable'));
  const said = { institution: respondent, vote: FIRST_VOTE, answers };
  return {
    text: encodeQrAnswers({ framework, assessment: identity.id }, said),
    answers: answers.size,
    left: all.length - answers.size,
  };
}

/** What a scanned code would bring. */
export interface QrPreview {
  readonly institution: string;
  readonly vote: number;
  /** Indicators without an answer of this institution in this vote, and those with another one. */
  readonly fresh: readonly string[];
  readonly differing: readonly string[];
  readonly same: number;
}

/** Reads what contributors show as QR codes: looked at first, then written as their opinions. */
export class QrDesk {
  readonly #session: AssessmentSession;
  #read: QrAnswers | null = $state.raw(null);
  #problems: readonly Problem[] = $state.raw([]);
  #taken: number | null = $state.raw(null);

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** How many answers the last code brought; null before one was taken in. */
  get taken(): number | null {
    return this.#taken;
  }

  readonly preview: QrPreview | null = $derived.by(() => {
    if (this.#read === null) return null;
    const { institution, vote, answers } = this.#read;
    const known = [...answers].map(([id, answer]) => ({ id, kept: this.#kept(id), answer }));
    const isSame = ({ kept, answer }: (typeof known)[number]) =>
      JSON.stringify(valueOfAnswer(kept ?? null)) === JSON.stringify(valueOfAnswer(answer));
    return {
      institution,
      vote,
      fresh: known.filter(({ kept }) => kept === undefined).map(({ id }) => id),
      differing: known.filter((one) => one.kept !== undefined && !isSame(one)).map(({ id }) => id),
      same: known.filter(isSame).length,
    };
  });

  /** Reads the text of a code and writes nothing; false where it is none of ours. */
  read(text: string): boolean {
    const { framework, identity, assessment } = this.#session;
    const raters = new Set(listInstitutions(assessment).map(({ id }) => id));
    // A code that was made before its institution was joined with another is that other's.
    const former = [...assessment.institutions.values()].flatMap(({ id, joinedInto }) =>
      joinedInto !== undefined && raters.has(joinedInto) ? [id] : [],
    );
    const institutions = [...raters, ...former];
    const result = decodeQrAnswers(text, { framework, assessment: identity.id, institutions });
    this.#taken = null;
    this.#read = result.ok ? { ...result.value, institution: this.#livingOf(result.value.institution) } : null;
    this.#problems = result.ok ? [] : result.problems;
    return result.ok;
  }

  /** Writes what is new as opinions of that institution; what differs only where it is to be replaced. */
  take(replace: boolean): void {
    const { preview } = this;
    if (preview === null || this.#read === null) return;
    const { institution, vote, answers } = this.#read;
    const changes = [...preview.fresh, ...(replace ? preview.differing : [])].flatMap((indicator) => {
      const answer = answers.get(indicator);
      const register = buildRegister({ kind: 'rating', institution, indicator, vote, part: 'answer' });
      return answer === undefined ? [] : [{ register, value: valueOfAnswer(answer) }];
    });
    void this.#session.writeReturn(changes);
    this.drop();
    this.#taken = changes.length;
  }

  /** Puts the code away. */
  drop(): void {
    this.#read = null;
    this.#problems = [];
    this.#taken = null;
  }

  #livingOf(institution: string): string {
    return this.#session.assessment.institutions.get(institution)?.joinedInto ?? institution;
  }

  #kept(indicator: string): Answer | undefined {
    const ratings = this.#session.assessment.ratings.get(indicator) ?? [];
    return ratings.find(({ institution, vote }) => institution === this.#read?.institution && vote === this.#read.vote)
      ?.answer;
  }
}
