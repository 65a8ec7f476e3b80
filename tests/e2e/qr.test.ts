import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { goToPage, goToStep } from './pages/go-to-page.ts';
import { AssessPage } from './pages/assess-page.ts';
import { InstitutionsPage } from './pages/institutions-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { watchPrivacy } from './watch-privacy.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Office of the Prime Minister' };
const MINISTRY = 'Ministry of Labour';

test('a contributor shows its answers as a QR code, and the facilitator reads a picture of it', async ({
  page,
  browser,
  buildServer,
  accessibilityFaults,
}) => {
  const withoutPickers = () => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  };
  await page.addInitScript(withoutPickers);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
  await goToPage(page, 'Institutions');
  const institutions = new InstitutionsPage(page);
  await institutions.add([`${MINISTRY}; labour`]);
  await institutions.propose();
  const pack = await institutions.savePack(MINISTRY);

  const context = await browser.newContext({ baseURL: buildServer.url, locale: 'en-GB', colorScheme: 'dark' });
  const watch = await watchPrivacy(context, buildServer);
  await context.addInitScript(withoutPickers);
  const theirs = await context.newPage();
  await new LibraryPage(theirs).open();
  const buffer = readFileSync(await pack.path());
  await theirs.getByLabel('Open a file').setInputFiles({ name: 'pack.sextant', mimeType: 'application/zip', buffer });
  await theirs.getByRole('button', { name: 'Begin' }).click();
  await expect(theirs.getByText(`Answer of ${MINISTRY}`)).toBeVisible();
  await theirs.getByRole('group', { name: 'Maturity level' }).waitFor();
  await new AssessPage(theirs).answerByKeyboard('3124');
  await goToStep(theirs, 'Check and send back');
  await theirs.getByText('Other ways: QR code, shared folder').click();
  await theirs.getByRole('button', { name: 'Show the QR code' }).press('Enter');
  await expect(theirs.getByText(/^It carries 4 answers: levels and “don’t know”\./)).toBeVisible();
  const picture = await theirs.getByRole('img', { name: `QR code with the answers of ${MINISTRY}` }).screenshot();
  expect(watch.violations).toEqual([]);
  await context.close();

  await goToPage(page, 'What came back');
  await page
    .getByLabel('Read from a picture')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByText(`${MINISTRY}, round of opinions 1: 4 answers.`)).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByText('4 answers taken in.')).toBeVisible();
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 100 } });
  await page.getByLabel('Read from a picture').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: png });
  await expect(page.getByText(/^No QR code was found in the picture/)).toBeVisible();
});
