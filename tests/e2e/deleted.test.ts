import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { sha256Hex } from '../../src/domain/sha256.ts';
import { readSextantFile } from '../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import { sampleAssessment } from '../fixtures/sample-assessment.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
const TITLE = `${ROUND.country} · ${ROUND.title}`;
const DAY_MS = 86_400_000;

test.beforeEach(async ({ context }) => {
  // Two tabs and many starts.
  test.slow();
  await context.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
});

async function start(page: Page): Promise<void> {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).answerByKeyboard('32');
  await new AssessPage(page).waitUntilSaved();
}

/** The first page in another tab. */
async function openLibrary(context: BrowserContext): Promise<Page> {
  const other = await context.newPage();
  await new LibraryPage(other).open();
  return other;
}

async function remove(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText(`“${TITLE}” was deleted.`)).toBeVisible();
}

/** Takes all but some days off what is left of the deleted one, past the app. */
const leaveDays = (page: Page, days: number) =>
  page.evaluate(
    (leftMs) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('sextant-assessments');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('assessments', 'readwrite');
          const store = transaction.objectStore('assessments');
          store.openCursor().onsuccess = ({ target }) => {
            const row = (target as IDBRequest<IDBCursorWithValue>).result.value;
            store.put({ ...row, countdown: { ...row.countdown, leftMs } });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    days * DAY_MS,
  );

/** A disk without room for documents. In a real one: tests/faults. */
const fill = (page: Page, isFull: boolean) =>
  page.evaluate((full) => {
    const original = IDBObjectStore.prototype.put;
    const state = window as unknown as { put?: typeof original };
    state.put ??= original;
    const { put } = state;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (full && this.name === 'evidence') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  }, isFull);

const idOf = (page: Page) => /assessment\/([^/]+)/.exec(page.url())?.[1] ?? '';

test('what is deleted in one tab takes nothing more in another, is saved from there, and is brought back', async ({
  page,
  context,
}) => {
  await start(page);
  const other = await openLibrary(context);
  await remove(other);
  const said = page.getByText(/This assessment was deleted on this computer/);
  await expect(said).toBeVisible();
  await expect(page.getByText('Saved on this computer')).toBeHidden();
  await expect(page.getByRole('radio').first()).toBeDisabled();
  await page.keyboard.press('1');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file of what is in this tab' }).click();
  const file = readSextantFile(readFileSync(await (await download).path()));
  const answers = file.ok ? file.value.journal.entries.filter(({ register }) => register.endsWith('/answer')) : [];
  expect(answers).toHaveLength(2);

  await other.reload();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(said).toBeHidden();
  await expect(other.getByRole('heading', { name: TITLE })).toBeVisible();
  await new AssessPage(page).expectProgress(2, 30);
  await page.keyboard.press('1');
  await new AssessPage(page).waitUntilSaved();
  await expect(page.getByRole('radio').first()).toBeEnabled();
});

test('what is erased in one tab says so in another, and its work can still be saved', async ({ page, context }) => {
  await start(page);
  const other = await openLibrary(context);
  await remove(other);
  await other.getByText('Deleted assessments (1)').click();
  await other.getByRole('button', { name: `Erase now: ${TITLE}` }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Erase now' }).click();
  await expect(page.getByText(/it was erased, perhaps in another tab/)).toBeVisible();
  await expect(other.getByText('Deleted assessments')).toBeHidden();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file of what is in this tab' }).click();
  const file = await (await download).path();
  await new LibraryPage(other).chooseFile(file);
  await other.getByRole('button', { name: 'Take it in' }).click();
  await new AssessPage(other).goTo('Answers');
  await new AssessPage(other).expectProgress(2, 30);
});

test('after another tab erased everything a page says so in view, and writes nothing more', async ({
  page,
  context,
}) => {
  await start(page);
  const other = await openLibrary(context);
  await other.goto('#/new');
  const title = other.getByLabel('Title of the round');
  await title.fill('Of a secret round');
  await page.goto('#/about');
  await page.getByLabel(/To confirm, type/).fill('erase');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByText('Everything was erased.')).toBeVisible();
  await title.scrollIntoViewIfNeeded();
  await expect(other.getByText(/was erased in another tab, and this page writes nothing more/)).toBeInViewport();
  await title.pressSequentially('Typed on');
  // The write was asked for, and refused.
  await expect(other.getByText(/was erased in another tab/)).toHaveCount(2);
  await expect(other.getByText(/was erased in another tab/).last()).toBeInViewport();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('a deletion is undone after a reload, and at its own address', EVERYDAY, async ({ page }) => {
  await start(page);
  const address = page.url();
  await page.goto('#/');
  await remove(page);
  await page.reload();
  await page.getByText('Deleted assessments (1)').click();
  await page.getByRole('button', { name: `Bring back: ${TITLE}` }).click();
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(page.getByText('Deleted assessments')).toBeHidden();
  await remove(page);
  await page.goto(address);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await new AssessPage(page).expectProgress(2, 30);
});

test('a deleted assessment is kept for thirty days of starts, whatever the clock does', async ({ page }) => {
  const now = Date.UTC(2026, 10, 21, 12);
  await page.clock.setFixedTime(now);
  await start(page);
  await page.goto('#/');
  await remove(page);
  const list = page.getByText('Deleted assessments (1)');
  await page.reload();
  await list.click();
  await expect(page.getByText('kept at least until 21 December 2026')).toBeVisible();
  await page.clock.setFixedTime(now + 3650 * DAY_MS);
  await page.reload();
  await expect(list).toBeVisible();
  await page.clock.setFixedTime(now);
  await page.reload();
  await expect(list).toBeVisible();
  // The days between are counted in tests/unit/storage/deleted-assessments.test.ts.
  await leaveDays(page, 2);
  await page.clock.setFixedTime(now + DAY_MS);
  await page.reload();
  await expect(list).toBeVisible();
  await page.clock.setFixedTime(now + 2 * DAY_MS);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(list).toBeHidden();
});

test('two tabs agree at once, and no message shows what is not stored', async ({ page, context }) => {
  await start(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await new AssessPage(other).expectProgress(2, 30);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^1c/);
  await new AssessPage(page).answerByKeyboard('1');
  await new AssessPage(other).expectProgress(3, 30);
  await page.evaluate((assessment) => {
    const channel = new BroadcastChannel('sextant-changes-2');
    const id = '2026-11-21T09:30:00.000Z-0000-00000000000000ff';
    const entry = {
      id,
      at: id.slice(0, 24),
      actor: 'facilitator',
      register: 'round/title',
      value: 'Forged',
      replaces: [],
    };
    channel.postMessage({ assessment, ids: [id], entries: [entry] });
    channel.postMessage({ assessment, ids: null });
    channel.close();
  }, idOf(page));
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^1d/);
  await new AssessPage(page).answerByKeyboard('2');
  await new AssessPage(other).expectProgress(4, 30);
  await expect(other.getByText('Forged')).toBeHidden();
  await expect(other.getByText(/was deleted|was erased/)).toBeHidden();
});

test('a clock of 1985 costs no answer and is named', async ({ page }) => {
  await start(page);
  await page.clock.setFixedTime(Date.UTC(1985, 0, 1, 10));
  await page.reload();
  await expect(page.getByText(/The clock of this computer shows .*1985/)).toBeVisible();
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  await new AssessPage(page).answerByKeyboard('1');
  await expect(page.locator('input[type=radio][name^="answer-"]:checked')).toBeVisible();
  await new AssessPage(page).waitUntilSaved();
  await page.reload();
  await expect(page.getByRole('radio').first()).toBeChecked();
  await page.goto('#/');
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, { ...ROUND, title: 'Round 1985' });
  await new AssessPage(page).answerByKeyboard('321');
  await new AssessPage(page).expectProgress(3, 30);
});

test('a file that finds no room is taken in whole later, and the deleted ones are offered for erasing first', async ({
  page,
}) => {
  const sample = sampleAssessment();
  // Bytes that no database packs.
  const document = new Uint8Array(100_000);
  for (let index = 0, seed = 1; index < document.length; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    document[index] = seed >> 16;
  }
  const sha256 = sha256Hex(document);
  const entries = sample.journal.entries.map((entry) =>
    entry.register === 'evidence/E1' && 'value' in entry
      ? {
          ...entry,
          value: { title: 'Decree', access: 'public', sha256, fileName: 'decree.pdf', sizeBytes: document.length },
        }
      : entry,
  );
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sextant-')), 'returned.sextant');
  const journal = { ...sample.journal, entries };
  writeFileSync(file, writeSextantFile({ ...sample, journal, evidence: new Map([[sha256, document]]) }));

  await start(page);
  await page.goto('#/');
  await remove(page);
  await fill(page, true);
  await new LibraryPage(page).chooseFile(file);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take it in' }).click();
  await expect(dialog.getByText('This file was not taken in; nothing on this computer has changed.')).toBeVisible();
  await expect(dialog.getByText(/There is no room left on this computer/)).toBeVisible();
  await expect(dialog.getByText('It holds 14 recorded changes.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Erase deleted assessments \(1, / })).toBeVisible();
  await fill(page, false);
  await dialog.getByRole('button', { name: /^Erase deleted assessments \(1, / }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase now' }).click();
  await page.waitForURL(/assess/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file', exact: true }).first().click();
  const saved = readSextantFile(readFileSync(await (await download).path()));
  expect(saved.ok && [...saved.value.evidence.keys()]).toEqual([sha256]);
});
