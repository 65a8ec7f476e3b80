import { DATABASE_NAME } from '../../src/storage/database-schema.ts';
import { SAY } from './killable-page.ts';

/** A write transaction as the page saw it; `atMs` is the clock of the page. */
export type WriteMessage =
  | { readonly kind: 'opened'; readonly write: number; readonly stores: readonly string[]; readonly atMs: number }
  /** `typed`: the texts that it put, which are durable from now on. */
  | { readonly kind: 'completed'; readonly write: number; readonly typed: readonly string[]; readonly atMs: number }
  | { readonly kind: 'aborted'; readonly write: number; readonly atMs: number };

/**
 * The source of a script that runs before the app and tells of each of its write transactions when it opens and when
 * the browser says that it is complete. Nothing that the app sees is changed.
 */
export const watchWrites: string = `(${((name: string, say: string) => {
  const tell = (message: object) =>
    (Reflect.get(globalThis, say) as ((text: string) => void) | undefined)?.(JSON.stringify(message));
  const texts = new WeakMap<IDBTransaction, string[]>();
  let writes = 0;
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const transaction = open.apply(this, given);
    if (transaction.mode !== 'readwrite' || this.name !== name) return transaction;
    const write = ++writes;
    tell({ kind: 'opened', write, stores: [...transaction.objectStoreNames], atMs: performance.now() });
    const typed: string[] = [];
    texts.set(transaction, typed);
    transaction.addEventListener('complete', () => tell({ kind: 'completed', write, typed, atMs: performance.now() }));
    transaction.addEventListener('abort', () => tell({ kind: 'aborted', write, atMs: performance.now() }));
    return transaction;
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    const text: unknown = (given[0] as { text?: unknown } | undefined)?.text;
    if (this.name === 'typing' && typeof text === 'string') texts.get(this.transaction)?.push(text);
    return put.apply(this, given);
  };
}).toString()})(${JSON.stringify(DATABASE_NAME)}, ${JSON.stringify(SAY)})`;
