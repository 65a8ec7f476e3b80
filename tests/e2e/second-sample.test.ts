import { expect, test } from './fixtures.ts';
import { openMixedSample, openSample } from './pages/open-sample.ts';

test('the sample of mixed movements opens from the frameworks, and from the first sample', async ({
  page,
  accessibilityFaults,
}) => {
  await openMixedSample(page);
  await expect(page.getByRole('banner').getByText(/Round at the posts, season 2026/)).toBeVisible();
  await expect(page.getByText('Fictional', { exact: true }).first()).toBeVisible();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await accessibilityFaults()).toEqual([]);

  await openSample(page, 'fr');
  await page.getByRole('button', { name: 'Autre exemple : mouvements migratoires mixtes' }).click();
  await expect(page.getByRole('banner').getByText(/Cycle dans les postes, saison 2026/)).toBeVisible();
});
