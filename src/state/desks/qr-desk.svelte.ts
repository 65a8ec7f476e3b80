import { livingId } from '../../domain/registers/living-institution.ts';
import { listInstitutions } from '../../domain/institutions/list-institutions.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SettledReturn } from '../../domain/returns/incoming-return.ts';
import { sha256Hex } from '../../domain/sha256.ts';
import { planMerge } from '../../exchange/merge-plan.ts';
import { returnedSide } from '../../exchange/returned-side.ts';
import type { QrAnswers } from '../../file/qr-answers.ts';
import { decodeQrAnswers } from '../../file/qr-answers.ts';
import { IntakeDesk } from './intake-desk.svelte.ts';
import { placeOf, sideOf } from '../library/return-place.ts';

/** What a scanned code would bring. */
export interface QrPreview {
  readonly institution: string;
  readonly vote: number;
  /** Answers where this institution has none in this vote, another one, and the same. */
  readonly fresh: number;
  readonly differing: number;
  readonly same: number;
  /** What becomes of what an earlier return said. */
  readonly settled: SettledReturn | null;
}

/** Reads what contributors show as QR codes: looked at first, then taken in as the return that it is. */
export class QrDesk extends IntakeDesk {
  #read: QrAnswers | null = $state.raw(null);
  #problems: readonly Problem[] = $state.raw([]);

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  readonly preview: QrPreview | null = $derived.by(() => {
    const preview = this.plan?.files[0]?.preview;
    if (this.#read === null || preview === null || preview === undefined) return null;
    const { institution, vote, answers } = this.#read;
    const { newEntries, newRegisters, settled } = preview;
    const [fresh, same] = [newRegisters.length, answers.size - newEntries];
    return { institution, vote, fresh, differing: newEntries - fresh, same, settled };
  });

  /** Reads the text of a code and writes nothing; resolves with false where it is none of ours. */
  async read(text: string): Promise<boolean> {
    const { framework, identity, assessment, journalState } = this.session;
    const raters = new Set(listInstitutions(assessment).map(({ id }) => id));
    // A code that was made before its institution was joined with another is that other's.
    const former = [...journalState.joins].flatMap(([id, living]) => (raters.has(living) ? [id] : []));
    const institutions = [...raters, ...former];
    const result = decodeQrAnswers(text, { framework, assessment: identity.id, institutions });
    this.putAway();
    if (result.ok) {
      const content = { ...result, value: { kind: 'answers', form: 'qr', ...result.value } as const };
      const given = { fileName: '', content, facts: { saved: null, hash: sha256Hex(text) } };
      const input = { mine: sideOf(this.session), nowMs: this.session.nowMs(), random: () => this.session.newId() };
      await this.show(async () => planMerge(input, [returnedSide(given, placeOf(this.session))]));
      const institution = livingId(journalState.joins, result.value.institution);
      this.#read = { ...result.value, institution };
    } else this.#problems = result.problems;
    return result.ok;
  }

  override putAway(): void {
    super.putAway();
    this.#read = null;
    this.#problems = [];
  }
}
