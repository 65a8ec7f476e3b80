import { fileSave } from 'browser-fs-access';

interface SaveOptions {
  readonly fileName: string;
  readonly extensions: string[];
  readonly mimeTypes: string[];
}

/** Puts a blob into a file: the save dialogue where the browser has one, a download elsewhere. */
type SaveBlob = (blob: Blob, options: SaveOptions) => Promise<unknown>;

/**
 * Saves bytes as a file of the person's choice. Resolves with false when they changed their mind; every other failure
 * is thrown. Call it from a click: browsers allow it only then.
 */
export async function saveFile(
  bytes: Uint8Array,
  fileName: string,
  mediaType: string,
  saveBlob: SaveBlob = fileSave,
): Promise<boolean> {
  const extension = /\.[A-Za-z0-9]+$/.exec(fileName)?.[0];
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
  try {
    await saveBlob(blob, { fileName, extensions: extension === undefined ? [] : [extension], mimeTypes: [mediaType] });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}
