import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { LANGUAGES } from '../src/i18n/languages.ts';
import { HOSTED_BUILD } from './e2e/find-build.ts';
import { findChromium } from './e2e/find-browser.ts';
import { allScreens } from './e2e/pages/all-screens.ts';
import { downloadInstead } from './e2e/pages/download-instead.ts';
import { LibraryPage } from './e2e/pages/library-page.ts';
import { openSample } from './e2e/pages/open-sample.ts';
import { openScreen } from './e2e/pages/open-screen.ts';
import { serveBuild } from './e2e/serve-build.ts';

/**
 * Pictures of every screen of the fictional sample, and of what an institution sees that opens its pack, one file each:
 * `docs/screens/<language>/<screen>.png`; with the word `dark` after the languages, in dark, in `<language>-dark`.
 */
const FOLDER = fileURLToPath(new URL('../docs/screens', import.meta.url));
/** A laptop of 1366 by 768 with the bars of a browser. */
const WINDOW = { width: 1366, height: 657 };
const dark = process.argv.includes('dark');

type Language = (typeof LANGUAGES)[number]['code'];

/** The name of a file for an address: `#/assessment/<id>/gaps/table` is `gaps-table`, `#/` is `first-page`. */
function nameOf(address: string): string {
  const screen = address.replace(/^#\//, '').replace(/^assessment\/[^/]+\//, '');
  return screen.replaceAll('/', '-') || 'first-page';
}

async function takePicture(page: Page, language: Language, name: string): Promise<void> {
  // What stands beside a question comes after it.
  if ((await page.locator('input.choice').count()) > 0) await page.locator('aside textarea').first().waitFor();
  const file = path.join(FOLDER, dark ? `${language}-dark` : language, `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
  console.log(path.relative('', file));
}

/** Every screen of the sample but the one of institutions alone; gives `assessment/<id>`. */
async function takeScreens(page: Page, language: Language): Promise<string> {
  const assessment = await openSample(page, language);
  for (const address of allScreens(assessment).filter((one) => !one.endsWith('/return'))) {
    await openScreen(page, address);
    await takePicture(page, language, nameOf(address));
  }
  return assessment;
}

/** Saves the pack of the first institution of an assessment. */
async function makePack(page: Page, language: Language, assessment: string): Promise<string> {
  const messages = new URL(`../src/i18n/messages/${language}/institutions.json`, import.meta.url);
  const words = JSON.parse(await readFile(messages, 'utf8')) as Readonly<Record<string, string>>;
  await openScreen(page, `#/${assessment}/institutions`);
  await page.locator('summary', { hasText: words['institutions.packs.single'] ?? '' }).click();
  const download = page.waitForEvent('download');
  const [name = ''] = (words['institutions.packs.saveOf'] ?? '').split('{');
  await page.getByRole('button', { name: name.trim() }).first().click();
  const file = await download;
  const named = path.join(path.dirname(await file.path()), file.suggestedFilename());
  await file.saveAs(named);
  return named;
}

/** What stands before an institution: an empty computer, its greeting, its first question, and what it checks, endorses and sends. */
async function takeScreensOfPack(page: Page, language: Language, pack: string): Promise<void> {
  await new LibraryPage(page).open();
  await page.getByLabel(/Language/).selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
  await takePicture(page, language, 'first-page-fresh');
  await page.locator('input[type=file]').first().setInputFiles(pack);
  await page.locator('dialog .lead').waitFor();
  await takePicture(page, language, 'pack-greeting');
  await page.locator('dialog .button-main').click();
  await page.locator('input.choice').first().waitFor({ state: 'attached' });
  await takePicture(page, language, 'pack-question');
  await page.keyboard.press('2');
  await openScreen(page, page.url().replace(/^[^#]*(#\/assessment\/[^/]+).*/, '$1/return'));
  await takePicture(page, language, 'pack-return');
}

const wanted = process.argv.slice(2).filter((word) => word !== 'dark');
const languages = LANGUAGES.map(({ code }) => code).filter((code) => wanted.length === 0 || wanted.includes(code));
const found = await findChromium();
const server = await serveBuild(HOSTED_BUILD, '/');
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: { ...process.env, ...found.environment },
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: WINDOW,
      colorScheme: dark ? 'dark' : 'light',
      locale: 'en-GB',
      timezoneId: 'UTC',
      serviceWorkers: 'block',
    });
    await context.addInitScript(downloadInstead);
    return context.newPage();
  };
  for (const language of languages) {
    const [page, theirs] = [await newPage(), await newPage()];
    const pack = await makePack(page, language, await takeScreens(page, language));
    await takeScreensOfPack(theirs, language, pack);
    await page.context().close();
    await theirs.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}
