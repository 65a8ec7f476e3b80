import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

/** Holds what the browser says of a new address until `release`: a machine so slow that keys are faster than the page. */
async function holdAddress(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const held: { isHolding: boolean; release: () => void } = {
      isHolding: false,
      release() {
        this.isHolding = false;
        window.dispatchEvent(new HashChangeEvent('hashchange'));
      },
    };
    Object.assign(window, { held });
    window.addEventListener('hashchange', (event) => held.isHolding && event.stopImmediatePropagation(), true);
  });
  return () => page.evaluate(() => (window as unknown as { held: { release: () => void } }).held.release());
}

const hold = (page: Page) =>
  page.evaluate(() => void ((window as unknown as { held: { isHolding: boolean } }).held.isHolding = true));

test('a digit right after Enter answers the next indicator, however slowly that one comes', async ({ page }) => {
  const release = await holdAddress(page);
  const assess = new AssessPage(page);
  const question = page.locator('input.choice').first();
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  const first = (await question.getAttribute('name')) ?? '';
  await page.keyboard.press('1');
  await assess.expectProgress(1, 30);

  await hold(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await assess.expectProgress(3, 30);
  await expect(question, 'the first question is still drawn').toHaveAttribute('name', first);
  await expect(page.locator('input[type=radio]').first(), 'and keeps its answer').toBeChecked();
  await release();
  await expect(question).not.toHaveAttribute('name', first);
  await expect(page.locator('input[type=radio]').nth(2)).toBeChecked();
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('input[type=radio]').nth(1)).toBeChecked();
});
