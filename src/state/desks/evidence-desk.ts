import type { ChosenDocument } from '../../domain/assessment/check-document.ts';
import type { JsonValue } from '../../domain/journal/entry-schema.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Change } from '../../domain/registers/make-changes.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import { storageErrorOf } from '../../storage/storage-error.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { EvidenceFields } from '../session/evidence-view.ts';

const NO_DOCUMENT = { sha256: null, fileName: null, mediaType: null, sizeBytes: null };

/** What is put behind an answer: pieces of evidence, and the indicators that the respondent links them to. */
export class EvidenceDesk {
  readonly #session: AssessmentSession;

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /**
   * Saves a piece of evidence, a new one where `evidenceId` is null, and links it to an indicator. `document` attaches a
   * document, null takes it off, undefined leaves what is there; so with fields no form shows. A document and the
   * evidence that names it are stored together, or nothing was changed: resolves with what was in the way.
   */
  async save(
    indicatorId: string,
    evidenceId: string | null,
    fields: EvidenceFields,
    document?: ChosenDocument | null,
  ): Promise<readonly Problem[]> {
    const session = this.#session;
    const id = evidenceId ?? session.newId();
    const known = evidenceId === null ? {} : (session.assessment.evidence.get(evidenceId) ?? {});
    const attached = document === null ? NO_DOCUMENT : document?.document;
    const all = Object.entries({ ...known, ...fields, ...attached });
    const value = Object.fromEntries(all.filter(([, field]) => field !== null && field !== undefined)) as JsonValue;
    const changes = [
      { register: buildRegister({ kind: 'evidence', evidence: id }), value },
      this.#linked(indicatorId, id, {}),
    ];
    try {
      if (document === null || document === undefined) void session.write(changes);
      else await session.writeWithEvidence(changes, new Map([[document.document.sha256, document.bytes]]));
      return [];
    } catch (error) {
      return [storageErrorOf(error).problem];
    }
  }

  link(indicatorId: string, evidenceId: string): void {
    void this.#session.write([this.#linked(indicatorId, evidenceId, {})]);
  }

  unlink(indicatorId: string, evidenceId: string): void {
    void this.#session.write([this.#linked(indicatorId, evidenceId, null)]);
  }

  #linked(indicator: string, evidence: string, value: JsonValue): Change {
    const institution = this.#session.respondent;
    return { register: buildRegister({ kind: 'evidence-link', indicator, institution, evidence }), value };
  }
}
