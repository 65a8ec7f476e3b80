import { problem } from '../../domain/problem.ts';
import { StorageError } from '../../storage/storage-error.ts';
import type { LibraryStore } from './library-store.ts';
import type { FilePreview } from './preview-import.ts';

type Shown = Extract<FilePreview, { kind: 'new' | 'merge' }>;

/**
 * Throws `storage.changedSince` where another tab created, deleted, brought back or erased the assessment of a file since
 * its preview: what was shown would not be what is done. `lookUp` reads first what is here now.
 */
export async function requireAsShown(
  preview: Shown,
  store: Pick<LibraryStore, 'readStanding'>,
  lookUp: (assessmentId: string) => Promise<void>,
): Promise<void> {
  const { id } = preview.content.assessment;
  const shown = preview.kind === 'merge' ? 'here' : preview.isDeleted ? 'deleted' : 'erased';
  if ((await store.readStanding(id)) === shown) return;
  await lookUp(id);
  throw new StorageError(problem('storage.changedSince', '', []));
}
