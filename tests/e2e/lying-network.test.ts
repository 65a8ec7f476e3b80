import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { HOSTED_BUILD } from './find-build.ts';
import { expect, test } from './fixtures.ts';
import { KINDS_OF_LIE, LyingNetwork, makeNextRelease, randomMoments } from './lying-network.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import type { BuildServer } from './serve-build.ts';
import { serveBuild } from './serve-build.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
const PATIENCE = { timeout: 30_000 };
const LOOKED_AT_MS = 8_000;

let folder: string;
let network: LyingNetwork;
let server: BuildServer;
test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sextant-lying-'));
  cpSync(HOSTED_BUILD, folder, { recursive: true });
  network = new LyingNetwork();
  server = await serveBuild(folder, '/ministry/sextant/', network.interfere);
});
test.afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
// Everything that a browser says of such a network, and a server that the guard does not know.
test.use({ expectedFaults: /./, serviceWorkers: 'allow' });

/** Visits while the network lies, and stays until it has lied and neither page nor worker asks for anything more. */
async function visit(page: Page): Promise<void> {
  await page.goto(server.url).catch(() => undefined);
  let before = -1;
  await expect(async () => {
    const now = server.requests.length + network.told;
    const quiet = now === before && network.told > 0;
    before = now;
    expect(quiet).toBe(true);
  }).toPass({ intervals: [500], ...PATIENCE });
}

/** The app starts by itself, or by the one button of a page that says why not. */
async function startAnew(page: Page): Promise<void> {
  await page.goto(server.url);
  const anew = page.getByRole('button', { name: 'Fetch the app anew' });
  const started = page.getByRole('link', { name: 'About and settings' });
  await expect(anew.or(started).first()).toBeVisible(PATIENCE);
  if (await anew.isVisible()) await anew.click();
  await expect(started).toBeVisible(PATIENCE);
  await expect(page.locator('#not-started')).toHaveCount(0);
}

async function expectWholeCopy(page: Page): Promise<void> {
  await page.goto(`${server.url}#/about`);
  await expect(page.getByText(/opens without a network/)).toBeVisible(PATIENCE);
}

async function makeAssessment(page: Page): Promise<void> {
  await new LibraryPage(page).open(server.url);
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).answerByKeyboard('32');
  await new AssessPage(page).waitUntilSaved();
}

async function expectAssessment(page: Page): Promise<void> {
  await page.goto(`${server.url}#/`);
  await new LibraryPage(page).continue();
  await new AssessPage(page).expectProgress(2, 30);
}

for (const [index, kind] of KINDS_OF_LIE.entries()) {
  test.describe(`a network that answers with ${kind}`, () => {
    const moment = randomMoments(index + 1);

    test('at some moment of the first visit: the app starts on the next good network, and the copy is whole', async ({
      page,
    }) => {
      network.lieAfter(moment(40), kind);
      await visit(page);
      network.mend();
      await startAnew(page);
      await expectWholeCopy(page);
      await server.close();
      await page.reload();
      await expect(page.getByText(/opens without a network/)).toBeVisible(PATIENCE);
    });

    test('while the copy is made in the background: no wrong file is kept, and the assessment is untouched', async ({
      page,
    }) => {
      await makeAssessment(page);
      await page.goto('about:blank');
      await page.goto(`${server.url}icon.svg`);
      await page.evaluate(forgetCopies);
      network.lieAfter(45 + moment(120), kind);
      await visit(page);
      network.mend();
      expect(await page.evaluate(findPagesAmongScripts)).toEqual([]);
      await startAnew(page);
      await expectAssessment(page);
      await expectWholeCopy(page);
    });

    test('while a new version is fetched: the old one goes on, the new one comes whole', async ({ page }) => {
      await makeAssessment(page);
      await expectWholeCopy(page);
      makeNextRelease(folder);
      network.lieAfter(1 + moment(120), kind);
      await visit(page);
      await expectAssessment(page);
      network.mend();
      await page.goto('about:blank');
      await page.goto(server.url);
      await page.getByRole('button', { name: 'Use it now' }).click(PATIENCE);
      await expect(page.locator('meta[name=release]')).toHaveCount(1, PATIENCE);
      await expectAssessment(page);
      await expectWholeCopy(page);
    });
  });
}

/** What "Fetch the app anew" removes, without a page of the app. */
async function forgetCopies(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

/** Scripts in whose place the browser itself keeps a page, which no worker answers for at the next visit. */
async function findPagesAmongScripts(): Promise<string[]> {
  const list = await (await fetch('./service-worker.js', { cache: 'no-store' })).text();
  const scripts = [...list.matchAll(/"url":"([^"]+\.js)"/g)].map(([, url]) => url ?? '');
  const kept = scripts.map((url) =>
    fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).then(
      (response) => [url, response.headers.get('content-type') ?? ''] as const,
      () => [url, ''] as const,
    ),
  );
  return (await Promise.all(kept)).filter(([, type]) => type.includes('html')).map(([url]) => url);
}

