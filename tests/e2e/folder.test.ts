import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { FolderSection } from './pages/folder-section.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

/** The dialogue cannot be driven: a folder of the browser's own file system stands in for the network drive. */
async function stubFolderDialogue(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(window, 'showDirectoryPicker', async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Round 2026', { create: true }),
    );
  });
}

async function goToQuestion(page: Page, indicator: string): Promise<void> {
  await page.evaluate(
    (id) => (location.hash = location.hash.replace(/\/assess(\/[^/]*)?$/, `/assess/${id}`)),
    indicator,
  );
  await page.locator(`input.choice[name="answer-${indicator}"]`).first().waitFor({ state: 'attached' });
}

/** What lies in the folder: bytes by name. */
async function readFolder(page: Page): Promise<Map<string, Buffer>> {
  const files = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Round 2026', { create: true });
    const found: [string, number[]][] = [];
    for await (const handle of folder.values() as AsyncIterable<FileSystemFileHandle>) {
      const file = await handle.getFile();
      found.push([handle.name, [...new Uint8Array(await file.arrayBuffer())]]);
    }
    return found;
  });
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

async function writeIntoFolder(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    async ([file, content]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Round 2026');
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await stream.write(new Uint8Array(content));
      await stream.close();
    },
    [name, [...bytes]] as const,
  );
}

test('two people work in one folder, each with a file of their own', async ({ page, context, baseURL }) => {
  await stubFolderDialogue(page);
  const [library, assess, folder] = [new LibraryPage(page), new AssessPage(page), new FolderSection(page)];
  await library.open();
  await library.startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await assess.answerByKeyboard('32');
  await assess.waitUntilSaved();
  await assess.goTo('Round');
  await folder.choose('Border office');
  await expect(page.getByText('yours will be the first')).toBeVisible();
  expect([...(await readFolder(page)).keys()]).toEqual([]);
  await folder.join();
  const [[first, bytes] = ['', Buffer.alloc(0)]] = [...(await readFolder(page))];
  expect(first).toMatch(/^Border-office-[0-9a-f]{8}\.sextant$/);
  await expect(page.getByText(/file saved/)).toBeVisible();

  // Somebody else at another computer, here one that keeps nothing and so shares nothing but the folder.
  const other = await context.newPage();
  await stubFolderDialogue(other);
  const [otherAssess, otherFolder] = [new AssessPage(other), new FolderSection(other)];
  await new LibraryPage(other).open(`${baseURL ?? ''}?keep=nothing`);
  await other.getByLabel('Open a file').setInputFiles({ name: first, mimeType: 'application/zip', buffer: bytes });
  await other.getByRole('button', { name: 'Take it in' }).click();
  await otherAssess.goTo('Answers');
  await otherAssess.expectProgress(2, 30);
  await otherAssess.goTo('Round');
  await otherFolder.choose('Labour office');
  await expect(other.getByRole('row', { name: /Border-office/ })).toContainText('nothing new');
  await otherFolder.join();
  await otherAssess.goTo('Answers');
  await goToQuestion(other, '1c');
  await otherAssess.answerByKeyboard('1');

  await page.bringToFront();
  await assess.goTo('Answers');
  await expect(async () => {
    await assess.goTo('Round');
    await folder.look();
    await expect(page.getByText('1 other file in the folder')).toBeVisible();
    await assess.goTo('Answers');
    await assess.expectProgress(3, 30);
  }).toPass({ timeout: 30_000 });
  expect((await readFolder(page)).size).toBe(2);

  // The same question by both, before either hears of the other.
  await goToQuestion(page, '1e');
  await goToQuestion(other, '1e');
  await other.keyboard.press('1');
  await page.keyboard.press('3');
  for (const one of [page, other]) {
    await expect(async () => {
      // Coming back to the page is one of the moments at which the folder is read.
      await one.evaluate(() => window.dispatchEvent(new Event('focus')));
      await expect(one.getByText(/1 point was changed in two places/)).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 30_000 });
  }
  await page.getByRole('link', { name: 'Look at it' }).click();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByText(/1 point was changed in two places/)).toBeHidden();
  await expect(page.getByText(/more than one version; the newest is shown/)).toBeVisible();

  // What is damaged, half there or foreign is named and left alone; after a reload the folder is still in use.
  await writeIntoFolder(page, 'half.sextant', bytes.subarray(0, bytes.length / 2));
  await writeIntoFolder(page, 'letter.docx', Buffer.from('a letter'));
  await page.reload();
  await page.getByText('3 other files in the folder').click();
  await expect(page.getByRole('row', { name: /half\.sextant/ })).toContainText('not whole yet');
  await expect(page.getByRole('row', { name: /letter\.docx/ })).toContainText('no Sextant file');
  const names = [...(await readFolder(page)).keys()].sort();
  expect(names).toEqual([first, expect.stringMatching(/^Labour-office/), 'half.sextant', 'letter.docx']);
});

test('a browser without folders says so, and what to do instead', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).goTo('Round');
  await expect(page.getByText(/This browser cannot work in a folder/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose the folder' })).toHaveCount(0);
});
