/** A folder that a person pointed at; opaque outside this file. */
export type FolderHandle = object;

/** What a folder says of a file without opening it: enough to see whether it changed. */
export interface FileMark {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

export interface FolderFile extends FileMark {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** The reach into a shared folder: the browser's in the app, one in memory in tests. */
export interface FolderAccess {
  /** Whether this browser can work in a folder at all. */
  readonly available: boolean;
  /** Asks for a folder; null when the person changed their mind. Call it from a click. */
  choose(): Promise<FolderHandle | null>;
  nameOf(folder: FolderHandle): string;
  /** Whether this page may read and write there; `ask` asks the person, which browsers allow only from a click. */
  isAllowed(folder: FolderHandle, ask: boolean): Promise<boolean>;
  /** The files of the folder itself, in text order of their names. What is in folders below is not looked at. */
  list(folder: FolderHandle): Promise<readonly FolderFile[]>;
  /** Writes a file whole: whoever reads meanwhile sees the one before. Resolves with its mark when it is there. */
  write(folder: FolderHandle, name: string, bytes: Uint8Array): Promise<FileMark>;
  /** Runs one piece of work after the other, whichever tab of this browser asks for it. */
  inTurn<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
}

interface PermissionChoice {
  readonly mode: 'readwrite';
}

/** The parts of File System Access that no standard has yet (Chromium). */
interface Directory extends FileSystemDirectoryHandle {
  queryPermission?(choice: PermissionChoice): Promise<PermissionState>;
  requestPermission?(choice: PermissionChoice): Promise<PermissionState>;
}

type PickDirectory = (choice: PermissionChoice & { readonly id: string }) => Promise<FileSystemDirectoryHandle>;

const READ_AND_WRITE: PermissionChoice = { mode: 'readwrite' };

function fileOf(name: string, file: File): FolderFile {
  return {
    name,
    sizeBytes: file.size,
    modifiedMs: file.lastModified,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** A file that went away between listing and looking is as good as not listed. */
async function lookAt(handle: FileSystemFileHandle): Promise<FolderFile | null> {
  try {
    return fileOf(handle.name, await handle.getFile());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    return { name: handle.name, sizeBytes: 0, modifiedMs: 0, read: () => Promise.reject(error as Error) };
  }
}

/**
 * Folders by the browser's own dialogue (File System Access: Chromium, not Firefox, not plain HTTP). `scope` is
 * `window`, `locks` is `navigator.locks`. All methods but `isAllowed` throw what the browser throws.
 */
export function browserFolders(scope: object, locks: LockManager | undefined): FolderAccess {
  const pick = Reflect.get(scope, 'showDirectoryPicker') as PickDirectory | undefined;
  return {
    available: typeof pick === 'function',
    async choose() {
      try {
        return (await pick?.call(scope, { ...READ_AND_WRITE, id: 'sextant' })) ?? null;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return null;
        throw error;
      }
    },
    nameOf: (folder) => (folder as Directory).name,
    async isAllowed(folder, ask) {
      const directory = folder as Directory;
      const question = ask ? directory.requestPermission : directory.queryPermission;
      // A folder of the page's own, which has no such question, is always allowed.
      if (question === undefined) return true;
      return (await question.call(directory, READ_AND_WRITE).catch(() => 'denied')) === 'granted';
    },
    async list(folder) {
      const found: FolderFile[] = [];
      for await (const handle of (folder as Directory).values()) {
        const file = handle.kind === 'file' ? await lookAt(handle) : null;
        if (file !== null) found.push(file);
      }
      return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async write(folder, name, bytes) {
      const handle = await (folder as Directory).getFileHandle(name, { create: true });
      const stream = await handle.createWritable();
      try {
        await stream.write(bytes as Uint8Array<ArrayBuffer>);
        await stream.close();
      } catch (error) {
        await stream.abort().catch(() => {});
        throw error;
      }
      const { size, lastModified } = await handle.getFile();
      return { sizeBytes: size, modifiedMs: lastModified };
    },
    async inTurn(name, work) {
      let begun = false;
      const begin = () => {
        begun = true;
        return work();
      };
      // Where site data are blocked, browsers have locks and refuse them: then this tab works alone.
      return (locks?.request(name, begin) ?? begin()).catch((error: unknown) => {
        if (begun) throw error;
        return begin();
      });
    },
  };
}