/** The worker of the first release, in what matters: it gives what lies in the cache in use, whatever that is. */
const FIRST_WORKER = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = event.request.mode === 'navigate' ? new URL('index.html', self.registration.scope).href : event.request.url;
  if (!/icon.svg/.test(event.request.url)) {
    event.respondWith(caches.match(url).then((kept) => kept ?? fetch(event.request)));
  }
});`;

/** Puts a copy of the first release on this computer; `spoil` says what is kept in place of a file. */
async function keepFirstRelease(page: Page, spoiled: Record<string, { body: string; type: string }>): Promise<void> {
  const next = readFileSync(path.join(folder, 'service-worker.js'), 'utf8');
  const files = [...next.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? '');
  writeFileSync(path.join(folder, 'service-worker.js'), FIRST_WORKER);
  await page.goto(`${server.url}icon.svg`);
  await page.evaluate(
    async ([names, wrong]) => {
      const cache = await caches.open('sextant-files-0badf00d');
      for (const name of names) {
        const other = wrong[name];
        const response =
          other === undefined
            ? await fetch(`./${name}`)
            : new Response(other.body, { headers: { 'content-type': other.type } });
        await cache.put(new URL(name, location.href), response);
      }
      const current = await caches.open('sextant-current');
      await current.put(new URL('current-build', location.href), new Response('sextant-files-0badf00d'));
      await navigator.serviceWorker.register('./service-worker.js');
      await navigator.serviceWorker.ready;
    },
    [files, spoiled] as const,
  );
  writeFileSync(path.join(folder, 'service-worker.js'), next);
}

/** Whether something comes while a person looks at the page: a page that does not start never shows it. */
const isThere = (locator: Locator) =>
  locator.waitFor({ timeout: LOOKED_AT_MS }).then(
    () => true,
    () => false,
  );

/** Visits as often as a patient person would, each time until the worker of this release is there. */
async function visitUntilItStarts(page: Page): Promise<number> {
  for (let visits = 1; visits <= 4; visits++) {
    await page.goto('about:blank');
    await page.goto(server.url);
    // Browsers look for a new worker after each visit, at a moment of their own.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect
      .poll(async () => {
        const { active, installing, waiting } = await page.evaluate(async () => {
          const found = await navigator.serviceWorker.getRegistration();
          return { active: found?.active?.state, installing: found?.installing?.state, waiting: found?.waiting?.state };
        });
        return [active, installing, waiting];
      }, PATIENCE)
      .toEqual(['activated', undefined, undefined]);
    if (await isThere(page.getByRole('link', { name: 'About and settings' }))) return visits;
  }
  return Infinity;
}

const SCRIPTS = (body: string, type: string) => {
  const html = readFileSync(path.join(HOSTED_BUILD, 'index.html'), 'utf8');
  const names = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(0);
  return Object.fromEntries(names.map((name) => [name, { body, type }]));
};

test.describe('a copy of the first release', () => {
  test('with pages in place of scripts heals at the visit after the update, without a click', async ({ page }) => {
    await makeAssessment(page);
    await page.goto(`${server.url}icon.svg`);
    await page.evaluate(forgetCopies);
    await keepFirstRelease(page, SCRIPTS('<h1>Please sign in</h1>', 'text/html'));
    expect(await visitUntilItStarts(page)).toBeLessThanOrEqual(2);
    await expectAssessment(page);
    await expectWholeCopy(page);
  });

  test('with broken scripts heals too: its page was given and never spoke', async ({ page }) => {
    await keepFirstRelease(page, SCRIPTS('export {', 'text/javascript'));
    expect(await visitUntilItStarts(page)).toBeLessThanOrEqual(3);
    await expectWholeCopy(page);
  });

  test('with another page in place of its own heals too', async ({ page }) => {
    await keepFirstRelease(page, { 'index.html': { body: '<h1>Please sign in</h1>', type: 'text/html' } });
    expect(await visitUntilItStarts(page)).toBeLessThanOrEqual(2);
  });

  test('that is sound goes on until somebody uses the new version', async ({ page }) => {
    await keepFirstRelease(page, {});
    await page.goto(server.url);
    await expect(page.getByRole('button', { name: 'Use it now' })).toBeVisible(PATIENCE);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Use it now' })).toBeVisible(PATIENCE);
  });
});

test.describe('without a copy of its own', () => {
  test.use({ serviceWorkers: 'block' });

  test('a later part that the browser keeps as a login page is fetched past its cache, where the page says what went wrong', async ({
    page,
  }) => {
    await makeAssessment(page);
    const address = page.url();
    await page.goto('about:blank');
    await page
      .context()
      .newCDPSession(page)
      .then((session) => session.send('Network.clearBrowserCache'));
    network.lieAfter(0, 'a login page', /parse-framework-/);
    await page.goto(address);
    const reload = page.getByRole('button', { name: 'Reload the page' });
    await expect(reload).toBeVisible(PATIENCE);
    network.mend();
    await reload.click();
    await expect(reload).toBeHidden(PATIENCE);
    await new AssessPage(page).expectProgress(2, 30);
  });
});
