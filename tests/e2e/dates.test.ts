import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

/** Evening in Haiti and morning in Fiji: the day in Greenwich is another one. */
const PLACES = [
  ['America/Port-au-Prince', '2026-12-03T01:30:00Z', '2026-12-02', '2 December 2026'],
  ['Pacific/Fiji', '2026-12-02T21:00:00Z', '2026-12-03', '3 December 2026'],
] as const;

async function openAt(page: Page, screen: string): Promise<void> {
  const assessment = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
  await page.goto(`#/${assessment}/${screen}`);
}

for (const [timezoneId, instant, day, printed] of PLACES) {
  test.describe(timezoneId, () => {
    test.use({ timezoneId });

    test('the day proposed, shown and printed is the local one', async ({ page }) => {
      await page.clock.install({ time: new Date(instant) });
      await new LibraryPage(page).open();
      await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
      await page.waitForURL(/assessment\//);
      await openAt(page, 'validate');
      await expect(page.locator('input[type=date][name=date]').first()).toHaveValue(day);
      await new AssessPage(page).goTo('Papers');
      await expect(page.locator('[data-part="cover"]')).toContainText(printed);
    });
  });
}

test('a date is saved when its field is left, and a year of two digits is asked about', async ({ page }) => {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, {
    country: 'Republic of Meridia',
    title: 'Round 2026',
    lead: 'Ministry of the Interior',
  });
  await new AssessPage(page).goTo('What comes first');
  await page.getByRole('link', { name: 'Show as a table' }).click();
  const horizon = page.getByLabel('Targets are to be reached by');
  // What a browser makes of a year typed as 26, digit by digit; the order of its parts is that of the computer.
  for (const year of ['0002', '0026']) await horizon.fill(`${year}-12-15`);
  await horizon.blur();
  await page.getByRole('button', { name: 'Do you mean 15 December 2026?' }).click();
  await expect(horizon).toHaveValue('2026-12-15');
  await new AssessPage(page).waitUntilSaved();
  await page.reload();
  await expect(horizon).toHaveValue('2026-12-15');
});
