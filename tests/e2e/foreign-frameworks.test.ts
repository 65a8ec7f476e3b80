import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { downloadInstead } from './pages/download-instead.ts';

const asFile = (name: string, text: string | Buffer) => ({ name, mimeType: '', buffer: Buffer.from(text) });

const TABLE = `Domain;Code;Title;Level 1: Nothing;Level 2: There\nLaw;L-1;An act;Nothing.;An act is in force.\nLaw;L-2;A decree;Nothing.;A decree is in force.\n`;

test('a framework comes in as a table, as a filled template, or not at all', async ({ page, accessibilityFaults }) => {
  await page.addInitScript(downloadInstead);
  await page.goto('#/frameworks');
  const chooser = page.getByLabel('Open a file');
  const dialog = page.getByRole('dialog', { name: 'Open a framework' });
  const close = () => page.keyboard.press('Escape');

  await chooser.setInputFiles(asFile('table.csv', 'Domain,Title\nA,B'));
  await expect(dialog.getByText('This file was not taken in')).toBeVisible();
  await close();
  await chooser.setInputFiles(asFile('library.yaml', 'a: [b'));
  await expect(dialog.getByRole('alert')).toBeVisible();
  await close();
  await expect(page.getByRole('article')).toHaveCount(3);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Template for a table' }).click();
  const template = readFileSync(await (await download).path());
  await chooser.setInputFiles(asFile('template.xlsx', template));
  await expect(dialog.getByText('6 indicators')).toBeVisible();
  await close();

  await chooser.setInputFiles(asFile('table.csv', TABLE));
  await expect(dialog.getByText('2 indicators')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Add to the frameworks' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
});
