import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';
import { goToPage } from './pages/go-to-page.ts';
import { InstitutionsPage } from './pages/institutions-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Office of the Prime Minister' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Observers get a pack without anything being assigned. */
async function openPacks(page: Page, url?: string): Promise<InstitutionsPage> {
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
  const library = new LibraryPage(page);
  await library.open(url);
  await library.startAssessment(/Migration governance/, ROUND);
  await goToPage(page, 'Institutions');
  const institutions = new InstitutionsPage(page);
  await institutions.add(['AUX; observer', 'Trade unions; observer']);
  return institutions;
}

async function unpacked(download: Download) {
  return unzipSync(readFileSync(await download.path()));
}

test('packs go out in the languages chosen, with names any machine takes, and the app once beside them', async ({
  page,
  buildServer,
  portableUrl,
  accessibilityFaults,
}) => {
  const institutions = await openPacks(page);
  const asksForApp = () => buildServer.requests.filter((request) => request.path.endsWith('sextant.html')).length;
  for (const name of ['English', 'Español', 'العربية']) {
    await page.getByRole('checkbox', { name, exact: true }).uncheck();
  }
  await page.getByRole('checkbox', { name: 'Put sextant.html beside the packs, once' }).check();
  expect(await accessibilityFaults()).toEqual([]);
  expect(asksForApp()).toBe(0);
  const download = await institutions.saveAllPacks();
  expect(download.suggestedFilename()).toMatch(/^Republic-of-Meridia-Round-2026-packs-draft-\d{4}-\d\d-\d\d\.zip$/);
  const all = await unpacked(download);
  const app = readFileSync(fileURLToPath(portableUrl));
  expect(Buffer.from(all['sextant.html'] ?? []).equals(app)).toBe(true);
  expect(textOf(all['sextant.html.sha256'])).toBe(`${sha256(app)}  sextant.html\n`);
  expect(asksForApp()).toBe(1);
  const names = Object.keys(all).filter((name) => name.includes('/'));
  expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
    'AUX-sextant/AUX-sextant-Republic-of-Meridia-Round-2026-pack-draft-DAY.sextant',
    'AUX-sextant/AUX-sextant-Republic-of-Meridia-Round-2026-dossier-projet-fr-DAY.txt',
    'Trade-unions/Trade-unions-Republic-of-Meridia-Round-2026-pack-draft-DAY.sextant',
    'Trade-unions/Trade-unions-Republic-of-Meridia-Round-2026-dossier-projet-fr-DAY.txt',
  ]);
  const note = textOf(all[names[3] ?? '']);
  expect(note).toContain('Sextant est aussi un seul fichier, sextant.html');
  expect(note).toContain(sha256(app));
  // Nothing of it goes along with the pack of one institution that is saved alone.
  const alone = await institutions.savePack('Trade unions');
  expect(alone.suggestedFilename()).toMatch(/^Trade-unions-.*-pack-draft-[\d-]+\.sextant$/);
  // What was chosen is still chosen after a look at another page.
  await goToPage(page, 'Answers');
  await goToPage(page, 'Institutions');
  await expect(page.getByRole('checkbox', { name: 'English', exact: true })).not.toBeChecked();
});

test('the portable file asks for itself by the file chooser, and takes nothing else', async ({ page, portableUrl }) => {
  const institutions = await openPacks(page, portableUrl);
  const beside = page.getByRole('checkbox', { name: 'Put sextant.html beside the packs, once' });
  await expect(beside).toBeDisabled();
  const chooser = page.getByLabel('Choose sextant.html');
  const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await chooser.setInputFiles(file('letter.html', '<!doctype html><title>A letter</title>'));
  await expect(page.getByText(/This is not Sextant as one file/)).toBeVisible();
  const app = readFileSync(fileURLToPath(portableUrl));
  const itself = { name: 'sextant.html', mimeType: 'text/html', buffer: app };
  await chooser.setInputFiles([itself, file('sextant.html.sha256', `${'0'.repeat(64)}  sextant.html\n`)]);
  await expect(page.getByText(/sextant\.html is not the file that sextant\.html\.sha256 names/)).toBeVisible();
  await chooser.setInputFiles([itself, file('sextant.html.sha256', `${sha256(app)}  sextant.html\n`)]);
  await expect(page.getByText(`Chosen. Its checksum (SHA-256) is ${sha256(app)}`)).toBeVisible();
  await beside.check();
  const all = await unpacked(await institutions.saveAllPacks());
  expect(Buffer.from(all['sextant.html'] ?? []).equals(app)).toBe(true);
});
