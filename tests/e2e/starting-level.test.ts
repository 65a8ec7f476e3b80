import { expect, test } from './fixtures.ts';
import { openMixedSample, openSample } from './pages/open-sample.ts';

test('a level of the main instrument is proposed as a start, and counts only when it is taken', async ({
  page,
  accessibilityFaults,
}) => {
  await openSample(page, 'en');
  await openMixedSample(page);
  // The lead has not answered it.
  await page.goto(page.url().replace(/results$/, 'assess/MX-39'));
  const ladder = page.getByRole('group', { name: 'Maturity level' });
  await ladder.waitFor();
  await page.getByRole('button', { name: 'Meridia · Round 2026' }).click();
  const proposal = page.getByRole('region', { name: 'Proposed from Meridia · Round 2026' });
  await expect(proposal.getByText('MR-04 stood at level 2')).toBeVisible();
  await expect(ladder.getByRole('radio', { checked: true })).toHaveCount(0);
  expect(await accessibilityFaults()).toEqual([]);

  await proposal.getByRole('button', { name: 'Do not take it' }).click();
  await expect(proposal.getByText('The proposal was not taken.')).toBeVisible();
  await page.reload();
  await expect(proposal.getByText('The proposal was not taken.')).toBeVisible();
  await proposal.getByRole('button', { name: 'Show it again' }).click();
  await expect(ladder.getByRole('radio', { checked: true })).toHaveCount(0);
  await proposal.getByRole('button', { name: 'Take it as a start' }).click();
  await expect(ladder.getByRole('radio', { name: /Emerging/ })).toBeChecked();
  await expect(proposal.getByText(/It was taken as a start/)).toBeVisible();
});
