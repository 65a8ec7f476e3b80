import { readFileSync } from 'node:fs';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { goToPage } from './pages/go-to-page.ts';
import { AssessPage } from './pages/assess-page.ts';
import { InstitutionsPage } from './pages/institutions-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Office of the Prime Minister' };

test(
  'a ministry becomes part of another while its answers are on their way: they find the one that remains',
  EVERYDAY,
  async ({ page, browser, buildServer, accessibilityFaults }) => {
    test.slow();
    const withoutPickers = () => Reflect.deleteProperty(window, 'showSaveFilePicker');
    await page.addInitScript(withoutPickers);
    const institutions = new InstitutionsPage(page);
    const library = new LibraryPage(page);
    await library.open();
    await library.startAssessment(/Migration governance/, ROUND);
    await goToPage(page, 'Institutions');
    await institutions.add(['Ministry of Labour', 'Ministry of the Interior', 'Ministry of Skills; labour']);
    await institutions.propose();
    await institutions.expectPart('IC-01', 'Ministry of the Interior', 'lead');
    const pack = await institutions.savePack('Ministry of Labour');

    const theirs = await (await browser.newContext({ baseURL: buildServer.url, locale: 'en-GB' })).newPage();
    await theirs.addInitScript(withoutPickers);
    await new LibraryPage(theirs).open();
    const given = (name: string, path: string) => ({ name, mimeType: 'application/zip', buffer: readFileSync(path) });
    await theirs.getByLabel('Open a file').setInputFiles(given('pack.sextant', await pack.path()));
    await theirs.getByRole('button', { name: 'Begin' }).click();
    await expect(theirs.getByText('Answer of Ministry of Labour')).toBeVisible();
    await new AssessPage(theirs).answerByKeyboard('33');
    await theirs.getByRole('link', { name: 'Check and send back', exact: true }).click();
    const download = theirs.waitForEvent('download');
    await theirs.getByRole('button', { name: 'Save to send back' }).click();
    const back = given('labour.sextant', await (await download).path());
    await theirs.context().close();

    await institutions.lookAtJoin('Ministry of Labour', 'Ministry of Skills');
    await expect(page.getByRole('table', { name: 'What each has' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await institutions.join();
    await expect(page.getByText('is now part of Ministry of Skills.')).toBeVisible();
    await expect(page.getByText('Ministry of Labour (now Ministry of Skills)')).toBeVisible();
    await expect(page.getByText('3 institutions that answer')).toBeVisible();

    await goToPage(page, 'What came back');
    await page.getByLabel('Choose files').setInputFiles([back]);
    await expect(page.getByRole('rowheader', { name: /Ministry of Labour \(now Ministry of Skills\)/ })).toBeVisible();
    await page.getByRole('button', { name: 'Take in 1 file' }).click();
    const board = page.getByRole('row', { name: /^Ministry of Skills/ });
    await expect(board).toContainText(/2 of \d+/);

    await goToPage(page, 'Institutions');
    await page.getByText('One institution under two names: join them').click();
    await page.getByRole('button', { name: /^Separate again/ }).click();
    await expect(page.getByText('4 institutions that answer')).toBeVisible();
  },
);
