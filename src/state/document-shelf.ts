import type { EvidenceDocument } from '../domain/assessment/check-document.ts';
import { checkDocument, safeDocumentName } from '../domain/assessment/check-document.ts';
import { MAXIMUM_DOCUMENT_BYTES } from '../domain/limits.ts';
import type { Result } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import type { FileSaver, LibraryStore } from './library-store.ts';

/** So that no browser ever shows a document in a window of its own: it is saved and opened by its own program. */
const NEVER_SHOWN = 'application/octet-stream';

/** Documents that are attached to evidence: taken in after a look, given out as downloads only. */
export class DocumentShelf {
  readonly #store: LibraryStore;
  readonly #files: FileSaver;

  constructor(store: LibraryStore, files: FileSaver) {
    this.#store = store;
    this.#files = files;
  }

  /** Stores a document; the same one twice is stored once. Problems of `checkDocument`, and then nothing is stored. */
  async add(assessmentId: string, file: File): Promise<Result<EvidenceDocument>> {
    // One byte more than allowed is enough to refuse, without reading a film into memory.
    const bytes = new Uint8Array(await file.slice(0, MAXIMUM_DOCUMENT_BYTES + 1).arrayBuffer());
    const checked = checkDocument(file.name, bytes, sha256Hex(bytes));
    if (checked.ok) await this.#store.putEvidence(assessmentId, bytes);
    return checked;
  }

  /** SHA-256 of the documents of an assessment that are here. */
  list(assessmentId: string): Promise<ReadonlySet<string>> {
    return this.#store.listEvidence(assessmentId);
  }

  /** Saves a document as a file; false when it is not on this computer (a pack leaves documents out). */
  async download(assessmentId: string, document: EvidenceDocument): Promise<boolean> {
    const bytes = (await this.#store.readEvidence(assessmentId)).get(document.sha256);
    if (bytes === undefined) return false;
    await this.#files.save(bytes, safeDocumentName(document.fileName), NEVER_SHOWN);
    return true;
  }
}
