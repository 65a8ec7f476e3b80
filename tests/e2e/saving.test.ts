import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { readSextantFile } from '../../src/file/read-sextant-file.ts';
import { EVERYDAY, expect, test as base } from './fixtures.ts';
import type { PageName } from './pages/go-to-page.ts';
import { goToPage, stagesOn } from './pages/go-to-page.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { chosenFiles, readChosenFile, standInForDialogue } from './stand-in-dialogue.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
/** What the policy DefaultFileSystemWriteGuardSetting = 2 sets: Chromium itself refuses its dialogue. */
const FILE_EDITING_BLOCKED = { profile: { default_content_setting_values: { file_system_write_guard: 2 } } };
/** Longer than the five seconds for which a click allows a dialogue. */
const LONG_WORK_MS = 6_000;
/** Some files are made in seconds, on a busy machine in a minute. */
const PATIENCE = { timeout: 120_000 };

interface Browsers {
  /** A context of real Chromium that may write to no file. */
  blocked: BrowserContext;
}

const test = base.extend<Browsers>({
  blocked: async ({ launchOptions, baseURL }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sextant-blocked-'));
    mkdirSync(path.join(folder, 'Default'));
    writeFileSync(path.join(folder, 'Default', 'Preferences'), JSON.stringify(FILE_EDITING_BLOCKED));
    const options = { ...launchOptions, locale: 'en-GB', viewport: { width: 1280, height: 800 } };
    const context = await chromium.launchPersistentContext(folder, { ...options, baseURL: baseURL ?? '' });
    await use(context);
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
});

async function openSample(page: Page): Promise<void> {
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await stagesOn(page).waitFor();
}

/** What writes files is loaded when it is first wanted: from now on it comes late. */
async function delayScripts(page: Page): Promise<void> {
  let late: Promise<void> | null = null;
  await page.context().route('**/*.js', async (route) => {
    late ??= new Promise((resolve) => setTimeout(resolve, LONG_WORK_MS));
    await late;
    await route.continue();
  });
}

/** Every kind of file that the sample has, and the click that asks for it. */
const KINDS: readonly { kind: string; step: PageName; name: RegExp; press: (page: Page) => Promise<void> }[] = [
  {
    kind: 'the assessment',
    step: 'Results',
    name: /\.sextant$/,
    press: (page) => page.getByRole('button', { name: 'Save a file' }).click(),
  },
  {
    kind: 'the assessment, by Ctrl+S',
    step: 'What comes first',
    name: /\.sextant$/,
    press: (page) => page.keyboard.press('Control+s'),
  },
  {
    kind: 'all packs',
    step: 'Institutions',
    name: /-packs-[\w-]+\.zip$/,
    press: (page) =>
      page
        .getByRole('button', { name: /^Save (all|the pack)/ })
        .first()
        .click(),
  },
  {
    kind: 'a reminder letter',
    step: 'What came back',
    name: /\.docx$/,
    press: async (page) => {
      const letters = page.locator('details', { hasText: /Reminder letter/ });
      await letters.locator('summary').click();
      await letters.getByRole('button').first().click();
    },
  },
  {
    kind: 'a picture',
    step: 'Results',
    name: /\.png$/,
    press: (page) =>
      page
        .getByRole('button', { name: /^PNG: save/ })
        .first()
        .click(),
  },
  {
    kind: 'its numbers',
    step: 'Results',
    name: /\.csv$/,
    press: (page) =>
      page
        .getByRole('button', { name: /^CSV: save/ })
        .first()
        .click(),
  },
  {
    kind: 'the plan as a workbook',
    step: 'Plan',
    name: /\.xlsx$/,
    press: (page) => page.getByRole('button', { name: 'Download for Excel' }).click(),
  },
  {
    kind: 'the page for the minister',
    step: 'Papers',
    name: /one-page-internal-under-review-\d{4}-\d\d-\d\d\.pdf$/,
    press: (page) => page.getByRole('button', { name: 'One page for the minister (PDF)' }).click(),
  },
  {
    kind: 'the report as PDF',
    step: 'Papers',
    name: /\.pdf$/,
    press: (page) => page.getByRole('button', { name: 'Download PDF' }).click(),
  },
  {
    kind: 'the report as Word',
    step: 'Papers',
    name: /\.docx$/,
    press: async (page) => {
      await page.getByText('Other files').click();
      await page.getByRole('button', { name: 'Word, to edit' }).click();
    },
  },
];

test.describe('where a policy refuses the real dialogue of Chromium', () => {
  test('every kind of file is given as a download, and the screen does not call it saved', async ({ blocked }) => {
    test.setTimeout(600_000);
    const page = await blocked.newPage();
    await openSample(page);
    for (const { kind, step, name, press } of KINDS) {
      await test.step(kind, async () => {
        await goToPage(page, step);
        const download = page.waitForEvent('download', PATIENCE);
        await press(page);
        expect((await download).suggestedFilename()).toMatch(name);
        expect(readFileSync(await (await download).path()).length).toBeGreaterThan(100);
        const question = page.getByText(/Given to your browser as a download|in your download folder\?/).first();
        await expect(question).toBeVisible(PATIENCE);
        await page.getByRole('button', { name: 'It is there' }).first().click();
        await expect(question).toBeHidden();
      });
    }
    const refused = await page.evaluate(async () => {
      const pick = Reflect.get(window, 'showSaveFilePicker') as () => Promise<unknown>;
      return pick().catch((error: unknown) => (error as DOMException).name);
    });
    // The dialogue is there and refused: nothing above went around it.
    expect(['NotAllowedError', 'SecurityError']).toContain(refused);
  });

  test('work of more than five seconds ends in a download as well', async ({ blocked }) => {
    test.setTimeout(300_000);
    const page = await blocked.newPage();
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await goToPage(page, 'Results');
    await delayScripts(page);
    const download = page.waitForEvent('download', PATIENCE);
    await page.getByRole('button', { name: 'Save a file' }).click();
    const read = await readSextantFile(new Uint8Array(readFileSync(await (await download).path())));
    expect(read.ok).toBe(true);
  });
});

test('work of more than five seconds ends in the file that was chosen in the click', async ({ page }) => {
  test.setTimeout(300_000);
  await standInForDialogue(page);
  await openSample(page);
  await goToPage(page, 'Papers');
  await page.getByText('Other files').click();
  await delayScripts(page);
  await page.getByRole('button', { name: 'Word, to edit' }).click();
  await expect(page.getByText('Saved: Word, to edit')).toBeVisible(PATIENCE);
  const [file] = await chosenFiles(page);
  expect(file?.name).toMatch(/\.docx$/);
  expect(file?.size).toBeGreaterThan(1000);
});

test('a file that is stopped, or whose maker does not come, leaves no empty file', async ({ page }) => {
  test.setTimeout(300_000);
  await standInForDialogue(page);
  await openSample(page);
  await goToPage(page, 'Papers');
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Download PDF' })).toBeEnabled();
  expect(await chosenFiles(page)).toEqual([]);
});

test.describe('where downloads are refused', () => {
  test.use({ acceptDownloads: false });

  test('a file is not called saved before the person says that it is there, and leaving is asked about', async ({
    page,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    const assess = new AssessPage(page);
    await assess.answerByKeyboard('12121212121212121212');
    await assess.waitUntilSaved();
    await page.getByRole('button', { name: 'Save a file' }).click();
    await expect(page.getByText(/in your download folder\?/)).toBeVisible();
    await expect(page.getByText('downloaded, to be confirmed')).toBeVisible();
    await expect(page.getByText(/file saved/)).toBeHidden();
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await page.getByRole('group', { name: 'Maturity level' }).waitFor();
    await page.getByRole('button', { name: 'Save a file' }).click();
    await page.getByRole('button', { name: 'It is there' }).click();
    await expect(page.getByText(/file saved/)).toBeVisible();
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });
});

test(
  'Ctrl+S saves what is being typed too, with its cursor where it was, and nothing outside of an assessment',
  EVERYDAY,
  async ({ page }) => {
    await standInForDialogue(page);
    await page.addInitScript(() => {
      Reflect.set(window, 'prevented', []);
      window.addEventListener('keydown', (event) => {
        if (event.key === 's')
          setTimeout(() => (Reflect.get(window, 'prevented') as boolean[]).push(event.defaultPrevented));
      });
    });
    await new LibraryPage(page).open();
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'prevented') as boolean[])).toEqual([true]);
    expect(await chosenFiles(page)).toEqual([]);
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    const comment = page.getByRole('textbox', { name: /Comment/ }).first();
    await comment.fill('Decree 12 of 2024');
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/file saved/)).toBeVisible();
    await expect(comment).toBeFocused();
    const [file] = await chosenFiles(page);
    const read = await readSextantFile(await readChosenFile(page, file?.name ?? ''));
    expect(JSON.stringify(read.ok && read.value.journal.entries)).toContain('Decree 12 of 2024');
  },
);
