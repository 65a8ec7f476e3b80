import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { LANGUAGES } from '../src/i18n/languages.ts';
import { HOSTED_BUILD } from './e2e/find-build.ts';
import { findChromium } from './e2e/find-browser.ts';
import { allScreens } from './e2e/pages/all-screens.ts';
import { openSample } from './e2e/pages/open-sample.ts';
import { openScreen } from './e2e/pages/open-screen.ts';
import { serveBuild } from './e2e/serve-build.ts';

/** Pictures of every screen of the fictional sample, one file each: `docs/screens/<language>/<screen>.png`. */
const FOLDER = fileURLToPath(new URL('../docs/screens', import.meta.url));
/** A laptop of 1366 by 768 with the bars of a browser. */
const WINDOW = { width: 1366, height: 657 };

/** The name of a file for an address: `#/assessment/<id>/gaps/table` is `gaps-table`, `#/` is `first-page`. */
function nameOf(address: string): string {
  const screen = address.replace(/^#\//, '').replace(/^assessment\/[^/]+\//, '');
  return screen.replaceAll('/', '-') || 'first-page';
}

async function takePictures(page: Page, language: (typeof LANGUAGES)[number]['code']): Promise<void> {
  const folder = path.join(FOLDER, language);
  await mkdir(folder, { recursive: true });
  for (const address of allScreens(await openSample(page, language))) {
    await openScreen(page, address);
    const file = path.join(folder, `${nameOf(address)}.png`);
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    console.log(path.relative('', file));
  }
}

const wanted = process.argv.slice(2);
const languages = LANGUAGES.map(({ code }) => code).filter((code) => wanted.length === 0 || wanted.includes(code));
const found = await findChromium();
const server = await serveBuild(HOSTED_BUILD, '/');
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: { ...process.env, ...found.environment },
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const language of languages) {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: WINDOW,
      locale: 'en-GB',
      timezoneId: 'UTC',
      serviceWorkers: 'block',
    });
    await takePictures(await context.newPage(), language);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
