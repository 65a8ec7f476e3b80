import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { DATABASE_NAME } from '../../src/storage/database-schema.ts';
import type { Browser } from '../e2e/find-browser.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';
import type { BuildServer } from '../e2e/serve-build.ts';
import { freshContext, prepare } from './app-in-browser.ts';
import type { FaultFile, FaultFileSize } from './fault-files.ts';
import { FaultFiles } from './fault-files.ts';
import type { FaultTest, Finding, NamedFaultTest } from './fault-test.ts';
import { goToPage, stagesOn } from '../e2e/pages/go-to-page.ts';
import { startKillable } from './killable-browser.ts';
import { readHoldingsInPage } from './page-verbs.ts';
import { halfOf } from './take-in-files.ts';

const NOTHING: FaultFileSize = { indicators: 0, documents: 0, documentBytes: 0 };
const SMALL: FaultFileSize = { indicators: 3, documents: 2, documentBytes: 20_000 };
const NO_ROOM = 'There is no room left on this computer';
/** More puts than any file here needs: the run ends when the file is taken in before the nth one. */
const MOST_PUTS = 60;

/** Chooses a file on the first page and waits for what it holds. */
export async function chooseFile(page: Page, server: BuildServer, file: FaultFile): Promise<void> {
  if (!page.url().startsWith(server.url)) await page.goto(server.url);
  await page.evaluate(() => (location.hash = '#/'));
  await new LibraryPage(page).chooseFile(file.path);
  await page.getByRole('button', { name: 'Take it in' }).waitFor();
}

export async function untilTakenIn(page: Page): Promise<void> {
  await stagesOn(page).waitFor();
  await expect(page.getByRole('dialog')).toBeHidden();
  await goToPage(page, 'Answers');
}

export async function takeIn(page: Page, server: BuildServer, file: FaultFile): Promise<void> {
  await chooseFile(page, server, file);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await untilTakenIn(page);
}

/** How much of a file is stored: all of it, nothing, or half of it in words. */
export async function storedOf(page: Page, file: FaultFile): Promise<'all' | 'nothing' | string> {
  const wanted = { name: DATABASE_NAME, assessments: [file.assessment] };
  const [holding] = await page.evaluate(readHoldingsInPage, wanted);
  if (holding === undefined) return 'nothing';
  const { found, half } = halfOf(file, holding);
  return half ?? (found === 0 ? 'nothing' : 'all');
}

/** Presses the button, waits for the end or for a sentence, and holds what is shown against what is stored. */
async function takeInRefused(page: Page, file: FaultFile, name: string): Promise<string[]> {
  await page.getByRole('button', { name: 'Take it in' }).click();
  const said = page.getByText(NO_ROOM).first();
  const done = stagesOn(page);
  await said
    .or(done)
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => undefined);
  const stored = await storedOf(page, file);
  const isSaid = await said.isVisible();
  if (stored !== 'all' && stored !== 'nothing') return [`${name}: ${stored}`];
  if (stored === 'nothing' && !isSaid) return [`${name}: nothing was taken in, and nothing is said`];
  if (stored === 'all' && isSaid) return [`${name}: all was taken in, and the page says that there was no room`];
  return [];
}

/** Runs before the app: the nth put or add from now on finds no room, as a full disk would. */
function failNthPut(): void {
  let left = Infinity;
  Reflect.set(globalThis, 'failPut', (nth: number) => (left = nth));
  Reflect.set(globalThis, 'putsLeft', () => left);
  for (const name of ['put', 'add'] as const) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: Parameters<typeof original>) {
      left -= 1;
      if (left === 0) throw new DOMException('no room left', 'QuotaExceededError');
      return original.apply(this, given);
    };
  }
}

/** No room at the first put of a file that is taken in, at the second, and so on: all of it or nothing, and it is said. */
const noRoomAtEachPut =
  (kind: 'import' | 'merge'): FaultTest =>
  async ({ browser, server }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sextant-puts-'));
    const context = await freshContext(browser);
    await context.addInitScript(failNthPut);
    const page = await context.newPage();
    const gone: string[] = [];
    let tried = 0;
    let compared = 0;
    try {
      const home = new FaultFiles();
      await takeIn(page, server, home.write(path.join(folder, 'base.sextant'), NOTHING));
      for (let nth = 1; nth <= MOST_PUTS && gone.length === 0; nth++) {
        const files = kind === 'merge' ? home : new FaultFiles();
        const file = files.write(path.join(folder, `${nth}.sextant`), SMALL);
        await chooseFile(page, server, file);
        await page.evaluate((left) => (Reflect.get(globalThis, 'failPut') as (nth: number) => void)(left), nth);
        gone.push(...(await takeInRefused(page, file, `${kind}, put ${nth}`)));
        const left = await page.evaluate(() => (Reflect.get(globalThis, 'putsLeft') as () => number)());
        // It failed before the put: everything was tried.
        if (left > 0) break;
        tried += 1;
        await page.evaluate(() => (Reflect.get(globalThis, 'failPut') as (nth: number) => void)(Infinity));
        if ((await storedOf(page, file)) === 'nothing') await page.getByRole('button', { name: 'Take it in' }).click();
        await untilTakenIn(page);
        const stored = await storedOf(page, file);
        if (stored !== 'all') gone.push(`${kind}, put ${nth}, once more with room: ${stored}`);
        compared += file.entries.length + file.documents.length;
      }
      return { gone, compared, tried };
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };

/** The browser's own quota, which it finds exceeded only when the transaction ends: the documents have no room. */
async function quotaInMerge(program: Browser, server: BuildServer): Promise<Finding> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-quota-'));
  const { context, kill } = await startKillable(program, path.join(folder, 'profile'));
  try {
    await prepare(context);
    const holder = await context.newPage();
    await holder.goto(new URL('icon.svg', server.url).href);
    const devtools = await context.newCDPSession(holder);
    const { origin } = new URL(server.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
    const page = await context.newPage();
    const home = new FaultFiles();
    await takeIn(page, server, home.write(path.join(folder, 'base.sextant'), NOTHING));
    const file = home.write(path.join(folder, 'merge.sextant'), {
      indicators: 5,
      documents: 3,
      documentBytes: 3_000_000,
    });
    await chooseFile(page, server, file);
    const gone = await takeInRefused(page, file, 'merge beyond the quota');
    if ((await storedOf(page, file)) !== 'nothing') gone.push('9 MB found room in a quota of 4 MB: nothing was tested');
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000_000 });
    if (gone.length > 0) return { gone, compared: 0 };
    await page.getByRole('button', { name: 'Take it in' }).click();
    await untilTakenIn(page);
    const stored = await storedOf(page, file);
    if (stored !== 'all') gone.push(`once more with room: ${stored}`);
    return { gone, compared: file.entries.length + file.documents.length };
  } finally {
    await kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const MERGE_FAULTS: readonly NamedFaultTest[] = [
  ['no room at each put of an import', noRoomAtEachPut('import')],
  ['no room at each put of a merge', noRoomAtEachPut('merge')],
  ['merge beyond the quota', ({ program, server }) => quotaInMerge(program, server)],
];
