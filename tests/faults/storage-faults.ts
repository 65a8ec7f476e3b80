import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { readSextantFile } from '../../src/file/read-sextant-file.ts';
import { DATABASE_NAME, DATABASE_VERSION } from '../../src/storage/database-schema.ts';
import { AssessPage } from '../e2e/pages/assess-page.ts';
import { goToPage } from '../e2e/pages/go-to-page.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';
import { answerFast, listen, shownAsSaved } from './answer-fast.ts';
import type { OpenApp } from './app-in-browser.ts';
import { answer, answeredOnScreen, freshContext, openApp, prepare, untilFailed, untilSaved } from './app-in-browser.ts';
import type { FaultTest, Finding, NamedFaultTest } from './fault-test.ts';
import { compare, count } from './fault-test.ts';
import { startKillable } from './killable-browser.ts';
import { recordTorn } from './record-torn.ts';
import type { AnswersInOrder } from './stored-answers.ts';
import { answersOf, findLost, readStoredEntries } from './stored-answers.ts';

const QUOTA_BYTES = 4_000_000;

async function answersInFile(page: Page, button: string): Promise<AnswersInOrder> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  const read = readSextantFile(new Uint8Array(readFileSync(await (await download).path())));
  if (!read.ok) throw new Error(`the saved file does not open: ${JSON.stringify(read.problems)}`);
  return answersOf(read.value.journal.entries);
}

/** Three answers saved, then one that the browser refuses to store: said, still in the file, and stored when it can be. */
async function refusedWrite(app: OpenApp, refuse: () => Promise<void>, allow: () => Promise<void>): Promise<Finding> {
  const { page, assessment, context } = app;
  const expected = new Map([
    ['1a', ['yes']],
    ['1b', ['regular-only']],
    ['1c', ['no']],
    ['2a', ['yes']],
  ]);
  await answer(app, '1a', 3);
  await answer(app, '1b', 2);
  await answer(app, '1c', 1);
  await untilSaved(page);
  await refuse();
  await answer(app, '2a', 3);
  await untilFailed(page);
  const gone = [...findLost(expected, await answersInFile(page, 'Download a copy'))];
  await allow();
  await page.getByRole('button', { name: 'Try again' }).click();
  await untilSaved(page);
  await page.reload();
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  const stored = await compare(page, assessment, expected);
  await context.close();
  return { gone: [...gone, ...stored.gone], compared: stored.compared };
}

/** Puts rows of another assessment into the app's database until not even a small one finds room. */
async function fillDatabase(page: Page): Promise<void> {
  const full = await page.evaluate(
    (name) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const put = (length: number, row: number) => {
            const transaction = opening.result.transaction('damaged', 'readwrite', { durability: 'strict' });
            const text = Array.from({ length }, () => Math.random().toString(36)[2]).join('');
            transaction.objectStore('damaged').put({ assessment: 'filler', sha256: String(row), line: text });
            const end = (isFull: boolean) => {
              opening.result.close();
              resolve(isFull);
            };
            transaction.oncomplete = () => (row > 2000 ? end(false) : put(length, row + 1));
            transaction.onabort = () => (length > 10 ? put(Math.floor(length / 4), row + 1) : end(true));
          };
          put(400_000, 0);
        };
      }),
    DATABASE_NAME,
  );
  if (!full) throw new Error('the database could not be filled');
}

async function emptyDatabase(page: Page): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('damaged', 'readwrite');
          transaction.objectStore('damaged').clear();
          transaction.oncomplete = transaction.onabort = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    DATABASE_NAME,
  );
}

