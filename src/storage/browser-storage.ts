/** What a browser gives a page to keep things in and to speak with other tabs; undefined where it has it not or refuses it. */
export interface BrowserStorage {
  readonly indexedDB: IDBFactory | undefined;
  readonly localStorage: Storage | undefined;
  readonly caches: CacheStorage | undefined;
  readonly workers: ServiceWorkerContainer | undefined;
  readonly locks: LockManager | undefined;
  readonly manager: StorageManager | undefined;
}

/** The value, or undefined where the browser throws: where site data are blocked, even looking at a property may. */
function attempt<Value>(look: () => Value | null | undefined): Value | undefined {
  try {
    return look() ?? undefined;
  } catch {
    return undefined;
  }
}

/** Looks at each part by itself, so that one that is refused costs no other. Never throws. */
export function findBrowserStorage(scope: Window): BrowserStorage {
  const navigator: Partial<Navigator> = scope.navigator;
  return {
    indexedDB: attempt(() => scope.indexedDB),
    localStorage: attempt(() => scope.localStorage),
    caches: attempt(() => scope.caches),
    workers: attempt(() => navigator.serviceWorker),
    locks: attempt(() => navigator.locks),
    manager: attempt(() => navigator.storage),
  };
}

/** A channel to the other tabs, or null where the browser has none or refuses it: then every tab works alone. */
export function openBroadcastChannel(name: string): BroadcastChannel | null {
  return attempt(() => new BroadcastChannel(name)) ?? null;
}
