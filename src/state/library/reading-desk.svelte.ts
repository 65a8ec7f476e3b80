import type { Framework } from '../../domain/framework/framework.ts';
import { problem } from '../../domain/problem.ts';
import { isForeign } from '../../file/is-foreign.ts';
import type { GivenFile } from '../../file/given-file.ts';
import type { NamedContent } from '../../file/read-given-file.ts';
import type { FromReadingWorker } from './reading-task.ts';
import { asReceived } from './reading-task.ts';

/** What is used of a worker. */
export interface ReadingWorker {
  onmessage: ((event: MessageEvent<FromReadingWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(given: GivenFile): void;
  terminate(): void;
}

/** How far reading is: of the files before, and of the one being read, 0 to 1. */
export interface Reading {
  readonly done: number;
  readonly of: number;
  readonly share: number;
  /** It takes so long that a person wants to know, and to be able to stop it. */
  readonly isLong: boolean;
}

/** After so long a person wonders whether anything happens. */
const LONG_AFTER_MS = 1000;

/** Starts what reads our own files, or those of other programs; null where the browser has none, or refuses it. */
type StartWorker = (isForeign: boolean) => Promise<ReadingWorker | null>;

const startWorker: StartWorker = async (forOthers) => {
  if (typeof Worker === 'undefined') return null;
  try {
    const { startReadingWorker } = await import('./start-reading-worker.ts');
    return startReadingWorker(forOthers);
  } catch {
    return null;
  }
};

/** The same reader as in the worker. */
async function readerOnPage(forOthers: boolean): Promise<(given: GivenFile) => Promise<readonly NamedContent[]>> {
  if (forOthers) {
    const { readForeignFile } = await import('../../file/read-foreign-file.ts');
    return (given) => readForeignFile(given);
  }
  const [{ readGivenFile }, { FrameworkMemory }] = await Promise.all([
    import('../../file/read-given-file.ts'),
    import('../../file/framework-memory.ts'),
  ]);
  const memory = new FrameworkMemory();
  return (given) => readGivenFile(given, memory);
}

/** What a chosen file holds, or one of those in it; files of one name are told apart by the file itself. */
export interface ChosenContent extends NamedContent {
  readonly chosen: Blob;
}

/** What stands in the place of a file where reading itself broke off: a fault of ours, or of the browser. */
const brokenOff = ({ file, fileName }: GivenFile): ChosenContent => ({
  fileName,
  chosen: file,
  content: { ok: false, problems: [problem('file.readingFailed', '', [])] },
});

/** Lets the page draw between two files. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Reads chosen files in a worker, with progress, and stops when asked, whatever the file; on the page where no worker
 * can be had. Files of one reading are all ours, or all of other programs. One reading at a time: a new one ends the
 * old.
 */
export class ReadingDesk {
  #reading: Reading | null = $state.raw(null);
  readonly #startWorker: StartWorker;
  /** Counts readings: what an ended one still says is not heard. */
  #run = 0;
  #endWorker: () => void = () => {};

  constructor(start: StartWorker = startWorker) {
    this.#startWorker = start;
  }

  /** Null where nothing is being read. */
  get reading(): Reading | null {
    return this.#reading;
  }

  /** What files hold, one after the other, those in zips each for itself; null when it was stopped. */
  async read(files: readonly GivenFile[]): Promise<readonly ChosenContent[] | null> {
    this.#end();
    const run = this.#run;
    // A screen may ask for it while it works out what it shows, where nothing may change.
    await Promise.resolve();
    if (run !== this.#run) return null;
    this.#reading = { done: 0, of: files.length, share: 0, isLong: false };
    const timer = setTimeout(() => this.#show(run, { isLong: true }), LONG_AFTER_MS);
    try {
      const worker = await this.#startWorker(files.some(isForeign));
      if (run !== this.#run) {
        worker?.terminate();
        return null;
      }
      const read = worker === null ? null : await this.#inWorker(worker, files, run);
      if (run !== this.#run) return null;
      return read ?? (await this.#onPage(files, run));
    } finally {
      clearTimeout(timer);
      if (run === this.#run) this.#reading = null;
    }
  }

  /** What one file holds; `file.stopped` when it was stopped. */
  async readOne(file: GivenFile): Promise<NamedContent> {
    const [read] = (await this.read([file])) ?? [];
    return read ?? { fileName: file.fileName, content: { ok: false, problems: [problem('file.stopped', '', [])] } };
  }

  /** Ends what is being read, wherever it stands. */
  stop(): void {
    this.#end();
    this.#reading = null;
  }

  #end(): void {
    this.#run += 1;
    this.#endWorker();
  }

  #show(run: number, change: Partial<Reading>): void {
    if (run === this.#run && this.#reading !== null) this.#reading = { ...this.#reading, ...change };
  }

  /** Null where the worker never ran. One that broke off gives a problem: the page itself would fare no better. */
  #inWorker(worker: ReadingWorker, files: readonly GivenFile[], run: number): Promise<ChosenContent[] | null> {
    return new Promise((resolve) => {
      const read: ChosenContent[] = [];
      const frameworks: Framework[] = [];
      let [done, isRunning] = [0, false];
      const end = (contents: ChosenContent[] | null) => {
        this.#endWorker = () => {};
        worker.terminate();
        resolve(contents);
      };
      const next = () => {
        const given = files[done];
        this.#show(run, { done, share: 0 });
        if (given === undefined) end(read);
        else worker.postMessage(given);
      };
      const finish = (contents: readonly NamedContent[]) => {
        const chosen = files[done];
        if (chosen !== undefined) read.push(...contents.map((one) => ({ ...one, chosen: chosen.file })));
        done += 1;
        next();
      };
      const breakOff = () => end([...read, ...files.slice(done).map(brokenOff)]);
      this.#endWorker = () => end(null);
      worker.onmessage = ({ data }) => {
        isRunning = true;
        if (data.kind === 'share') this.#show(run, { share: data.share });
        else if (data.kind === 'failed') breakOff();
        else if (data.kind === 'read') {
          frameworks.push(...data.frameworks);
          finish(asReceived(data.contents, frameworks));
        }
      };
      worker.onerror = () => (isRunning ? breakOff() : end(null));
      next();
    });
  }

  async #onPage(files: readonly GivenFile[], run: number): Promise<readonly ChosenContent[] | null> {
    const readOne = await readerOnPage(files.some(isForeign));
    const read: ChosenContent[] = [];
    for (const [done, given] of files.entries()) {
      this.#show(run, { done, share: 0 });
      await breathe();
      if (run !== this.#run) return null;
      try {
        const contents = await readOne(given);
        read.push(...contents.map((one) => ({ ...one, chosen: given.file })));
      } catch {
        read.push(brokenOff(given));
      }
    }
    return run === this.#run ? read : null;
  }
}
