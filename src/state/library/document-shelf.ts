import type { ChosenDocument, EvidenceDocument } from '../../domain/assessment/check-document.ts';
import { checkDocument, safeDocumentName } from '../../domain/assessment/check-document.ts';
import { MAXIMUM_DOCUMENT_BYTES } from '../../domain/limits.ts';
import type { Result } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import type { OpenTabs } from '../../storage/open-tabs.ts';
import { StorageError, storageErrorOf } from '../../storage/storage-error.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { LibraryStore, UnusedStoredDocument } from './library-store.ts';
import type { WantedFile } from './save-task.svelte.ts';

/** So that no browser ever shows a document in a window of its own: it is saved and opened by its own program. */
const NEVER_SHOWN = 'application/octet-stream';

/** Documents that are attached to evidence: taken in after a look, given out as downloads only. */
export class DocumentShelf {
  readonly #store: LibraryStore;
  readonly #onerased: (assessmentId: string) => void;

  constructor(store: LibraryStore, onerased: (assessmentId: string) => void = () => {}) {
    this.#store = store;
    this.#onerased = onerased;
  }

  /**
   * Reads a document that a person chose, and stores nothing: that is for the form in which it was chosen, when it is
   * saved. Problems of `checkDocument` and `checkRoom`, `document.unreadable` (name), and of
   * storage.
   */
  async read(session: Pick<AssessmentSession, 'identity' | 'entries'>, file: File): Promise<Result<ChosenDocument>> {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      // One byte more than allowed is enough to refuse, without reading a film into memory.
      bytes = new Uint8Array(await file.slice(0, MAXIMUM_DOCUMENT_BYTES + 1).arrayBuffer());
    } catch {
      // On a drive that is away, or changed since it was chosen.
      return { ok: false, problems: [problem('document.unreadable', '', [], { name: file.name })] };
    }
    const [{ checkRoom, sizesInUse }, { sha256Hex }] = await Promise.all([
      import('../../domain/assessment/room-for-documents.ts'),
      import('../../domain/sha256.ts'),
    ]);
    const checked = checkDocument(file.name, bytes, sha256Hex(bytes), file.size);
    if (!checked.ok) return checked;
    try {
      const fitting = checkRoom(checked.value, sizesInUse(session, await this.sizes(session.identity.id)));
      return fitting.ok ? { ...fitting, value: { document: fitting.value, bytes } } : fitting;
    } catch (error) {
      return { ok: false, problems: [storageErrorOf(error).problem] };
    }
  }

  /** The documents of an assessment that are here: bytes by SHA-256. */
  sizes(assessmentId: string): Promise<ReadonlyMap<string, number>> {
    return this.#store.readEvidenceSizes(assessmentId);
  }

  /** A document as a file to save; `document.missing` when it is not on this computer (a pack leaves documents out). */
  wanted(assessmentId: string, document: EvidenceDocument): WantedFile {
    return {
      name: safeDocumentName(document.fileName),
      mediaType: NEVER_SHOWN,
      make: async () => {
        const bytes = (await this.#store.readEvidence(assessmentId)).get(document.sha256);
        if (bytes === undefined)
          throw new StorageError(problem('document.missing', '', [], { name: document.fileName }));
        return bytes;
      },
    };
  }

  /**
   * Counts a start of this page for documents that nothing uses any more, and erases those that had thirty days. An undo
   * of another open tab could bring one back into use: then nothing is erased.
   */
  async countStart(openTabs: OpenTabs): Promise<void> {
    const others = await openTabs.others();
    await this.#store.countStartOfUnused(others.size === 0);
  }

  /** Documents of an assessment that nothing uses any more and that are on this computer still. */
  listUnused(assessmentId: string): Promise<readonly UnusedStoredDocument[]> {
    return this.#store.listUnused(assessmentId);
  }

  /** Erases one of them at once, with the earlier states that would need it; no undo of this page brings it back. */
  async eraseUnused(session: AssessmentSession, sha256: string): Promise<void> {
    const { id } = session.identity;
    await this.#store.eraseUnused(id, sha256);
    session.forgetUndo();
    this.#onerased(id);
  }
}
