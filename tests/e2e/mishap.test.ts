import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goToPage } from './pages/go-to-page.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

test.use({ expectedFaults: /uncaught error: (lost|Failed to fetch dynamically|QuotaExceededError)|ERR_FAILED|full/ });

const mishap = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /did not work|could not be loaded|no room left/ });

test('a promise that nobody caught is said, with what is saved and what to do', async ({
  page,
  accessibilityFaults,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await new LibraryPage(page).open();
  await page.evaluate(() => void Promise.reject(new Error('lost')));
  await expect(mishap(page)).toContainText('(lost)');
  await expect(mishap(page)).toContainText('What was shown as saved is safe on this computer');
  await mishap(page).getByRole('button', { name: 'Close' }).click();
  await expect(mishap(page)).toHaveCount(0);

  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).answerByKeyboard('2');
  await new AssessPage(page).waitUntilSaved();
  await page.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('lost');
      }),
  );
  await expect(mishap(page)).toContainText('What you entered in this assessment is saved on this computer');
  expect(await accessibilityFaults()).toEqual([]);
  const download = page.waitForEvent('download');
  await mishap(page).getByRole('button', { name: 'Save a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.sextant$/);
});

test('a part that does not come is said, and the work goes on', async ({ page }) => {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await page.context().route('**/*.js', (route) => route.abort());
  await goToPage(page, 'What comes first');
  await expect(mishap(page)).toContainText('What you entered in this assessment is saved on this computer');
  await mishap(page).getByRole('button', { name: 'Close' }).click();
  await page.context().unroute('**/*.js');
  await new AssessPage(page).goTo('Answers');
  await new AssessPage(page).answerByKeyboard('2');
  await new AssessPage(page).waitUntilSaved();
});

test('a write that the storage refuses is said where it was wanted', async ({ page }) => {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).waitUntilSaved();
  await page.getByRole('link', { name: 'Sextant', exact: true }).click();
  // The storage itself refuses: as when the disk is full.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(mishap(page)).toContainText('What was shown as saved is safe');
  await mishap(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('There is no room left');
});