/** Only a profile on disk has a quota that can be set. */
const quotaExhausted: FaultTest = async ({ program, server }) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'sextant-quota-'));
  const { context, kill } = await startKillable(program, profile);
  try {
    await prepare(context);
    // Set before anything is written, on a page that stays: the browser looks at it only now and then.
    const holder = await context.newPage();
    await holder.goto(new URL('icon.svg', server.url).href);
    const devtools = await context.newCDPSession(holder);
    const { origin } = new URL(server.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA_BYTES });
    const app = await openApp(context, server);
    const fill = () => fillDatabase(app.page);
    const empty = async () => {
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 50 * QUOTA_BYTES });
      await emptyDatabase(app.page);
    };
    return await refusedWrite(app, fill, empty);
  } finally {
    await kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

const transactionAborted: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const abortWrites = (aborts: boolean) => () =>
    app.page.evaluate((value) => void Reflect.set(globalThis, 'abortsWrites', value), aborts);
  await app.page.evaluate(() => {
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      const request = original.apply(this, given);
      if (Reflect.get(globalThis, 'abortsWrites') === true) this.transaction.abort();
      return request;
    };
  });
  return refusedWrite(app, abortWrites(true), abortWrites(false));
};

/** Opens the database past the app and holds it, as a page of another version would. */
async function holdDatabase(page: Page, version: number | null, lets: 'go' | 'hold'): Promise<void> {
  await page.evaluate(
    ([name, wanted, isPolite]) =>
      new Promise<void>((resolve, reject) => {
        const opening = wanted === null ? indexedDB.open(name) : indexedDB.open(name, wanted);
        opening.onerror = () => reject(opening.error ?? new Error('open'));
        opening.onsuccess = () => {
          Reflect.set(globalThis, 'heldDatabase', opening.result);
          if (isPolite) opening.result.onversionchange = () => opening.result.close();
          resolve();
        };
      }),
    [DATABASE_NAME, version, lets === 'go'] as const,
  );
}

const letGo = (page: Page) =>
  page.evaluate(() => (Reflect.get(globalThis, 'heldDatabase') as IDBDatabase | undefined)?.close());

/** An older tab holds the database of an older version: the new one waits, says so, and goes on when it is closed. */
const blockedByOlderTab: FaultTest = async ({ browser, server }) => {
  const context = await freshContext(browser);
  const older = await context.newPage();
  // The page of the older version is any page of this origin without the app in it.
  await older.goto(new URL('icon.svg', server.url).href);
  const first = await context.newPage();
  const library = new LibraryPage(first);
  await library.open(server.url);
  await library.startAssessment(/SDG indicator 10\.7\.2/, { country: 'a', title: 'b', lead: 'c' });
  const app = { page: first, assessment: /assessment\/([^/]+)/.exec(first.url())?.[1] ?? '' };
  await answer(app, '1a', 3);
  await untilSaved(first);
  const url = first.url();
  await holdDatabase(older, null, 'hold');
  // The app of tomorrow asks for a higher number; for this one the file of the database says a lower one.
  await first.goto('about:blank');
  const gone: string[] = [];
  await first.addInitScript((next) => {
    const original = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      return version === undefined ? original.call(this, name) : original.call(this, name, next);
    };
  }, DATABASE_VERSION + 1);
  await first.goto(url);
  const words = first.getByText('Close the other tabs of Sextant').first();
  await words.waitFor().catch(() => gone.push('a blocked start says nothing'));
  await letGo(older);
  await first.getByRole('group', { name: 'Maturity level' }).waitFor();
  if (await words.isVisible()) gone.push('the notice stays after the other tab has let go');
  const finding = await compare(first, app.assessment, new Map([['1a', ['yes']]]));
  await context.close();
  return { gone: [...gone, ...finding.gone], compared: finding.compared };
};

/** A newer version takes the database over while this tab is open: it says so, writes nothing more and loses nothing. */
const openedByNewerVersion: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const { page, context, assessment } = app;
  const gone: string[] = [];
  await answer(app, '1a', 3);
  await untilSaved(page);
  const newer = await context.newPage();
  await newer.goto(new URL('icon.svg', server.url).href);
  await holdDatabase(newer, 999, 'go');
  await page.getByText('A newer version of Sextant has been used').first().waitFor();
  await answer(app, '1b', 2);
  await untilFailed(page);
  const expected = new Map([
    ['1a', ['yes']],
    ['1b', ['regular-only']],
  ]);
  gone.push(...findLost(expected, await answersInFile(page, 'Download a copy')));
  const again = await context.newPage();
  await again.goto(app.url);
  await again.getByText('A newer version of Sextant has been used').first().waitFor();
  const stored = await compare(newer, assessment, new Map([['1a', ['yes']]]));
  await context.close();
  return { gone: [...gone, ...stored.gone], compared: stored.compared + count(expected) };
};

