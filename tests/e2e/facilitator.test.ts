import type { BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { goToPage, goToStep, stagesOn } from './pages/go-to-page.ts';
import { AssessPage } from './pages/assess-page.ts';
import { InstitutionsPage } from './pages/institutions-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { WorkshopPage } from './pages/workshop-page.ts';
import { watchPrivacy } from './watch-privacy.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Office of the Prime Minister' };
const MINISTRIES = [
  { name: 'Ministry of the Interior', type: 'interior', digit: '1' },
  { name: 'Ministry of Labour', type: 'labour', digit: '3' },
  { name: 'Ministry of Foreign Affairs', type: 'foreign-affairs', digit: '4' },
  { name: 'Ministry of Social Affairs', type: 'social-affairs', digit: '2' },
  { name: 'Ministry of Health', type: 'health', digit: '3' },
];

/** The save dialogue of the browser cannot be driven; a download, the way of every other browser, can. */
const withoutPickers = (context: BrowserContext | Page) =>
  context.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });

test('a facilitator sets up, sends five packs, five ministries answer, and all of it comes together', async ({
  page,
  browser,
  buildServer,
  accessibilityFaults,
}) => {
  test.slow();
  await withoutPickers(page);
  const library = new LibraryPage(page);
  const institutions = new InstitutionsPage(page);
  await library.open();
  await library.startAssessment(/Migration governance/, ROUND);
  await goToPage(page, 'Institutions');
  await institutions.add([...MINISTRIES.map(({ name, type }) => `${name}; ${type}`), 'Trade unions; observer']);
  await institutions.propose();
  await institutions.expectPart('IC-01', 'Ministry of the Interior', 'lead');
  await institutions.cell('IC-01', 'Ministry of Health').focus();
  await page.keyboard.press('c');
  await institutions.expectPart('IC-01', 'Ministry of Health', 'contributor');
  expect(await accessibilityFaults()).toEqual([]);

  const all = unzipSync(readFileSync(await (await institutions.saveAllPacks()).path()));
  expect(Object.keys(all).filter((name) => name.endsWith('.sextant'))).toHaveLength(6);
  // A note in each language of the questions.
  for (const end of [/-en-[\d-]+\.txt$/, /-fr-[\d-]+\.txt$/]) {
    expect(Object.keys(all).filter((name) => end.test(name))).toHaveLength(6);
  }

  const returned: { name: string; mimeType: string; buffer: Buffer }[] = [];
  for (const { name, digit } of MINISTRIES) {
    const pack = await institutions.savePack(name);
    const context = await browser.newContext({ baseURL: buildServer.url, locale: 'en-GB', acceptDownloads: true });
    const watch = await watchPrivacy(context, buildServer);
    await withoutPickers(context);
    const theirs = await context.newPage();
    const theirLibrary = new LibraryPage(theirs);
    await theirLibrary.open();
    await theirs.getByLabel('Open a file').setInputFiles({
      name: 'pack.sextant.zip',
      mimeType: 'application/zip',
      buffer: readFileSync(await pack.path()),
    });
    await theirs.getByRole('button', { name: 'Begin' }).click();
    await expect(theirs.getByText(`Answer of ${name}`)).toBeVisible();
    await expect(stagesOn(theirs).getByRole('link')).toHaveText(['Answers', 'Check and send back']);
    await new AssessPage(theirs).answerByKeyboard(digit.repeat(3));
    await goToStep(theirs, 'Check and send back');
    await expect(theirs.getByText(/^3 of \d+ answered/)).toBeVisible();
    await theirs.getByLabel('Function').fill('Director');
    await theirs.getByRole('button', { name: 'Record it' }).click();
    const download = theirs.waitForEvent('download');
    await theirs.getByRole('button', { name: 'Save to send back' }).click();
    const file = await download;
    returned.push({
      name: file.suggestedFilename(),
      mimeType: 'application/zip',
      buffer: readFileSync(await file.path()),
    });
    expect(watch.violations).toEqual([]);
    await context.close();
  }

  await goToPage(page, 'What came back');
  const cut = { name: 'cut.sextant', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004cut off') };
  await page.getByLabel('Choose files').setInputFiles([...returned, cut]);
  await expect(
    page.getByText(/^5 files can be taken in: \d+ changes, nothing to choose; 1 file is refused/),
  ).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Take in 5 files' }).click();
  await expect(page.getByText(/^0 of 5 received, 5 in part/)).toBeVisible();
  await page.getByRole('button', { name: 'Take these files out again' }).click();
  await expect(page.getByText(/^0 of 5 received, 5 missing/)).toBeVisible();
  await page.getByLabel('Choose files').setInputFiles([...returned].reverse());
  await page.getByRole('button', { name: 'Take in 5 files' }).click();
  await expect(page.getByText(/^0 of 5 received, 5 in part/)).toBeVisible();
  await expect(page.getByText('Prepared by: Director').first()).toBeVisible();

  await goToPage(page, 'Agenda');
  await expect(page.getByRole('heading', { name: 'Agenda of the meeting' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Programme' })).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('link', { name: 'Open the workshop screen' }).click();
  await expect(page.getByText('Differing positions').first()).toBeVisible();
  const workshop = new WorkshopPage(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(page.getByText(/names hidden/)).toBeVisible();
  expect(await workshop.smallestTextPixels()).toBeGreaterThanOrEqual(28);
  await expect(page.getByText('Ministry of', { exact: false })).toHaveCount(0);
  await workshop.openNames();
  await expect(page.getByText('Ministry of the Interior').first()).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await workshop.agree('3', 'The decree of 2024 is in force in all regions.', 'Validation workshop');
  await expect(page.getByText(/^The decree of 2024 is in force/)).toBeVisible();
  await workshop.reserve('Ministry of Labour', 'Not yet in the ports.');
  await expect(page.getByText(/^Reservation, Ministry of Labour:/)).toBeVisible();
  await page.getByRole('link', { name: 'Agenda' }).click();
  await page.locator('summary', { hasText: 'Agreed: 1 indicator' }).click();
  await expect(page.getByRole('table', { name: 'Agreed: 1 indicator' })).toBeVisible();
});
