import type { Browser, BrowserContext, Download, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { goToPage, goToStep, stagesOn } from './pages/go-to-page.ts';
import { AssessPage } from './pages/assess-page.ts';
import { InstitutionsPage } from './pages/institutions-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { ValidatePage } from './pages/validate-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Office of the Prime Minister' };
const MINISTRIES = [
  { name: 'Ministry of the Interior', digits: '111' },
  { name: 'Ministry of Labour', digits: '444' },
];
const REVIEWER = 'Trade unions';
const VALIDATION = {
  forum: 'National validation workshop',
  by: 'Fatou Camara',
  function: 'Secretary General',
  signatories: [
    { name: 'Fatou Camara', function: 'Secretary General' },
    { name: 'Ibrahim Sow', function: 'Director of Migration' },
  ],
};

/** The save dialogue of the browser cannot be driven; a download, the way of every other browser, can. */
const withoutPickers = (context: BrowserContext | Page) =>
  context.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
/** The whole report takes a while on a busy machine. */
const MAKING = { timeout: 30_000 };

async function fileOf(download: Download, name = 'file.sextant') {
  return { name, mimeType: 'application/zip', buffer: readFileSync(await download.path()) };
}

async function openElsewhere(browser: Browser, baseURL: string, pack: Download): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', acceptDownloads: true });
  await withoutPickers(context);
  const page = await context.newPage();
  await new LibraryPage(page).open();
  await page.getByLabel('Open a file').setInputFiles(await fileOf(pack, 'pack.sextant.zip'));
  await page.getByRole('button', { name: 'Begin' }).click();
  await stagesOn(page).waitFor();
  return page;
}

async function sendBack(page: Page) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to send back' }).click();
  return fileOf(await download);
}

async function takeIn(page: Page, files: readonly Awaited<ReturnType<typeof fileOf>>[]) {
  await page.getByLabel('Choose files').setInputFiles([...files]);
  await page.getByRole('button', { name: /^Take in \d+ files?$/ }).click();
  await expect(page.getByText(/^Taken in: \d+ change/)).toBeVisible();
}

