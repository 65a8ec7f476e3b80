import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { HOSTED_BUILD } from './find-build.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { makeNextRelease } from './lying-network.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import type { BuildServer } from './serve-build.ts';
import { serveBuild } from './serve-build.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

test.use({ serviceWorkers: 'allow' });

async function expectOffline(page: Page, words: RegExp): Promise<void> {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/about`);
  // Some three hundred files, each compared with its hash.
  await expect(page.getByText(words)).toBeVisible({ timeout: 60_000 });
}

test.describe('without a network', () => {
  let folder: string;
  let server: BuildServer;
  // A build of its own on a server of its own: both are changed and taken away.
  test.beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sextant-offline-'));
    cpSync(HOSTED_BUILD, folder, { recursive: true });
    server = await serveBuild(folder, '/ministry/sextant/');
  });
  test.afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // The guard knows the address of the common server only.
  test.use({ expectedFaults: /127\.0\.0\.1|ERR_CONNECTION_REFUSED/ });

  test('everything works from the second visit on', EVERYDAY, async ({ page }) => {
    const library = new LibraryPage(page);
    const assess = new AssessPage(page);
    await library.open(server.url);
    await expectOffline(page, /opens without a network/);
    await server.close();

    await library.open(server.url);
    await library.startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await assess.answerByKeyboard('32231');
    await assess.waitUntilSaved();
    await page.reload();
    await assess.expectProgress(5, 30);
    for (const step of ['Results', 'What comes first', 'Papers', 'Round'] as const) {
      await assess.goTo(step);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    }
    await page.getByLabel('Language').selectOption('fr');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });

  test('a new version waits until somebody uses it, and an open assessment goes on', async ({ page }) => {
    const library = new LibraryPage(page);
    const assess = new AssessPage(page);
    await library.open(server.url);
    await expectOffline(page, /opens without a network/);
    await library.open(server.url);
    await library.startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await assess.answerByKeyboard('32');
    await assess.waitUntilSaved();

    makeNextRelease(folder);

    await page.reload();
    await assess.expectProgress(2, 30);
    const release = page.locator('meta[name=release]');
    const banner = page.getByText('A new version of Sextant is ready');
    await expect(banner).toBeVisible({ timeout: 60_000 });
    await page.reload();
    await expect(release).toHaveCount(0);
    await assess.answerByKeyboard('3');
    await assess.waitUntilSaved();
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect(release).toHaveCount(1);
    await assess.expectProgress(2, 30);
    await expect(banner).toBeHidden();
  });
});

test('the build offers what a browser needs to install it', async ({ page, buildServer }) => {
  await page.goto('./');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await page.request.get(new URL(href ?? '', buildServer.url).href)).json()) as {
    start_url: string;
    icons: { src: string }[];
  };
  expect(manifest.start_url).toBe('./');
  const there = readdirSync(HOSTED_BUILD);
  expect(manifest.icons.map(({ src }) => src).filter((src) => !there.includes(src))).toEqual([]);
});

test('the portable file registers no worker and says that it needs no network', async ({ page, portableUrl }) => {
  await page.goto(portableUrl);
  await expect(page.getByText(/All files opened this way on this computer share one storage/)).toBeVisible();
  await expectOffline(page, /This one file holds everything/);
});

test('on plain HTTP the page says why it keeps no copy', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.goto('./');
  await expectOffline(page, /only over HTTPS/);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
