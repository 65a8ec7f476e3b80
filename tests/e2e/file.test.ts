import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readSextantFile } from '../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import { sampleAssessment } from '../fixtures/sample-assessment.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { askedFor, readChosenFile, standInForDialogue } from './stand-in-dialogue.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
const PASSPHRASE = 'correct horse battery staple';

test.describe('where the browser downloads', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
    });
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await new AssessPage(page).answerByKeyboard('32');
    await new AssessPage(page).waitUntilSaved();
  });

  test(
    'a file with a passphrase opens with it only, and is saved with it again',
    EVERYDAY,
    async ({ page, browser, baseURL }) => {
      await page.getByRole('button', { name: 'Save another way' }).click();
      await page.getByLabel('Encrypt the file with a passphrase').check();
      await expect(page.getByText('A lost passphrase is a lost round')).toBeVisible();
      await page.getByLabel(/^Passphrase, at least/).fill(PASSPHRASE);
      await page.getByLabel('The same again').fill('something else');
      await expect(page.getByText('The two differ.')).toBeVisible();
      await page.getByLabel('The same again').fill(PASSPHRASE);
      const download = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(/\.sextant\.age$/);
      const file = await saved.path();
      expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
      const again = readFileSync(await new AssessPage(page).saveFile());
      expect(again.subarray(0, 21).toString()).toBe('age-encryption.org/v1');

      const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-GB' });
      const other = await elsewhere.newPage();
      await new LibraryPage(other).open();
      await new LibraryPage(other).chooseFile(file);
      await other.getByLabel('Passphrase').fill('wrong');
      await other.getByRole('button', { name: 'Open', exact: true }).click();
      await expect(other.getByText(/does not open this file, or the beginning of the file is damaged/)).toBeVisible();
      await other.getByRole('button', { name: 'Try another passphrase' }).click();
      await other.getByLabel('Passphrase').fill(PASSPHRASE);
      await other.getByRole('button', { name: 'Open', exact: true }).click();
      await other.getByRole('button', { name: 'Take it in' }).click();
      await new AssessPage(other).goTo('Answers');
      await new AssessPage(other).expectProgress(2, 30);
      await elsewhere.close();
    },
  );

  test('a clean copy has no history', async ({ page }) => {
    await page.keyboard.press('1');
    await new AssessPage(page).waitUntilSaved();
    await page.getByRole('button', { name: 'Save another way' }).click();
    await page.getByLabel(/A clean copy/).check();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    const read = readSextantFile(new Uint8Array(readFileSync(await (await download).path())));
    const values = read.ok ? read.value.journal.entries.filter((entry) => 'value' in entry) : [];
    const replaced = new Set(read.ok ? read.value.journal.entries.flatMap(({ replaces }) => replaces) : []);
    expect(replaced.size).toBeGreaterThan(0);
    expect(values.filter(({ id }) => replaced.has(id))).toEqual([]);
    await expect(page.getByText('no file yet')).toBeVisible();
  });

  test('a file of a newer version is refused with what to do', async ({ page }) => {
    const parts = unzipSync(new Uint8Array(readFileSync(await new AssessPage(page).saveFile())));
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as object;
    const newer = zipSync({ ...parts, 'manifest.json': strToU8(JSON.stringify({ ...manifest, formatVersion: 2 })) });
    await new LibraryPage(page).open();
    await page
      .getByLabel('Open a file')
      .setInputFiles({ name: 'newer.sextant', mimeType: 'application/zip', buffer: Buffer.from(newer) });
    await expect(page.getByText(/Open it with a newer version of the app; nothing was read/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take it in' })).toHaveCount(0);
  });
});

test('where the browser can, the same file is written again without asking', async ({ page }) => {
  await standInForDialogue(page);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  const save = page.getByRole('button', { name: 'Save a file' });
  await save.click();
  await expect(page.getByText(/file saved/)).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText(/1 change since/)).toBeVisible();
  await save.click();
  await expect(page.getByText(/file saved/)).toBeVisible();
  const [name = ''] = await askedFor(page);
  expect(await askedFor(page)).toHaveLength(1);
  const read = await readSextantFile(await readChosenFile(page, name));
  expect(read.ok && read.value.journal.entries.some(({ register }) => register.endsWith('/answer'))).toBe(true);
});

test(
  'a document travels inside the file, is given out as a download only, and a dangerous one is refused',
  EVERYDAY,
  async ({ page, browser, baseURL }) => {
    await page.addInitScript(() => {
      for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
    });
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await page.getByRole('button', { name: /Add a document/ }).click();
    const attach = page.getByLabel(/Attach the document/);
    const file = (name: string, content: string) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(content),
    });
    await attach.setInputFiles(file('page.html', '<script>alert(1)</script>'));
    await expect(page.getByRole('alert')).toContainText('this kind of file is not taken in');
    await attach.setInputFiles(file('page.pdf', '<script>alert(1)</script>'));
    await expect(page.getByRole('alert')).toContainText('the content is not what the name says');
    await attach.setInputFiles(file('Decree 12.pdf', '%PDF-1.7 a decree'));
    await page.getByLabel('Title of the document').fill('Decree 12');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Decree 12.pdf')).toBeVisible();
    const saved = await new AssessPage(page).saveFile();

    const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-GB' });
    const other = await elsewhere.newPage();
    await other.addInitScript(() => {
      for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
    });
    await new LibraryPage(other).open();
    await new LibraryPage(other).chooseFile(saved);
    await other.getByRole('button', { name: 'Take it in' }).click();
    await new AssessPage(other).goTo('Answers');
    await other.getByRole('button', { name: /Decree 12/ }).click();
    const download = other.waitForEvent('download');
    await other.getByRole('button', { name: 'Save it to look at it' }).click();
    expect((await download).suggestedFilename()).toBe('Decree 12.pdf');
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('%PDF-1.7 a decree');
    await elsewhere.close();
  },
);

test('a file taken in again brings the documents that were missing, says so, and can be taken out again', async ({
  page,
}) => {
  const sample = sampleAssessment();
  const write = (name: string, evidence: typeof sample.evidence) => {
    const file = test.info().outputPath(name);
    writeFileSync(file, writeSextantFile({ ...sample, evidence }));
    return file;
  };
  const [bare, whole] = [write('bare.sextant', new Map()), write('whole.sextant', sample.evidence)];
  const library = new LibraryPage(page);
  const dialog = page.getByRole('dialog');
  const completes = dialog.getByText('It brings 1 document that was missing here.');
  await library.open();
  await library.chooseFile(bare);
  await dialog.getByRole('button', { name: 'Take it in' }).click();
  await page.waitForURL(/assessment/);
  await page.goto('#/');
  await library.chooseFile(whole);
  await expect(completes).toBeVisible();
  await expect(dialog.getByText('Nothing new')).toBeHidden();
  await dialog.getByRole('button', { name: 'Take it in' }).click();
  await page.waitForURL(/assessment/);
  await page.goto('#/');
  await library.chooseFile(whole);
  await expect(dialog.getByText('Nothing new: all of it is here already.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await library.chooseFile(whole);
  await expect(completes).toBeVisible();
});
