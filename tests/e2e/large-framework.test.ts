import type { Page } from '@playwright/test';
import { largeFramework } from '../fixtures/large-framework.ts';
import { expect, test } from './fixtures.ts';
import { goToPage } from './pages/go-to-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const INDICATORS = 5000;
const upload = { name: 'large.json', mimeType: '', buffer: Buffer.from(largeFramework(INDICATORS)) };
/** Far fewer than there are questions: what does not show is not drawn. */
const MOST_ELEMENTS = 900;
const MOST_ROWS = 60;

const countElements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

test('a framework of 5,000 questions is taken in, written and answered; no page draws all of it', async ({ page }) => {
  await page.goto('#/frameworks');
  await page.getByLabel('Open a file').setInputFiles(upload);
  const dialog = page.getByRole('dialog', { name: 'Open a framework' });
  await expect(dialog.getByText('5,000 indicators')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add to the frameworks' }).click();
  const card = page.getByRole('article').filter({ hasText: 'A framework of 5000 questions' });
  await card.getByRole('button', { name: 'Adapt' }).click();

  const tree = page.getByRole('tree');
  const rows = tree.getByRole('treeitem');
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(MOST_ROWS);
  expect(await countElements(page)).toBeLessThan(MOST_ELEMENTS);
  await page.getByRole('searchbox', { name: 'Find a question' }).fill('04999');
  await tree.getByRole('treeitem', { name: /Q-04999/ }).click();
  const question = page.getByLabel('Question', { exact: true });
  await question.fill('Is it found among thousands?');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved on this computer')).toBeVisible();
  await page.getByText('Weight, links and who answers').click();
  await page.getByLabel('Twin on law or practice').fill('Q-00001');
  await page.keyboard.press('Tab');
  expect(await countElements(page)).toBeLessThan(MOST_ELEMENTS);
  await page.reload();
  await page.getByRole('searchbox', { name: 'Find a question' }).fill('04999');
  await tree.getByRole('treeitem', { name: /Q-04999/ }).click();
  await expect(question).toHaveValue('Is it found among thousands?');
  await page.getByText('Weight, links and who answers').click();
  await expect(page.getByLabel('Twin on law or practice')).toHaveValue(/Q-00001/);
});

test('the report on a framework of 5,000 questions draws what is looked at', async ({ page }) => {
  await page.goto('#/frameworks');
  await page.getByLabel('Open a file').setInputFiles(upload);
  await page.getByRole('dialog').getByRole('button', { name: 'Add to the frameworks' }).click();
  await page.getByRole('article').filter({ hasText: 'A framework of 5000 questions' }).waitFor();
  const library = new LibraryPage(page);
  await library.open('#/');
  await library.startAssessment(/A framework of 5000 questions/, {
    country: 'Meridia',
    title: 'Round 1',
    lead: 'Office',
  });
  await goToPage(page, 'Papers');
  await expect(page.locator('[data-part=cover]')).toBeVisible();
  expect(await countElements(page)).toBeLessThan(MOST_ELEMENTS);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('button', { name: /what carries no level/ })
    .click();
  await page.getByRole('button', { name: /^Show more \(500 of/ }).click();
  await expect(page.locator('[data-part=left-out]')).toContainText('Q-00900');
});
