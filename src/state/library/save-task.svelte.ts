import type { Problem } from '../../domain/problem.ts';
import type { FileHandle, FileSaver, FileToSave, SaveOutcome } from '../../storage/file-saver.ts';
import { storageErrorOf } from '../../storage/storage-error.ts';

export type { FileSaver };

export interface WantedFile extends Omit<FileToSave, 'make'> {
  /** What a person calls it, where that is not its file name. */
  readonly label?: string;
  readonly make: (signal: AbortSignal, onprogress: (share: number) => void) => Promise<Uint8Array>;
  /** Called when the file is known to be there: written (to the handle), or found by the person after a download. */
  readonly kept?: (handle: FileHandle | null) => Promise<void>;
}

export type SaveStage =
  | { readonly stage: 'idle' }
  /** From the click on: first the place, then the bytes. `share` from 0 to 1 where it is known. */
  | { readonly stage: 'making'; readonly name: string; readonly share: number | null }
  | { readonly stage: 'cancelled'; readonly name: string }
  | { readonly stage: 'written'; readonly name: string }
  /** The browser has it as a download; the person is asked whether it is there. */
  | { readonly stage: 'given'; readonly name: string }
  | { readonly stage: 'found'; readonly name: string }
  | { readonly stage: 'failed'; readonly name: string; readonly problem: Problem };

const BUSY: SaveOutcome = { kind: 'cancelled', leftEmpty: null };

/** One file on its way out, for the line beside its button: made, written or given to the browser, and found there. */
export class SaveTask {
  readonly #files: FileSaver;
  #stage: SaveStage = $state.raw({ stage: 'idle' });
  #leftEmpty: string | null = $state.raw(null);
  #lines = $state(0);
  #wanted: WantedFile | null = null;
  #given: Uint8Array | null = null;
  #stop: AbortController | null = null;

  constructor(files: FileSaver) {
    this.#files = files;
  }

  get stage(): SaveStage {
    return this.#stage;
  }

  get isBusy(): boolean {
    return this.#stage.stage === 'making';
  }

  /** Name of an empty file that stayed at the chosen place. */
  get leftEmpty(): string | null {
    return this.#leftEmpty;
  }

  /** Whether a line beside a button tells of it, so that no other needs to. */
  get isTold(): boolean {
    return this.#lines > 0;
  }

  /** A line tells of it from now on, until the returned function is called. */
  tell(): () => void {
    this.#lines += 1;
    return () => {
      this.#lines -= 1;
    };
  }

  /** Call it in the click itself. Never rejects: what went wrong is the stage. */
  async save(wanted: WantedFile): Promise<SaveOutcome> {
    if (this.isBusy) return BUSY;
    const name = wanted.label ?? wanted.name;
    const stop = new AbortController();
    const before = { stage: this.#stage, wanted: this.#wanted, given: this.#given };
    [this.#wanted, this.#given, this.#stop, this.#leftEmpty] = [wanted, null, stop, null];
    this.#stage = { stage: 'making', name, share: null };
    const onprogress = (share: number) => {
      if (this.#stop === stop && !stop.signal.aborted) this.#stage = { stage: 'making', name, share };
    };
    const { make, known = null, mediaType } = wanted;
    const file = { name: wanted.name, mediaType, known, make: (signal: AbortSignal) => make(signal, onprogress) };
    const outcome = await this.#files.save(file, stop.signal);
    this.#leftEmpty = outcome.kind === 'written' ? null : outcome.leftEmpty;
    if (outcome.kind === 'written') await this.#keep(wanted, { stage: 'written', name }, outcome.handle);
    else if (outcome.kind === 'handed-over') {
      this.#given = outcome.bytes;
      this.#stage = { stage: 'given', name };
    } else if (outcome.kind === 'failed') this.#stage = { stage: 'failed', name, problem: outcome.problem };
    // A question that was open stays open: the download of before may well be there.
    else if (before.stage.stage === 'given') {
      [this.#stage, this.#wanted, this.#given] = [before.stage, before.wanted, before.given];
    } else this.#stage = { stage: 'cancelled', name };
    return outcome;
  }

  /** Stops the making; nothing is saved. */
  cancel(): void {
    this.#stop?.abort();
  }

  /** The person found the download. */
  async confirm(): Promise<void> {
    if (this.#wanted === null || this.#stage.stage !== 'given') return;
    this.#given = null;
    await this.#keep(this.#wanted, { stage: 'found', name: this.#stage.name }, null);
  }

  /** Saves the same bytes once more after a download, makes them anew after a failure. Call it in the click itself. */
  again(): Promise<SaveOutcome> {
    const [wanted, given] = [this.#wanted, this.#given];
    if (wanted === null) return Promise.resolve(BUSY);
    return this.save(given === null ? wanted : { ...wanted, make: () => Promise.resolve(given) });
  }

  async #keep({ kept }: WantedFile, stage: SaveStage & { name: string }, handle: FileHandle | null): Promise<void> {
    try {
      await kept?.(handle);
      this.#stage = stage;
    } catch (error) {
      this.#stage = { stage: 'failed', name: stage.name, problem: storageErrorOf(error).problem };
    }
  }
}
