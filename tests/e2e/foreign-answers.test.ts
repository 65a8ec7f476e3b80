import { expect, test } from './fixtures.ts';
import { openSample } from './pages/open-sample.ts';

const TABLE = `Topic;Stage reached;Ministry;Why
IC-01;2;Ministry of Justice;As we see it
Nobody knows;2;Ministry of Justice;
`;
const poll = { name: 'poll.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) };

test('answers come in from any table; which column is which is asked once', async ({ page, accessibilityFaults }) => {
  const sample = await openSample(page, 'en');
  await page.goto(`#/${sample}/returns`);
  const chooser = page.getByLabel('Choose files');
  await chooser.setInputFiles(poll);
  const open = page.getByRole('button', { name: 'Say which column is which: poll.csv' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'Columns of poll.csv' });
  await expect(dialog.getByLabel('Indicator: its code or its title')).toHaveValue('0');
  await dialog.getByLabel('Level or answer').selectOption('B Stage reached');
  await dialog.getByLabel('Institution; without one these are agreed levels').selectOption('C Ministry');
  await dialog.getByLabel('Comment').selectOption('D Why');
  expect(await accessibilityFaults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Show the preview' }).click();
  await expect(open).toHaveCount(0);
  await expect(page.getByText('Ministry of Justice').first()).toBeVisible();
  await expect(page.getByText(/Nobody knows/)).toBeVisible();

  await page.reload();
  await chooser.setInputFiles(poll);
  await open.click();
  await expect(dialog.getByText('Filled in as last time with these titles.')).toBeVisible();
  await expect(dialog.getByLabel('Comment')).toHaveValue('3');
});
