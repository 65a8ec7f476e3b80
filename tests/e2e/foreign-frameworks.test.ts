import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { downloadInstead } from './pages/download-instead.ts';

const asFile = (name: string, text: string | Buffer) => ({ name, mimeType: '', buffer: Buffer.from(text) });

const LIBRARY = `urn: urn:made-up:library:one
ref_id: made-up
name: Made up
version: 1
objects:
  framework:
    name: Made-up framework
    scores_definition:
    - {score: 0, name: Nothing, description: Nothing.}
    - {score: 1, name: There, description: It is there.}
    requirement_nodes:
    - {urn: d, assessable: false, name: Law}
    - {urn: q, parent_urn: d, ref_id: L-1, assessable: true, name: An act}
`;
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
  await chooser.setInputFiles(asFile('framework.json', '{"format": "sextant-framework"}'));
  await expect(dialog.getByRole('alert')).toBeVisible();
  await close();

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

test('a library of another program is opened on the first page, and stands among the frameworks', async ({ page }) => {
  await page.goto('#/');
  await page.getByLabel('Open a file').setInputFiles(asFile('library.yaml', LIBRARY));
  await expect(page.getByRole('dialog').getByText(/Made-up framework · version 1\.0\.0/)).toBeVisible();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(page.getByRole('heading', { name: 'Made-up framework' })).toBeVisible();
});
