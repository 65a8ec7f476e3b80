import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { beginFreshLog } from '../../../src/storage/fresh-log.ts';

describe('beginFreshLog', () => {
  it('makes and deletes a database, and leaves nothing behind', async () => {
    const factory = new IDBFactory();
    const deleteDatabase = vi.spyOn(factory, 'deleteDatabase');
    await beginFreshLog(factory);
    expect(deleteDatabase).toHaveBeenCalledOnce();
    expect(await factory.databases()).toEqual([]);
  });

  it('never stands in the way: not where the browser forbids it, nor where it does not answer', async () => {
    const forbidding = new IDBFactory();
    vi.spyOn(forbidding, 'open').mockImplementation(() => {
      throw new DOMException('x', 'SecurityError');
    });
    await expect(beginFreshLog(forbidding)).resolves.toBeUndefined();
    const silent = { open: () => ({}) } as unknown as IDBFactory;
    vi.useFakeTimers();
    const waiting = beginFreshLog(silent);
    await vi.runAllTimersAsync();
    await expect(waiting).resolves.toBeUndefined();
    vi.useRealTimers();
  });
});
