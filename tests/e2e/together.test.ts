import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import { withLanguages } from '../../src/domain/framework/with-languages.ts';
import { readMainFramework } from '../bench/merge-files.ts';
import { validatedFile } from '../fixtures/validated-files.ts';
import { expect, test } from './fixtures.ts';

const LEVELS = ['nascent', 'emerging', 'developed', 'mature'] as const;
const framework = withLanguages(readMainFramework(), ['fr', 'ar']);
const [first, second] = framework.indicators;

/** On the first indicator half of them each on two levels, on the second all on one, the rest spread. */
function fileOf(number: number) {
  const levels = framework.indicators.map(({ id }, index) => {
    if (id === second?.id) return [id, 'emerging'] as const;
    const place = id === first?.id ? (number % 2) * 2 : (number * (1 + (index % 3)) + index) % 4;
    return [id, LEVELS[place] ?? 'nascent'] as const;
  });
  const bytes = writeSextantFile(validatedFile(framework, number, Object.fromEntries(levels)));
  return { name: `participant-${number}.sextant`, mimeType: 'application/zip', buffer: Buffer.from(bytes) };
}

test('several validated files are looked at together, from the settings', async ({ page, accessibilityFaults }) => {
  await page.goto('#/about');
  await page.getByRole('link', { name: 'Choose files' }).click();
  await page.getByRole('heading', { level: 1, name: 'Several files together' }).waitFor();
  const chooser = page.getByLabel('Choose files');
  await chooser.setInputFiles([0, 1, 2, 3].map(fileOf));
  await expect(page.getByText('4 files count so far. From 5 on, the spread is shown.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);

  const broken = { ...fileOf(20), buffer: Buffer.from('no file') };
  await chooser.setInputFiles([...Array.from({ length: 12 }, (_, number) => fileOf(number)), broken]);
  await expect(page.getByText('12 participants')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not counted' })).toBeVisible();
  await expect(page.getByText(/participant-20\.sextant/)).toHaveCount(1);
  const row = (id: string | undefined) =>
    page.getByRole('row').filter({ has: page.getByText(id ?? '', { exact: true }) });
  await expect(row(first?.id).getByRole('listitem')).toHaveText([
    '1 Nascent or without a level: 50%',
    '2 Emerging, 3 Developed or 4 Mature: 50%',
  ]);
  await expect(row(second?.id)).toContainText('Too few participants stand apart to show this.');
  expect(await page.locator('main').innerText()).not.toContain('participant-3');
  expect(await accessibilityFaults()).toEqual([]);
});