test('from endorsed returns over a review to a validated report, what comes late, and a correction', async ({
  page,
  browser,
  buildServer,
  accessibilityFaults,
}) => {
  test.slow();
  await withoutPickers(page);
  const institutions = new InstitutionsPage(page);
  const validation = new ValidatePage(page);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
  await goToPage(page, 'Institutions');
  await institutions.add([...MINISTRIES.map(({ name }) => name), `${REVIEWER}; observer`]);
  for (const code of ['IC-01', 'IC-02', 'IC-03']) {
    for (const [index, { name }] of MINISTRIES.entries()) {
      await institutions.openMatrix();
      await institutions.cell(code, name).focus();
      await page.keyboard.press(index === 0 ? 'l' : 'c');
    }
  }

  const contributors: Page[] = [];
  const returned = [];
  for (const { name, digits } of MINISTRIES) {
    const theirs = await openElsewhere(browser, buildServer.url, await institutions.savePack(name));
    await new AssessPage(theirs).answerByKeyboard(digits);
    await goToStep(theirs, 'Check and send back');
    await theirs.getByLabel('These answers are').selectOption('endorsed');
    await theirs.getByLabel('Function').fill('Permanent Secretary');
    await theirs.getByRole('button', { name: 'Record it' }).click();
    contributors.push(theirs);
    returned.push(await sendBack(theirs));
  }
  await goToPage(page, 'What came back');
  await takeIn(page, returned);
  await expect(page.getByText('Endorsed by: Permanent Secretary').first()).toBeVisible();

  await goToPage(page, 'Review and validate');
  await validation.expectOpen('3 indicators with differing positions have no agreed level');
  expect(await accessibilityFaults()).toEqual([]);

  const reviewer = await openElsewhere(browser, buildServer.url, await validation.saveReviewCopy(REVIEWER));
  await expect(stagesOn(reviewer).getByRole('link')).toHaveText([
    'Read and comment',
    'Results',
    'Papers',
    'Check and send back',
  ]);
  await expect(reviewer.getByRole('radio', { name: 'Don’t know' })).toBeDisabled();
  await goToStep(reviewer, 'Papers');
  await expect(reviewer.getByText('UNDER REVIEW').first()).toBeVisible(MAKING);
  await expect(reviewer.getByText('Sentences', { exact: true })).toHaveCount(0);
  await goToStep(reviewer, 'Read and comment');
  await reviewer.getByRole('textbox', { name: 'Comment' }).fill('Not yet in the northern regions.');
  await goToStep(reviewer, 'Check and send back');
  await reviewer.getByLabel('On the report as a whole').fill('Clear and fair.');
  await goToPage(page, 'What came back');
  await takeIn(page, [await sendBack(reviewer)]);

  await goToPage(page, 'Review and validate');
  await validation.expectOpen('2 comments have no decision');
  await page.getByRole('link', { name: 'Comments and answers' }).click();
  await expect(page.getByText('2 comments; 2 without a decision.')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await page.getByLabel(/^Decision on the comment of Trade unions on IC-0/).selectOption('partly');
  await page.getByLabel(/^Answer to the comment of Trade unions on IC-0/).fill('The two regions are named.');
  await page.getByRole('combobox', { name: 'Show' }).selectOption('open');
  await expect(page.getByText('2 comments; 1 without a decision.')).toBeVisible();
  await expect(page.getByText('Not yet in the northern regions.')).toHaveCount(0);
  await expect(page.getByText('Clear and fair.')).toBeVisible();

  await goToPage(page, 'Review and validate');
  await validation.validate(VALIDATION);
  await expect(page.getByRole('heading', { name: 'Nothing came after the validation' })).toBeVisible();
  const number = (await page.locator('dt:text("Check number of the report") + dd').textContent())?.trim() ?? '';
  expect(number).toMatch(/^[0-9a-f]{12}$/);
  expect(await accessibilityFaults()).toEqual([]);
  await goToPage(page, 'Papers');
  const paper = page.getByRole('main');
  await expect(paper.getByText(/VALIDATED/).first()).toBeVisible(MAKING);
  await expect(paper.getByText(/DRAFT/)).toHaveCount(0);
  await page.getByRole('button', { name: 'The whole report' }).click();
  await expect(paper.getByText(`content no. ${number}`)).toBeVisible();
  await expect(paper.getByText('Director of Migration').first()).toBeVisible();
  await expect(paper.getByText('The two regions are named.').first()).toBeVisible();
  await page.getByLabel('Language of the report').selectOption('fr');
  await expect(paper.getByText('VALIDÉ').first()).toBeVisible(MAKING);
  await expect(paper.getByText(number).first()).toBeVisible();
  await page.getByLabel('Language of the report').selectOption('en');

  const [late] = contributors;
  if (late === undefined) throw new Error('nobody answers late');
  await goToStep(late, 'Answers');
  await late
    .getByRole('link', { name: /^IC-01/ })
    .first()
    .click();
  await late.keyboard.press('3');
  await goToStep(late, 'Check and send back');
  const lateFile = await sendBack(late);
  await goToPage(page, 'What came back');
  await takeIn(page, [lateFile]);
  await expect(page.getByText(/changes came later and do not count/)).toBeVisible();
  await goToPage(page, 'Review and validate');
  await expect(page.getByRole('cell', { name: '3 Developed' })).toBeVisible();
  await expect(page.getByText('this version of the app makes the same report')).toBeVisible();

  await page.getByRole('button', { name: 'Prepare a correction' }).click();
  await expect(page.getByText(/^Correction in preparation/)).toBeVisible();
  await validation.validate({ ...VALIDATION, changes: 'IC-01 after the decree of November.' });
  await expect(page.getByRole('heading', { name: 'Nothing came after the validation' })).toBeVisible();
  await expect(page.getByText('Earlier validations')).toBeVisible();
  await goToPage(page, 'Papers');
  await page.getByRole('button', { name: 'The whole report' }).click();
  await expect(page.getByRole('main').getByText('IC-01 after the decree of November.').first()).toBeVisible(MAKING);
  for (const other of [...contributors, reviewer]) await other.context().close();
});

test('Ctrl+Z takes back a validation only after a question, and the keyboard goes on where it was', async ({
  page,
}) => {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
  await goToPage(page, 'Review and validate');
  await new ValidatePage(page).validate(VALIDATION);
  const heading = page.locator('#content h1');
  const question = page.getByRole('dialog', { name: 'Take this back?' });
  await expect(heading).toBeFocused();
  await page.keyboard.press('Control+z');
  await question.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(question).toBeHidden();
  await expect(heading).toBeFocused();
  await expect(page.getByRole('heading', { name: /^Validated on/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await question.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(page.getByRole('heading', { name: /^Validated on/ })).toBeHidden();
  await expect(heading).toBeFocused();
});
