import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { downloadInstead } from './pages/download-instead.ts';

/** Levels of the thirty questions. */
const ANSWERS = '32231' + '22112' + '22222' + '22111' + '22221' + '22222';
/** No page asks for more steps of the tab key to anything that a round needs. */
const MOST_TABS = 120;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(downloadInstead);
});

const hasFocus = (what: Locator) => what.evaluate((element) => element === document.activeElement);

/** Goes on with the tab key until something has the focus, and looks that a person sees where it is. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if (!(await hasFocus(what))) continue;
    await expect(what).toBeInViewport();
    return;
  }
  throw new Error(`${what.toString()} was not reached`);
}

async function press(page: Page, what: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press(key);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const pageOfStage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of this stage' }).getByRole('link', { name, exact: true });

test('a round is led from a new assessment to its report by keys alone', async ({ page }) => {
  test.slow();
  await page.goto('');
  await heading(page, /./).waitFor();
  await press(page, page.getByRole('link', { name: 'New assessment' }));

  await tabTo(page, page.getByRole('radio', { name: /Migration governance/ }));
  const wanted = page.getByRole('radio', { name: /SDG indicator 10\.7\.2/ });
  while (!(await hasFocus(wanted))) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
  await type(page, 'Country or territory', 'Republic of Meridia');
  await type(page, 'Title of the round', 'Round 2026');
  await type(page, 'Lead institution', 'Ministry of the Interior');
  await page.keyboard.press('Enter');

  await press(page, page.getByRole('link', { name: 'Answer alone' }));
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  await new AssessPage(page).answerByKeyboard(ANSWERS);
  await new AssessPage(page).waitUntilSaved();

  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await heading(page, /where things stand/).waitFor();
  await press(page, pageOfStage(page, 'What comes first'));
  await heading(page, 'What comes first').waitFor();
  await page.keyboard.press('4');
  await page.keyboard.press('3');
  await expect(page.getByText('1 weighed')).toBeVisible();
  await page.keyboard.press('k');

  await press(page, pageOfStage(page, 'Plan'));
  await press(page, page.getByRole('button', { name: /^Draft \d+ rows?$/ }));
  await press(page, page.getByRole('button', { name: 'Edit row 1' }));
  await tabTo(page, page.getByRole('textbox', { name: 'Activity' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Prepare and publish the decree');
  await press(page, page.getByRole('button', { name: 'Done: row 1' }));
  await expect(page.getByRole('row', { name: /Prepare and publish the decree/ })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByText('Republic of Meridia').first()).toBeVisible();
  const report = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'Download PDF' }));
  expect((await report).suggestedFilename()).toMatch(/\.pdf$/);

  const file = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect((await file).suggestedFilename()).toMatch(/\.sextant$/);
});
