import type { Page } from '@playwright/test';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

async function startRound(page: Page): Promise<void> {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
}

const levels = (page: Page) => page.locator('input[type=radio].choice');
const checkedLevels = (page: Page) => page.locator('input[type=radio].choice:checked');
const theme = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test(
  'the last act is undone on another screen, in words and at its place; keys are shown and lead on',
  EVERYDAY,
  async ({ page, accessibilityFaults }) => {
    await startRound(page);
    await page.keyboard.press('2');
    await expect(checkedLevels(page)).toHaveCount(1);
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('heading', { level: 1, name: /where things stand/ }).waitFor();

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys).toContainText('undo the last act');
    await expect(keys).toContainText('On a picture that has the focus');
    expect(await accessibilityFaults(), 'of the keys').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();

    await page.keyboard.press('w');
    const words = page.getByRole('dialog', { name: 'Words and abbreviations' });
    await expect(words).toContainText('Provisional level');
    expect(await accessibilityFaults(), 'of the words').toEqual([]);
    await words.getByRole('button', { name: 'Keys' }).click();
    await expect(keys).toContainText('undo the last act');
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();

    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^Undone: \S+, level 0\.5 /)).toBeVisible();
    expect(await accessibilityFaults(), 'of what was undone').toEqual([]);
    await levels(page).first().waitFor();
    await expect(checkedLevels(page)).toHaveCount(0);
    await expect(page).toHaveURL(/assess\/1a$/);
  },
);

test('keys of one character are switched off for this browser, or asked for with Alt', async ({ page }) => {
  await startRound(page);
  const address = page.url();
  const choose = async (name: string) => {
    await page.goto(page.url().replace(/#.*/, '#/about'));
    await page.getByRole('radio', { name }).check();
    await page.goto(address);
    await page.reload();
    await levels(page).first().waitFor();
  };
  await choose('do nothing');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(page, 'Enter goes on').not.toHaveURL(address);
  await page.goto(address);
  await levels(page).first().waitFor();
  await expect(checkedLevels(page)).toHaveCount(0);

  await choose('act together with Alt');
  await page.keyboard.press('2');
  await page.keyboard.press('Alt+1');
  await expect(levels(page).nth(0)).toBeChecked();
  await page.keyboard.press('Alt+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Alt+1–');
});

test('dark is chosen against the system, is there at the first paint, and never on paper', async ({ page }) => {
  await page.addInitScript(() => {
    requestAnimationFrame(() => Object.assign(window, { firstFrame: document.documentElement.dataset['theme'] }));
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('#/about');
  const light = await theme(page);
  await page.getByRole('radio', { name: 'dark' }).check();
  await expect.poll(() => theme(page)).not.toBe(light);
  await page.reload();
  await page.getByRole('radio', { name: 'dark' }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { firstFrame: string }).firstFrame)).toBe('dark');
  expect(await theme(page)).not.toBe(light);
  await page.emulateMedia({ media: 'print' });
  expect(await theme(page)).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('radio', { name: 'as the system' }).check();
  expect(await theme(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => theme(page)).not.toBe(light);
});

async function openSample(page: Page): Promise<void> {
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await page.getByRole('heading', { level: 1, name: /where things stand/ }).waitFor();
}

test('everything is found and done from one field', async ({ page, accessibilityFaults }) => {
  await openSample(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'A code, a word, a page or an act' });
  await expect(field).toBeFocused();
  expect(await accessibilityFaults(), 'of acts and pages').toEqual([]);
  await field.fill('mr-02');
  const found = page.getByRole('listbox').getByRole('option');
  await expect(found.first()).toContainText('MR-02');
  expect(await accessibilityFaults(), 'of what was found').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/assess\/MR-02$/);
  await page.keyboard.press('Control+k');
  await field.fill('plan');
  await page
    .getByRole('listbox')
    .getByRole('option', { name: /^Plan\s*page/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /plan/i }).waitFor();
});

test('a picture of the results is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await page.getByRole('button', { name: 'Copy the picture: Profile by domain' }).click();
  await expect(page.getByText('Copied. Paste it where you want it.')).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((one) => [...one.types]));
  expect(types).toEqual(['image/png']);
});

test('the tour of the sample is left and taken up again, and ends with one’s own', async ({
  page,
  accessibilityFaults,
}) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Begin the tour' }).click();
  const step = (number: number) => page.getByText(`Tour of the sample, step ${number} of 6`);
  await expect(step(1)).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(step(2)).toBeVisible();
  await expect(page).toHaveURL(/gaps$/);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/agree$/);
  expect(await accessibilityFaults(), 'of a step').toEqual([]);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(step(3)).toBeHidden();
  await page.goto(page.url().replace(/agree$/, 'home'));
  await page.reload();
  await page.getByRole('button', { name: 'Go on with the tour at step 3' }).click();
  for (const next of [4, 5, 6]) {
    await page.getByRole('complementary').getByRole('button', { name: 'Next', exact: true }).click();
    await expect(step(next)).toBeVisible();
  }
  await page.getByRole('link', { name: 'Start your own' }).click();
  await expect(page).toHaveURL(/#\/new$/);
});

test('each guide is one printed page in every language', async ({ page, print }) => {
  await page.goto('#/guides');
  for (const code of ['en', 'fr']) {
    await page.getByRole('combobox').selectOption(code);
    for (const guide of ['focal', 'contributor', 'facilitator']) {
      await page.goto(`#/guides/${guide}`);
      await expect(page.locator(`nav a[href="#/guides/${guide}"]`)).toHaveAttribute('aria-current', 'page');
      expect((await print()).pageCount, `${guide} in ${code}`).toBe(1);
    }
  }
});
