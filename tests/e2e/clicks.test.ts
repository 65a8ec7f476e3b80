import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { goToPage } from './pages/go-to-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const MINISTRIES = [
  'Interior',
  'Labour',
  'Foreign Affairs',
  'Social Affairs',
  'Health',
  'Justice',
  'Education',
  'Finance',
];

/** Clicks and keys of a person from here on; filling in a field by typing is none. */
function countActs(page: Page) {
  let acts = 0;
  return {
    click: async (target: ReturnType<Page['getByRole']>) => {
      acts += 1;
      await target.click();
    },
    press: async (key: string) => {
      acts += 1;
      await page.keyboard.press(key);
    },
    get acts() {
      return acts;
    },
  };
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('what people do most takes few clicks, on a fresh profile', async ({ page, browser, buildServer }) => {
  test.slow();
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
  await page.setViewportSize({ width: 1366, height: 768 });
  await new LibraryPage(page).open();
  const round = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Office of the Prime Minister' };
  await new LibraryPage(page).startAssessment(/Migration governance/, round);

  // One answer and on: two keys, or two clicks, and no scroll.
  const byKeys = countActs(page);
  const title = page.getByRole('heading', { level: 1 });
  const first = (await title.textContent()) ?? '';
  await byKeys.press('2');
  await byKeys.press('Enter');
  await expect(title).not.toHaveText(first);
  const second = (await title.textContent()) ?? '';
  const byClicks = countActs(page);
  await byClicks.click(page.getByRole('radio').nth(1));
  await byClicks.click(page.getByRole('link', { name: /^Next/ }));
  await expect(title).not.toHaveText(second);
  expect([byKeys.acts, byClicks.acts, await scrolled(page)]).toEqual([2, 2, 0]);

  // Eight institutions, with types and assignments as proposed.
  await goToPage(page, 'Institutions');
  const setup = countActs(page);
  await page
    .getByLabel('Add institutions: one a line')
    .fill(MINISTRIES.map((name) => `Ministry of ${name}`).join('\n'));
  await setup.click(page.getByRole('button', { name: 'Add them' }));
  await setup.click(page.getByRole('button', { name: /^Take over .*\d+ assignments?$/ }));
  await expect(page.getByText(/8 packs with their notes/)).toBeVisible();
  expect(setup.acts).toBeLessThanOrEqual(4);

  await page.getByText('Save one pack alone').click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the pack of Ministry of Labour' }).click();
  const pack = readFileSync(await (await saving).path());

  // A pack opened, to its first answer: "Begin" and the level.
  const theirs = await (await browser.newContext({ baseURL: buildServer.url, locale: 'en-GB' })).newPage();
  await theirs.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
  await new LibraryPage(theirs).open();
  await theirs.getByLabel('Open a file').setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: pack });
  const answering = countActs(theirs);
  await answering.click(theirs.getByRole('button', { name: 'Begin' }));
  await answering.click(theirs.getByRole('radio').nth(1));
  await expect(theirs.getByRole('radio').nth(1)).toBeChecked();
  expect(answering.acts).toBe(2);

  // Sent back, endorsed.
  const sending = countActs(theirs);
  await sending.click(theirs.getByRole('link', { name: 'Check and send back' }));
  await theirs.getByLabel('Function').fill('Director');
  await sending.click(theirs.getByRole('button', { name: 'Record it' }));
  const returning = theirs.waitForEvent('download');
  await sending.click(theirs.getByRole('button', { name: 'Save to send back' }));
  const returned = {
    name: 'r.sextant',
    mimeType: 'application/zip',
    buffer: readFileSync(await (await returning).path()),
  };
  expect(sending.acts).toBe(3);
  await theirs.context().close();

  // All returns in: chosen in one go (one click opens the chooser), looked at, taken in.
  await goToPage(page, 'What came back');
  const intake = countActs(page);
  const chooser = page.waitForEvent('filechooser');
  await intake.click(page.getByText('Choose files').first());
  await (await chooser).setFiles([returned]);
  await intake.click(page.getByRole('button', { name: /^Take (it in|in 1 file)/ }));
  await expect(page.getByText(/1 in part/)).toBeVisible();
  expect(intake.acts).toBe(2);

  // Impact and ease of one gap.
  await goToPage(page, 'What comes first');
  const weighing = countActs(page);
  const inHand = page.getByRole('heading', { level: 3 });
  const gap = (await inHand.first().textContent()) ?? '';
  await weighing.press('4');
  await weighing.press('3');
  await expect(inHand.first()).not.toHaveText(gap);
  await expect(page.getByText('1 weighed')).toBeVisible();
  expect(weighing.acts).toBe(2);

  // The page for the minister, from home.
  await page.getByRole('link', { name: 'Round 2026' }).click();
  const paper = countActs(page);
  const printing = page.waitForEvent('download');
  await paper.click(page.getByRole('button', { name: /One page for the minister/ }));
  expect((await printing).suggestedFilename()).toMatch(/\.pdf$/);
  expect(paper.acts).toBe(1);
});