/** Five tabs answer the same questions at once: everything shown as saved in any of them is there, and all show the same. */
const fiveTabs: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const pages = [app.page];
  while (pages.length < 5) {
    const page = await app.context.newPage();
    await page.goto(app.url);
    await page.getByRole('group', { name: 'Maturity level' }).waitFor();
    pages.push(page);
  }
  const heard = pages.map(listen);
  await Promise.all(pages.map((page, index) => answerFast(page, { seed: index + 1, answers: 40 })));
  const stored = answersOf(await readStoredEntries(app.page, app.assessment));
  const gone: string[] = [];
  let compared = 0;
  heard.forEach((one, tab) => {
    for (const [indicator, levels] of shownAsSaved(one)) {
      compared += levels.length;
      // The tabs take turns in the journal; each tab's own answers stand in it in their order.
      let at = 0;
      for (const level of stored.get(indicator) ?? []) if (level === levels[at]) at += 1;
      if (at < levels.length) gone.push(`tab ${tab + 1}: ${indicator}, ${levels.length - at} answers are missing`);
    }
  });
  for (const [tab, page] of pages.entries()) {
    await expect
      .poll(() => answeredOnScreen(page), { timeout: 10_000 })
      .toBe(stored.size)
      .catch(() => gone.push(`tab ${tab + 1} does not show what the others wrote`));
  }
  await app.context.close();
  return { gone, compared };
};

/** The clock is set back a day between two answers: the later answer is the one that counts. */
const clockSetBack: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const { page, context, assessment } = app;
  await answer(app, '1a', 1);
  await untilSaved(page);
  await context.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 24 * 3_600_000;
  });
  await page.reload();
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  await answer(app, '1a', 3);
  await answer(app, '1b', 2);
  await untilSaved(page);
  await page.reload();
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  const stored = await compare(
    page,
    assessment,
    new Map([
      ['1a', ['no', 'yes']],
      ['1b', ['regular-only']],
    ]),
  );
  await page.evaluate((hash) => (location.hash = hash), `#/assessment/${assessment}/assess/1a`);
  await expect(page.locator('input.choice[name="answer-1a"][value="yes"]')).toBeChecked();
  await context.close();
  return stored;
};

/** The browser clears its storage under an open page: said at the next answer, and the file brings everything back. */
const storageWiped: FaultTest = async ({ browser, server }) => {
  const app = await openApp(await freshContext(browser), server);
  const { page, context, assessment } = app;
  const expected = new Map([
    ['1a', ['yes']],
    ['1b', ['regular-only']],
  ]);
  await answer(app, '1a', 3);
  await answer(app, '1b', 2);
  await untilSaved(page);
  const assess = new AssessPage(page);
  const file = await assess.saveFile();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(server.url).origin, storageTypes: 'all' });
  await answer(app, '1c', 1);
  await untilFailed(page);
  const gone = [
    ...findLost(
      new Map([...expected, ['1c', ['no']]]),
      await answersInFile(page, 'Save a file of what is in this tab'),
    ),
  ];
  const library = new LibraryPage(page);
  await library.open(server.url);
  await library.chooseFile(file);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await goToPage(page, 'Answers');
  const restored = await compare(page, assessment, expected);
  await context.close();
  return { gone: [...gone, ...restored.gone], compared: restored.compared + 3 };
};

export const STORAGE_FAULTS: readonly NamedFaultTest[] = [
  ['no room left (quota exhausted)', quotaExhausted],
  ['transaction aborted', transactionAborted],
  ['database blocked by an older tab', blockedByOlderTab],
  ['database opened by a newer version', openedByNewerVersion],
  ['five tabs writing at once', fiveTabs],
  ['clock set back by a day', clockSetBack],
  ['storage wiped under an open page', storageWiped],
  ['killed in the middle of a record', recordTorn],
];
