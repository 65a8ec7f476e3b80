import { fileSave } from 'browser-fs-access';

interface SaveOptions {
  readonly fileName: string;
  readonly extensions: string[];
  readonly mimeTypes: string[];
}

/** Puts a blob into a file: the one of the handle, else the save dialogue where the browser has one, else a download. */
type SaveBlob = (blob: Blob, options: SaveOptions, handle?: FileSystemFileHandle | null) => Promise<unknown>;

export interface SaveOutcome {
  readonly saved: boolean;
  /** The file, to be written again without asking; null where the browser downloads. */
  readonly handle: FileSystemFileHandle | null;
}

const NOT_SAVED: SaveOutcome = { saved: false, handle: null };

/** A file that was moved or deleted, or whose permission ended: the person is asked anew. */
const GONE = ['NotFoundError', 'NotAllowedError', 'NoModificationAllowedError', 'InvalidStateError'];

function isNamed(error: unknown, names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}

/**
 * Saves bytes to the file that was chosen before, or to one of the person's choice. Resolves with `saved: false` when
 * they changed their mind; every other failure is thrown. Call it from a click: browsers allow it only then.
 */
export async function saveSameFile(
  bytes: Uint8Array,
  fileName: string,
  mediaType: string,
  known: FileSystemFileHandle | null,
  saveBlob: SaveBlob = fileSave,
): Promise<SaveOutcome> {
  const extension = /\.[A-Za-z0-9]+$/.exec(fileName)?.[0];
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
  const options = { fileName, extensions: extension === undefined ? [] : [extension], mimeTypes: [mediaType] };
  try {
    const handle = (await saveBlob(blob, options, known)) as FileSystemFileHandle | null | undefined;
    return { saved: true, handle: handle ?? null };
  } catch (error) {
    if (isNamed(error, ['AbortError'])) return NOT_SAVED;
    if (known !== null && isNamed(error, GONE)) return saveSameFile(bytes, fileName, mediaType, null, saveBlob);
    throw error;
  }
}

/** Saves bytes as a file of the person's choice; false when they changed their mind. */
export async function saveFile(
  bytes: Uint8Array,
  fileName: string,
  mediaType: string,
  saveBlob: SaveBlob = fileSave,
): Promise<boolean> {
  return (await saveSameFile(bytes, fileName, mediaType, null, saveBlob)).saved;
}
