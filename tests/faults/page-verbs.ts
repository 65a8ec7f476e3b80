import { DATABASE_NAME } from '../../src/storage/database-schema.ts';
import type { KillablePage } from './killable-page.ts';
import { readRowsInPage } from './stored-answers.ts';

/** A machine that has other things to do as well is slow; that is no fault of the storage. */
const PATIENCE_MS = 60_000;

/** Runs in the page: waits for an element with these words in it; false when it never comes. */
async function waitInPage({ selector, words, patienceMs }: { selector: string; words: string; patienceMs: number }) {
  const isThere = () =>
    [...document.querySelectorAll(selector)].some((element) => (element.textContent ?? '').includes(words));
  const end = performance.now() + patienceMs;
  while (!isThere()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

/** Waits for an element; throws with what the page shows instead. */
export async function untilThere(page: KillablePage, selector: string, words = ''): Promise<void> {
  if (await page.run(waitInPage, { selector, words, patienceMs: PATIENCE_MS })) return;
  const shown = await page.run(() => document.body.innerText.slice(0, 500), null);
  throw new Error(`no ${selector} ${words} within ${PATIENCE_MS / 1000} s; the page shows: ${shown}`);
}

/** Presses the first element with these words, when it is there. */
export async function press(page: KillablePage, selector: string, words = '', nth = 0): Promise<void> {
  await untilThere(page, selector, words);
  await page.run(
    ({ selector: found, words: named, nth: index }) =>
      [...document.querySelectorAll<HTMLElement>(found)]
        .filter((element) => (element.textContent ?? '').includes(named))
        .at(index)
        ?.click(),
    { selector, words, nth },
  );
}

export async function goTo(page: KillablePage, hash: string): Promise<void> {
  await page.run((address) => {
    location.hash = address;
  }, hash);
}

/** The rows of an assessment in one store. */
export function rowsOf<Row>(page: KillablePage, store: string, assessment: string): Promise<Row[]> {
  return page.run(readRowsInPage, { name: DATABASE_NAME, store, assessment }) as Promise<Row[]>;
}

/** What a browser holds of some assessments: ids of entries and SHA-256 of documents, and whether it lists it at all. */
export interface Holding {
  readonly listed: boolean;
  readonly entries: readonly string[];
  readonly documents: readonly string[];
}

/** Runs in the page: what it holds of each assessment, by keys only, for bytes need not travel. */
export function readHoldingsInPage({ name, assessments }: { name: string; assessments: readonly string[] }) {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('read'));
    });
  return (async () => {
    const database = await answer(indexedDB.open(name));
    const stores = database.transaction(['assessments', 'entries', 'evidence']);
    const keys = async (store: string, assessment: string) => {
      const range = IDBKeyRange.bound([assessment], [assessment, []]);
      return ((await answer(stores.objectStore(store).getAllKeys(range))) as [string, string][]).map(([, key]) => key);
    };
    const found = assessments.map(async (assessment) => ({
      listed: (await answer(stores.objectStore('assessments').getKey(assessment))) !== undefined,
      entries: await keys('entries', assessment),
      documents: await keys('evidence', assessment),
    }));
    const holdings = await Promise.all(found);
    database.close();
    return holdings;
  })();
}

export async function holdingsOf(
  page: KillablePage,
  assessments: readonly string[],
): Promise<ReadonlyMap<string, Holding>> {
  const holdings: Holding[] = await page.run(readHoldingsInPage, { name: DATABASE_NAME, assessments });
  return new Map(assessments.map((assessment, index) => [assessment, holdings[index] as Holding]));
}
