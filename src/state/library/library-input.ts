import type { FrameworkSource } from '../../content/framework-source.ts';
import type { FileWords } from '../../domain/file-name.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import type { FileSaver } from '../../storage/file-saver.ts';
import type { FolderAccess } from '../../storage/folder-access.ts';
import type { OpenTabs } from '../../storage/open-tabs.ts';
import type { PreferenceStorage } from '../../storage/preference-storage.ts';
import type { LibraryStore, TabAnnouncer } from './library-store.ts';

/** What a library works with. */
export interface LibraryInput {
  readonly source: FrameworkSource;
  readonly store: LibraryStore;
  readonly files: FileSaver;
  readonly tabs: TabAnnouncer;
  readonly surroundings: Surroundings;
  readonly preferences: PreferenceStorage;
  readonly folders: FolderAccess;
  readonly openTabs: OpenTabs;
  /** In the language of the screen. */
  readonly fileWords: FileWords;
  /** Code of the language of the screen. */
  readonly language: () => string;
}
