/** Why the app can or cannot open without a network. */
export type OfflineState =
  /** Everything is in this one file. */
  | 'portable'
  /** Browsers allow it only on HTTPS and on this computer itself. */
  | 'insecure'
  | 'unsupported'
  | 'preparing'
  /** The screens are here; files for reports follow. */
  | 'partly'
  | 'ready';

/** The parts of `navigator.serviceWorker` that are used. */
export interface WorkerContainer {
  readonly controller: { postMessage(message: unknown, transfer: Transferable[]): void } | null;
  readonly ready: Promise<unknown>;
  register(url: string, options: { scope: string }): Promise<unknown>;
  getRegistrations(): Promise<readonly { readonly scope: string; unregister(): Promise<boolean> }[]>;
  addEventListener(type: 'controllerchange', listener: () => void): void;
}

export interface OfflineSurroundings {
  readonly portable: boolean;
  /** `isSecureContext`. */
  readonly secure: boolean;
  readonly workers: WorkerContainer | undefined;
  /** The folder of the app: the server may hold others, and workers of theirs. */
  readonly folder: string;
  /** `window.caches`, absent on plain HTTP. */
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined;
  readonly reload: () => void;
}

interface WorkerAnswer {
  readonly newest: boolean;
  readonly complete: boolean;
}

const WORKER = './service-worker.js';

/**
 * The copy of the app on this computer, kept by the service worker. A new version is fetched in the background and
 * used only when a person says so: an open assessment is never interrupted.
 */
export class OfflineCopy {
  readonly #surroundings: OfflineSurroundings;
  #state: OfflineState = $state.raw('preparing');
  #updateWaits: boolean = $state.raw(false);

  constructor(surroundings: OfflineSurroundings) {
    this.#surroundings = surroundings;
    const { portable, secure, workers } = surroundings;
    if (portable) this.#state = 'portable';
    else if (!secure) this.#state = 'insecure';
    else if (workers === undefined) this.#state = 'unsupported';
  }

  get state(): OfflineState {
    return this.#state;
  }

  /** A new version is here and waits for a word. */
  get updateWaits(): boolean {
    return this.#updateWaits;
  }

  /** Registers the worker and has it fetch what is missing. Never throws: without it the app works as long as there is a network. */
  async start(): Promise<void> {
    const { workers } = this.#surroundings;
    if (this.#state !== 'preparing' || workers === undefined) return;
    try {
      workers.addEventListener('controllerchange', () => void this.#complete());
      await workers.register(WORKER, { scope: './' });
      await workers.ready;
      await this.#complete();
    } catch {
      // No network at the first visit, or a browser that keeps no such copy (a private window).
      if (this.#state === 'preparing') this.#state = 'unsupported';
    }
  }

  /** Uses the version that waits: the page loads again, and what is saved stays. */
  async useUpdate(): Promise<void> {
    await this.#look('use-newest');
    this.#surroundings.reload();
  }

  /** Forgets the copy; the next visit needs the network. */
  async remove(): Promise<void> {
    const { workers, caches, folder } = this.#surroundings;
    // A browser that keeps no copies, as from a file, refuses to list them: there is none to forget.
    const registrations = (await workers?.getRegistrations().catch(() => [])) ?? [];
    const ours = registrations.filter(({ scope }) => scope === folder);
    await Promise.all(ours.map((registration) => registration.unregister()));
    const names = (await caches?.keys().catch(() => [])) ?? [];
    await Promise.all(names.filter((name) => name.startsWith('sextant-')).map((name) => caches?.delete(name)));
    this.#updateWaits = false;
  }

  /** At the first visit the worker takes charge of the page only a moment later, and is asked then. */
  async #complete(): Promise<void> {
    await this.#look('status');
    if (this.#state === 'partly') await this.#look('keep-everything');
  }

  async #look(kind: 'status' | 'keep-everything' | 'use-newest'): Promise<void> {
    const controller = this.#surroundings.workers?.controller;
    if (controller === undefined || controller === null) return;
    const answer = await new Promise<WorkerAnswer | null>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<WorkerAnswer | null>) => {
        port1.close();
        resolve(data);
      };
      controller.postMessage({ kind }, [port2]);
    });
    if (answer === null) return;
    this.#updateWaits = !answer.newest;
    this.#state = answer.complete ? 'ready' : 'partly';
  }
}
