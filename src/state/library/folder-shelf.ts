import type { FolderAccess } from '../../storage/folder-access.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { LibraryStore } from './library-store.ts';
import type { FolderLibrary, SharedFolder } from './shared-folder.svelte.ts';

/** The shared folders of the open assessments: one for each, the same for every screen. */
export class FolderShelf {
  readonly #library: FolderLibrary;
  readonly #input: { readonly store: LibraryStore; readonly folders: FolderAccess };
  readonly #open = new Map<AssessmentSession, Promise<SharedFolder>>();

  constructor(library: FolderLibrary, input: { readonly store: LibraryStore; readonly folders: FolderAccess }) {
    this.#library = library;
    this.#input = input;
  }

  /** Where this browser cannot work in a folder, files are handed round by hand. */
  get available(): boolean {
    return this.#input.folders.available;
  }

  /** What an assessment has to do with a shared folder; nothing is asked of the person. */
  of(session: AssessmentSession): Promise<SharedFolder> {
    const known = this.#open.get(session);
    if (known !== undefined) return known;
    const opening = this.#start(session);
    this.#open.set(session, opening);
    // Whoever asked hears of it; the next one tries anew.
    opening.catch(() => this.#open.delete(session));
    return opening;
  }

  async #start(session: AssessmentSession): Promise<SharedFolder> {
    const { SharedFolder } = await import('./shared-folder.svelte.ts');
    const { store, folders: access } = this.#input;
    const folder = new SharedFolder({ session, library: this.#library, store, access });
    await folder.resume();
    return folder;
  }

  forget(): void {
    this.#open.clear();
  }
}
