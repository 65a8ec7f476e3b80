import { buildRegister } from '../../domain/registers/register-address.ts';
import type { FullEntry } from '../../domain/journal/entry-schema.ts';
import type { SextantFile } from '../../file/sextant-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Change } from '../../domain/registers/make-changes.ts';

/**
 * The marks of files that go to institutions. A mark travels in its file as the entry that is written here once the
 * file is known to be there, so that it comes back as the same; until then nothing here says that it was sent.
 */
export class SentMarks {
  readonly #session: AssessmentSession;
  readonly #institutions: readonly string[];
  readonly #changes: readonly Change[];
  #marks: readonly FullEntry[] = [];

  constructor(session: AssessmentSession, institutions: readonly string[], changes: readonly Change[]) {
    this.#session = session;
    this.#institutions = institutions;
    this.#changes = changes;
  }

  /** The content of the file with its marks, made anew of what there is now. */
  async join(content: SextantFile): Promise<SextantFile> {
    // The list makes this copy the facilitator's, also when a mark comes back before anybody said that it was sent.
    if (this.#session.assessment.round.packs === undefined) await this.#list([]);
    this.#marks = this.#session.prepare(this.#changes);
    return { ...content, journal: { ...content.journal, entries: [...content.journal.entries, ...this.#marks] } };
  }

  /** Writes that the files were sent. */
  async write(): Promise<void> {
    const known = this.#session.assessment.round.packs?.institutions ?? [];
    const appended = this.#session.append(this.#marks);
    await this.#list([...new Set([...known, ...this.#institutions])].sort());
    await appended;
  }

  #list(institutions: readonly string[]): Promise<void> {
    const register = buildRegister({ kind: 'round', field: 'packs' });
    const changes = [{ register, value: { institutions: [...institutions] } }];
    return this.#session.append(this.#session.prepare(changes));
  }
}
