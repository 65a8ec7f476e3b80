import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

test.beforeEach(async ({ page }) => {
  // The save dialogue of the browser cannot be driven; a download, the way of every other browser, can.
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
});

test(
  'a plan is drafted from priorities, edited, kept, projected, filled in in Excel, and carried into the next round',
  EVERYDAY,
  async ({ page }) => {
    const library = new LibraryPage(page);
    const assess = new AssessPage(page);
    await library.open();
    await library.startAssessment(/Migration governance/, ROUND);
    await assess.answerByKeyboard('1234');
    await assess.goTo('What comes first');
    await page.getByRole('link', { name: 'Show as a table' }).click();
    await page.locator('summary', { hasText: 'Institutional capacity' }).click();
    for (const code of ['IC-01', 'IC-02']) {
      await page.getByRole('combobox', { name: `Impact of closing the gap of ${code}` }).selectOption('4');
      await page.getByRole('combobox', { name: `Ease of closing the gap of ${code}` }).selectOption('3');
    }

    await assess.goTo('Plan');
    await expect(page.getByRole('img', { name: /2 numbered priorities/ })).toBeVisible();
    await page.getByRole('button', { name: 'Draft 2 rows' }).click();
    await expect(page.getByText('2 rows were drafted.')).toBeVisible();
    await page.getByRole('button', { name: 'Edit row 1' }).click();
    await page.getByRole('textbox', { name: 'Activity' }).fill('Prepare and publish the decree');
    await page.getByLabel('Lead institution').fill('Ministry of Justice');
    await page.getByLabel('Start', { exact: true }).fill('2027-01-11');
    await page.getByLabel('End', { exact: true }).fill('2027-06-30');
    await page.getByRole('button', { name: 'Done: row 1' }).click();
    await assess.waitUntilSaved();

    await page.reload();
    const first = page.getByRole('row', { name: /Prepare and publish the decree/ });
    await expect(first).toContainText('Ministry of Justice');
    await expect(first).toContainText('from 11 January 2027 until 30 June 2027');

    await page.getByRole('link', { name: 'What it would bring' }).click();
    await expect(page.getByText('2 indicators come to their targets.')).toBeVisible();
    const domain = page.getByRole('listitem').filter({ hasText: 'Institutional capacity' });
    await expect(domain).toContainText('from 2 to 3 of 24');
    await page.getByRole('checkbox', { name: /Prepare and publish the decree/ }).uncheck();
    await expect(page.getByText('1 indicator comes to its target.')).toBeVisible();
    await page.getByRole('button', { name: 'Tick none' }).click();
    await expect(domain).toContainText('2 of 24');
    await expect(domain).not.toContainText('from 2 to 3');

    await page.getByRole('link', { name: 'Actions', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download for Excel' }).click();
    const parts = unzipSync(new Uint8Array(await readFile(await (await download).path())));
    const shared = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    const edit = (xml: string) => xml.replace('Prepare and publish the decree', 'Publish the decree in the gazette');
    expect(edit(shared) !== shared || edit(sheet) !== sheet).toBe(true);
    const returned = zipSync({
      ...parts,
      ...(shared === '' ? {} : { 'xl/sharedStrings.xml': strToU8(edit(shared)) }),
      'xl/worksheets/sheet1.xml': strToU8(edit(sheet)),
    });
    await page.getByLabel('Take changes back …').setInputFiles({
      name: 'plan.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(returned),
    });
    await expect(page.getByRole('dialog')).toContainText('Publish the decree in the gazette');
    await expect(page.getByRole('rowheader', { name: 'Publish the decree in the gazette' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Take in 1 change' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('row', { name: /Publish the decree in the gazette/ })).toBeVisible();

    await page.getByRole('link', { name: 'Follow-up' }).click();
    await page.getByRole('button', { name: 'Start the next round' }).click();
    await page.getByLabel('Title of the new round').fill('Round 2028');
    const before = page.url();
    await page.getByRole('button', { name: 'Start the round' }).click();
    await expect(page).not.toHaveURL(before);
    await expect(page.getByText('0 of 2 actions done')).toBeVisible();
    await assess.goTo('Answers');
    await page.getByRole('group', { name: 'Maturity level' }).waitFor();
    await assess.answerByKeyboard('3');
    await assess.goTo('Results');
    await expect(page.getByRole('heading', { name: 'Compared with “Round 2026”' })).toBeVisible();
    await expect(page.getByText('1 higher, 0 lower, 0 the same')).toBeVisible();
  },
);

test('a workbook with faults is refused with all of them, and the plan stays', async ({ page }) => {
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await new AssessPage(page).goTo('Plan');
  await page.getByLabel('Take changes back …').setInputFiles({
    name: 'plan.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from('not a workbook'),
  });
  await expect(page.getByRole('alert')).toContainText('Nothing was taken in');
  await expect(page.getByRole('dialog')).toContainText('This is not a workbook (.xlsx or .ods)');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('14 actions are planned, 1 done.')).toBeVisible();
});
