import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowserStorage, openBroadcastChannel } from '../../../src/storage/browser-storage.ts';
import { browserFolders } from '../../../src/storage/folder-access.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';

const refuse = () => {
  throw new DOMException('denied', 'SecurityError');
};
afterEach(() => vi.unstubAllGlobals());

/** A window in which looking at every property throws, but for those given. */
function refusingWindow(window: object, navigator: object): Window {
  const refuseOthers = (allowed: object) =>
    new Proxy(allowed, { get: (target, name) => (name in target ? Reflect.get(target, name) : refuse()) });
  return refuseOthers({ ...window, navigator: refuseOthers(navigator) }) as Window;
}

describe('what a browser keeps things in', () => {
  it('is each looked at by itself: one that is refused costs no other', () => {
    const localStorage = { name: 'local' };
    const locks = { name: 'locks' };
    const found = findBrowserStorage(refusingWindow({ localStorage, caches: null }, { locks }));
    expect(found).toEqual({
      indexedDB: undefined,
      localStorage,
      caches: undefined,
      workers: undefined,
      locks,
      manager: undefined,
    });
  });

  it('has no channel where the browser has none or refuses it', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    expect(openBroadcastChannel('name')).toBeNull();
    vi.stubGlobal('BroadcastChannel', refuse);
    expect(openBroadcastChannel('name')).toBeNull();
  });

  it('may throw at every word, and preferences go on', () => {
    const storage = { getItem: refuse, setItem: refuse, removeItem: refuse } as unknown as Storage;
    const preferences = createPreferenceStorage(storage);
    preferences.write({ language: 'fr' });
    preferences.erase();
    expect(preferences.read()).toEqual({});
  });

  it('may have locks and refuse them: work is done all the same, once, and its own error is its own', async () => {
    const request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    const folders = browserFolders({}, { request } as unknown as LockManager);
    const work = vi.fn(() => Promise.resolve('done'));
    expect(await folders.inTurn('name', work)).toBe('done');
    expect(work).toHaveBeenCalledTimes(1);
    const failing = vi.fn(() => Promise.reject(new Error('of the work')));
    const granting = { request: (_: string, begin: () => unknown) => begin() } as unknown as LockManager;
    await expect(browserFolders({}, granting).inTurn('name', failing)).rejects.toThrow('of the work');
    expect(failing).toHaveBeenCalledTimes(1);
  });
});
