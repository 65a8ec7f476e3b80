import { expect, test } from './fixtures.ts';
import { openSample } from './pages/open-sample.ts';

test('the sample of mixed movements opens from the frameworks, and from the first sample', async ({
  page,
  accessibilityFaults,
}) => {
  await page.goto('#/frameworks');
  const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Mixed movements' }) });
  await card.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await page.waitForURL(/\/results$/);
  await expect(page.getByRole('banner').getByText(/Round at the posts, season 2026/)).toBeVisible();
  await expect(page.getByText('Fictional', { exact: true }).first()).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);

  await openSample(page, 'fr');
  await page
    .getByRole('button', { name: 'Un autre exemple : les mouvements migratoires mixtes dans les postes' })
    .click();
  await expect(page.getByRole('banner').getByText(/Cycle dans les postes, saison 2026/)).toBeVisible();
});
