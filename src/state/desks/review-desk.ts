import type { Institution } from '../../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import { listInstitutions, listObservers } from '../../domain/institutions/list-institutions.ts';
import { packRegister } from '../../domain/copies/make-pack.ts';
import { MEDIA_TYPES } from '../../domain/media-types.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import { reviewContent } from '../../exchange/part-of-file.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { FileKeeper } from '../library/file-keeper.svelte.ts';
import type { FileSaver, SaveOutcome } from '../../storage/file-saver.ts';
import { SentMarks } from './sent-marks.ts';
import { SaveTask } from '../library/save-task.svelte.ts';

/** Makes the copies in which others read everything and comment. */
export class ReviewDesk {
  readonly #session: AssessmentSession;
  readonly #keeper: FileKeeper;
  readonly task: SaveTask;

  constructor(session: AssessmentSession, keeper: FileKeeper, files: FileSaver) {
    this.#session = session;
    this.#keeper = keeper;
    this.task = new SaveTask(files);
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

  /** Saves the copy of one reader; the report is under review once it is there. Call it in the click itself. */
  save(institution: Institution, name: string): Promise<SaveOutcome> {
    const marks = new SentMarks(
      this.#session,
      [institution.id],
      [
        { register: buildRegister({ kind: 'round', field: 'status' }), value: 'under-review' },
        { register: packRegister(institution.id), value: { mode: 'review' } },
      ],
    );
    return this.task.save({
      name: this.#keeper.nameOf(this.#session, { subject: name, edition: 'review', extension: 'sextant' }),
      label: name,
      mediaType: MEDIA_TYPES.sextant,
      make: async (signal) => {
        const whole = await marks.join(await this.#keeper.contentOf(this.#session));
        const content = reviewContent(whole, institution.id);
        await this.#keeper.lookForDocuments(this.#session.identity.id, [content]);
        const { packFile } = await import('../library/pack-file.ts');
        return packFile(content, { signal });
      },
      kept: () => marks.write(),
    });
  }
}
