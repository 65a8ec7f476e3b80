import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { UnwritableFile } from '../file/unwritable-file.ts';
import { StorageError } from './storage-error.ts';

/** A file that this page may write again without asking; opaque. */
export type FileHandle = object;

/** A file that somebody wants: the place is asked for at once, the bytes are made afterwards. */
export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  /** Makes the bytes; rejects when they cannot be made, or when `signal` stopped it. */
  readonly make: (signal: AbortSignal) => Promise<Uint8Array>;
  /** The file of an earlier save, to be written again without asking; null or absent asks. */
  readonly known?: FileHandle | null;
}

/** What became of it. `leftEmpty`: name of an empty file that the dialogue made and that could not be taken away. */
export type SaveOutcome =
  /** The person changed their mind, in the dialogue or while the bytes were made. */
  | { readonly kind: 'cancelled'; readonly leftEmpty: string | null }
  /** The bytes are in a file; `handle` writes it again. */
  | { readonly kind: 'written'; readonly handle: FileHandle }
  /** The browser has them as a download; what became of it no page can know. */
  | { readonly kind: 'handed-over'; readonly bytes: Uint8Array; readonly leftEmpty: string | null }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly leftEmpty: string | null };

/** Puts files where a person wants them: the browser in the app, a fake in tests. */
export interface FileSaver {
  /**
   * Call it in the click itself, with nothing awaited before: browsers show their dialogue only then. Never rejects.
   */
  save(file: FileToSave, signal?: AbortSignal): Promise<SaveOutcome>;
}

interface PickerOptions {
  readonly suggestedName: string;
  readonly types?: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}

/** The parts of File System Access that no standard has yet (Chromium). */
interface SavedHandle extends FileSystemFileHandle {
  queryPermission?(choice: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  remove?(): Promise<void>;
}

/** What saving needs of the browser. */
export interface SavingBrowser {
  /** The save dialogue, where the browser has one. */
  readonly pick: ((options: PickerOptions) => Promise<FileSystemFileHandle>) | undefined;
  readonly download: (blob: Blob, name: string) => void;
}

type Place = { readonly handle: SavedHandle; readonly isNew: boolean } | 'download' | 'cancelled';

/** Long enough for a slow disk; the download itself holds its bytes once it has begun. */
const DOWNLOAD_ADDRESS_MS = 60_000;

function optionsOf({ name, mediaType }: FileToSave): PickerOptions {
  const extension = /\.[A-Za-z0-9]+$/.exec(name)?.[0];
  return {
    suggestedName: name,
    ...(extension === undefined ? {} : { types: [{ accept: { [mediaType]: [extension] } }] }),
  };
}

/** Whether the file of an earlier save is still there and may be written. */
async function isWritable(handle: SavedHandle): Promise<boolean> {
  try {
    if ((await handle.queryPermission?.({ mode: 'readwrite' })) === 'denied') return false;
    await handle.getFile();
    return true;
  } catch {
    return false;
  }
}

/** Writes a file whole: until it is closed, what stood there before stands there. */
async function write(handle: SavedHandle, bytes: Uint8Array): Promise<boolean> {
  try {
    const stream = await handle.createWritable();
    try {
      await stream.write(bytes as Uint8Array<ArrayBuffer>);
      await stream.close();
      return true;
    } catch {
      // A stream that failed may refuse to be stopped as well: it has written nothing.
      await stream.abort().catch(() => {});
      return false;
    }
  } catch {
    return false;
  }
}

/** The dialogue makes an empty file, which must not look like a result. Resolves with its name where it stays. */
async function takeAwayEmpty(place: Place): Promise<string | null> {
  if (typeof place === 'string' || !place.isNew) return null;
  try {
    if ((await place.handle.getFile()).size > 0) return null;
    if (place.handle.remove === undefined) return place.handle.name;
    await place.handle.remove();
    return null;
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'NotFoundError';
    return isGone ? null : place.handle.name;
  }
}

function problemOf(error: unknown, name: string, code: string): Problem {
  if (error instanceof StorageError || error instanceof UnwritableFile) return error.problem;
  return problem(code, '', [], { name, reason: error instanceof Error ? error.message || error.name : String(error) });
}

/**
 * Saves by the browser's dialogue, else as a download: whatever refuses a file but the person themselves (a policy, a
 * click too long ago, a full disk, a locked file), the same bytes are handed to the browser.
 */
export class BrowserFileSaver implements FileSaver {
  readonly #browser: SavingBrowser;
  #isAsking = false;

  constructor(browser: SavingBrowser) {
    this.#browser = browser;
  }

  async save(file: FileToSave, signal: AbortSignal = new AbortController().signal): Promise<SaveOutcome> {
    const place = await this.#findPlace(file);
    if (place === 'cancelled') return { kind: 'cancelled', leftEmpty: null };
    let bytes: Uint8Array;
    try {
      // Who stops is not kept waiting by what cannot be stopped half way.
      const stopped = new Promise<never>((_, stop) => signal.addEventListener('abort', () => stop(signal.reason)));
      bytes = await Promise.race([file.make(signal), stopped]);
      signal.throwIfAborted();
    } catch (error) {
      const leftEmpty = await takeAwayEmpty(place);
      if (signal.aborted) return { kind: 'cancelled', leftEmpty };
      return { kind: 'failed', problem: problemOf(error, file.name, 'save.notMade'), leftEmpty };
    }
    if (place !== 'download' && (await write(place.handle, bytes))) return { kind: 'written', handle: place.handle };
    const leftEmpty = await takeAwayEmpty(place);
    try {
      this.#browser.download(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: file.mediaType }), file.name);
      return { kind: 'handed-over', bytes, leftEmpty };
    } catch (error) {
      return { kind: 'failed', problem: problemOf(error, file.name, 'save.notGiven'), leftEmpty };
    }
  }

  async #findPlace(file: FileToSave): Promise<Place> {
    const known = (file.known ?? null) as SavedHandle | null;
    if (known !== null && (await isWritable(known))) return { handle: known, isNew: false };
    if (this.#browser.pick === undefined) return 'download';
    // A second click while the dialogue is open wants no second file.
    if (this.#isAsking) return 'cancelled';
    this.#isAsking = true;
    try {
      return { handle: await this.#browser.pick(optionsOf(file)), isNew: true };
    } catch (error) {
      return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'download';
    } finally {
      this.#isAsking = false;
    }
  }
}

/** What saving needs, of the window of the app. */
export function savingBrowser(scope: Window): SavingBrowser {
  const pick = Reflect.get(scope, 'showSaveFilePicker') as SavingBrowser['pick'];
  return {
    pick: typeof pick === 'function' ? (options) => pick.call(scope, options) : undefined,
    download(blob, name) {
      const link = scope.document.createElement('a');
      link.download = name;
      link.href = URL.createObjectURL(blob);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_ADDRESS_MS);
    },
  };
}
