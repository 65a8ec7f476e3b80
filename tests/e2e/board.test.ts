import type { Page } from '@playwright/test';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { goToPage } from './pages/go-to-page.ts';
import { LibraryPage } from './pages/library-page.ts';

/** The board of the fictional sample, with forty gaps weighed, twelve of them kept in six measures. */
async function openBoard(page: Page): Promise<void> {
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await page.waitForURL(/results/);
  await page.goto(page.url().replace(/results.*/, 'gaps'));
  await page.getByRole('heading', { level: 1, name: 'What comes first' }).waitFor();
}

/** The board of a round of its own: five gaps, nothing weighed, nothing kept. */
async function openFreshBoard(page: Page): Promise<void> {
  const library = new LibraryPage(page);
  await library.open();
  await library.startAssessment(/Migration governance/, { country: 'Meridia', title: 'Round 2026', lead: 'Cabinet' });
  await new AssessPage(page).answerByKeyboard('11111');
  await goToPage(page, 'What comes first');
  await page.getByRole('heading', { level: 1, name: 'What comes first' }).waitFor();
}

const inHand = (page: Page) => page.getByRole('heading', { level: 3 });
const chip = (page: Page, code: string) => page.getByRole('table').getByRole('button', { name: new RegExp(code) });

test(
  'what comes first is decided by keys alone, two for a gap, and meets WCAG 2.2 AA',
  EVERYDAY,
  async ({ page, accessibilityFaults }) => {
    await openFreshBoard(page);
    expect(await accessibilityFaults()).toEqual([]);
    const first = (await inHand(page).textContent()) ?? '';
    await page.keyboard.press('4');
    await page.keyboard.press('3');
    await expect(inHand(page)).not.toHaveText(first);
    await expect(page.getByText('1 weighed')).toBeVisible();

    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(inHand(page)).toHaveText('2 gaps are ticked');
    await page.keyboard.press('2');
    await page.keyboard.press('3');
    await expect(page.getByText('3 weighed')).toBeVisible();

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('k');
    await expect(page.getByText('1 kept')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('m');
    await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
    expect(await accessibilityFaults(), 'of the choice of a measure').toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 kept')).toBeVisible();
    await expect(page.getByText('1 measure', { exact: true })).toBeVisible();

    await page
      .getByRole('region', { name: /^Measures/ })
      .getByRole('listitem')
      .last()
      .getByRole('button')
      .click();
    await page.getByRole('textbox', { name: 'Name of the measure' }).fill('Rescue and no detention');
    await page.getByRole('spinbutton', { name: 'Cost, once' }).fill('2500000');
    expect(await accessibilityFaults(), 'of a measure').toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Saved on this computer')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Rescue and no detention' })).toBeVisible();

    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { level: 1, name: 'Gaps and targets' })).toBeVisible();
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { level: 1, name: 'What comes first' })).toBeVisible();
  },
);

test('a gap is dragged to a field of the board, and into a measure', async ({ page }) => {
  await openBoard(page);
  const little = page
    .getByRole('row', { name: /^Little/ })
    .getByRole('cell')
    .nth(0);
  await page
    .getByRole('checkbox', { name: /^IC-07 / })
    .locator('..')
    .dragTo(little);
  await expect(little.getByRole('button', { name: /IC-07/ })).toBeVisible();
  await chip(page, 'SO-17').dragTo(page.getByRole('button', { name: 'New measure' }));
  await expect(page.getByText('7 measures', { exact: true })).toBeVisible();
});

test('a hundred gaps are no wall: one page, few controls, whatever the window', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 657 });
  await openBoard(page);
  const size = await page.evaluate(() => ({
    // A window that scrolls of its own counts what it holds.
    height: [...document.querySelectorAll('main *')]
      .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY))
      .reduce((sum, one) => sum + one.scrollHeight - one.clientHeight, document.documentElement.scrollHeight),
    width: document.documentElement.scrollWidth,
    controls: document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]').length,
  }));
  expect(size.height).toBeLessThan(4000);
  expect(size.controls).toBeLessThan(150);
  expect(size.width).toBe(1366);
  await expect(page.getByText('impact, then ease')).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
