import { afterEach, describe, expect, it, vi } from 'vitest';
import { askToPersist, readStorageHealth } from '../../../src/storage/storage-health.ts';

const manager = (changes: Partial<StorageManager> = {}) => ({
  persisted: () => Promise.resolve(true),
  persist: () => Promise.resolve(true),
  estimate: () => Promise.resolve({ usage: 10, quota: 100 }),
  ...changes,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('readStorageHealth', () => {
  it('says what the browser says', async () => {
    expect(await readStorageHealth(manager())).toEqual({ persisted: true, usedBytes: 10, quotaBytes: 100 });
  });

  it('says what it knows where the browser says nothing or refuses', async () => {
    const unknown = { persisted: false, usedBytes: null, quotaBytes: null };
    expect(await readStorageHealth(undefined)).toEqual(unknown);
    const refusing = () => Promise.reject(new TypeError('opaque origin'));
    expect(await readStorageHealth(manager({ persisted: refusing, estimate: refusing }))).toEqual(unknown);
  });
});

describe('askToPersist', () => {
  it('gives the answer when it comes at once', async () => {
    expect(await askToPersist(manager())).toBe(true);
    expect(await askToPersist(undefined)).toBe(false);
    expect(await askToPersist(manager({ persist: () => Promise.reject(new Error('no')) }))).toBe(false);
  });

  it('does not wait for a person to answer a prompt, but passes the answer on when it comes', async () => {
    vi.useFakeTimers();
    let answer: (granted: boolean) => void = () => undefined;
    const prompt = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    const onanswer = vi.fn();
    const asked = askToPersist(manager({ persist: () => prompt }), onanswer);
    await vi.runAllTimersAsync();
    expect(await asked).toBeNull();
    answer(true);
    await prompt;
    await Promise.resolve();
    await Promise.resolve();
    expect(onanswer).toHaveBeenCalledExactlyOnceWith(true);
  });
});
