import type { Institution } from '../domain/assessment/assessment-state.ts';
import { LEAD_INSTITUTION } from '../domain/assessment/assessment-state.ts';
import { listInstitutions, listObservers } from '../domain/institutions/list-institutions.ts';
import { packRegister } from '../domain/institutions/make-pack.ts';
import { buildRegister } from '../domain/journal/registers.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';
import type { FileKeeper } from './file-keeper.svelte.ts';
import { plainFileName } from './file-name.ts';
import type { FileSaver } from './library-store.ts';
import { reviewContent } from './pack-content.ts';

/** Makes the copies in which others read everything and comment. */
export class ReviewDesk {
  readonly #session: AssessmentSession;
  readonly #keeper: FileKeeper;
  readonly #files: FileSaver;

  constructor(session: AssessmentSession, keeper: FileKeeper, files: FileSaver) {
    this.#session = session;
    this.#keeper = keeper;
    this.#files = files;
  }

  /** Institutions and observers: all but the one that holds the whole. */
  get readers(): readonly Institution[] {
    const { assessment } = this.#session;
    return [...listInstitutions(assessment).filter(({ id }) => id !== LEAD_INSTITUTION), ...listObservers(assessment)];
  }

  /** Whether a copy to review was made for an institution last. */
  isReviewing(institution: string): boolean {
    return this.#session.assessment.institutions.get(institution)?.pack?.mode === 'review';
  }

  /** Saves the copy of one reader; the report is under review from then on. False when the person changed their mind. */
  async save(institution: Institution, name: string): Promise<boolean> {
    await this.#mark(institution.id);
    const content = reviewContent(await this.#keeper.contentOf(this.#session), institution.id);
    await this.#keeper.lookForDocuments(this.#session.identity.id, [content]);
    const { writeSextantFile } = await import('../file/write-sextant-file.ts');
    const fileName = `${plainFileName(name, institution.id)}-review.sextant`;
    return this.#files.save(writeSextantFile(content), fileName, 'application/zip');
  }

  /** The mark is an entry of the whole journal, made before the copy is, so that it comes back as the same. */
  async #mark(institution: string): Promise<void> {
    const known = this.#session.assessment.round.packs?.institutions ?? [];
    const institutions = [...new Set([...known, institution])].sort();
    await this.#session.write(
      [
        { register: buildRegister({ kind: 'round', field: 'packs' }), value: { institutions } },
        { register: buildRegister({ kind: 'round', field: 'underReview' }), value: true },
        { register: packRegister(institution), value: { mode: 'review' } },
      ],
      'facilitator',
    );
  }
}
