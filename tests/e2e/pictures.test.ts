import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test.beforeEach(async ({ page }) => {
  // The save dialogue of the browser cannot be driven; a download, the way of every other browser, can.
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
});

test('every picture of the results and the plan has its table by one key, and is saved as image and as data', async ({
  page,
}) => {
  const assess = new AssessPage(page);
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Show the radar' }).click();
  await page.getByRole('button', { name: 'Try other weightings' }).click();
  await page.getByRole('heading', { name: 'Positions under other weightings and methods' }).waitFor();

  async function saved(kind: 'PNG' | 'CSV', title: string): Promise<Buffer> {
    const download = page.waitForEvent('download');
    const what = kind === 'PNG' ? 'an image' : 'data';
    await page.getByRole('button', { name: `${kind}: save “${title}” as ${what}` }).click();
    return readFile(await (await download).path());
  }

  async function checkAll(titles: readonly string[]) {
    for (const title of titles) {
      const picture = page.getByRole('region', { name: title, exact: true });
      const toggle = picture.getByRole('button', { name: /^Show as/ });
      const first = await toggle.textContent();
      await toggle.focus();
      await page.keyboard.press('t');
      await expect(toggle).not.toHaveText(first ?? '');
      if ((first ?? '').includes('picture')) await page.keyboard.press('t');
      const cell = await picture.getByRole('table').last().getByRole('rowheader').first().innerText();

      const image = await saved('PNG', title);
      expect(image.subarray(0, 8)).toEqual(PNG_SIGNATURE);
      expect(image.readUInt32BE(16), 'pixels across').toBe(2560);
      const data = await saved('CSV', title);
      expect(data.toString('utf8')).toContain(cell.replace(/^(\d+\.|[A-Z]{2}-\d+) /, '').split(' (')[0]);
    }
  }

  await checkAll([
    'Profile by domain',
    'All indicators',
    'Law and practice',
    'Radar of the domains',
    'Migration Governance Framework (MiGOF)',
    'Positions under other weightings and methods',
  ]);
  await assess.goTo('Plan');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Priorities' }).click();
  await checkAll(['Impact and ease']);
  await page.getByRole('link', { name: 'Timeline' }).click();
  await checkAll(['Timeline']);
  await page.getByRole('link', { name: 'What it would bring' }).click();
  await checkAll(['What the plan would bring, by domain']);
});
