import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';

// Everything that a browser says of files that are wrong.
test.use({ expectedFaults: /./, serviceWorkers: 'allow' });

const WRONG = { status: 200, contentType: 'text/html', body: '<h1>Please sign in</h1>' };
const ENTRY = /assets\/index-[^/]+\.js$/;
const anew = (page: Page) => page.getByRole('button', { name: 'Fetch the app anew' });

const REASONS = [
  ['a page', WRONG, 'The network has answered with another page', 'Le réseau a renvoyé une autre page'],
  ['nothing there', { status: 404, body: '' }, 'is not on the server', 'ne se trouve pas sur le serveur'],
  ['no answer', null, 'The server cannot be reached.', 'Le serveur est injoignable.'],
  [
    'a broken script',
    { status: 200, contentType: 'text/javascript', body: 'export {' },
    'A part of Sextant could not be read.',
    'Une partie de Sextant n’a pas pu être lue.',
  ],
] as const;

for (const [index, [what, answer, english, french]] of REASONS.entries()) {
  test(
    `a page with ${what} in place of a script says why in both languages, and starts when that is over`,
    index === 0 ? EVERYDAY : {},
    async ({ page }) => {
      await page.route(ENTRY, (route) => (answer === null ? route.abort() : route.fulfill(answer)));
      await page.goto('./#/about');
      await expect(page.getByText(english)).toBeVisible();
      await expect(page.getByText(french)).toBeVisible();
      await expect(page.getByText('Please do not clear the data of this site').first()).toBeVisible();
      await page.unroute(ENTRY);
      await anew(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'About and settings' })).toBeVisible();
      await expect(page.locator('#not-started')).toHaveCount(0);
    },
  );
}

for (const { code, direction } of LANGUAGES) {
  for (const build of ['hosted', 'portable'] as const) {
    test(`the language of the person speaks where Sextant does not start: ${code}, ${build}`, async ({
      browser,
      baseURL,
      portableUrl,
    }) => {
      const context = await browser.newContext({ locale: code, serviceWorkers: 'block' });
      const page = await context.newPage();
      const folder = mkdtempSync(path.join(tmpdir(), 'sextant-words-'));
      const broken = path.join(folder, 'sextant.html');
      const whole = readFileSync(fileURLToPath(portableUrl), 'utf8');
      writeFileSync(broken, whole.replace(/(<script type="module"[^>]*>)/, '$1export {'));
      await page.route(ENTRY, (route) => route.abort());
      await page.goto(build === 'hosted' ? (baseURL ?? '') : pathToFileURL(broken).href);
      const words = page.locator(`#not-started section:lang(${code})`);
      await expect(words.locator('[data-why]:visible')).not.toHaveCount(0, { timeout: 30_000 });
      await expect(words).toHaveCSS('direction', direction);
      await expect(page.locator('#not-started section:lang(en)')).toHaveCSS('direction', 'ltr');
      // Every line in it is of that language: none is left as the English one has it.
      const lines = () =>
        page
          .locator('#not-started section')
          .evaluateAll((all) =>
            all.map(
              (one) =>
                [
                  one.getAttribute('lang') ?? '',
                  [...one.querySelectorAll('b, p, a, button')].map((line) => line.textContent.trim()),
                ] as const,
            ),
          );
      const own = new Map(await lines());
      for (const [other, texts] of own)
        if (other !== code) expect(own.get(code)?.filter((text) => texts.includes(text))).toEqual([]);
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }
}

const NO_WORDS = [
  ['with a page in their place', WRONG, 'The network has answered with another page'],
  ['blank', { status: 200, contentType: 'text/javascript', body: ' ' }, 'A part of Sextant could not be read.'],
] as const;
for (const [what, answer, says] of NO_WORDS) {
  test(`words that cannot be had are a reason too: ${what}`, async ({ page }) => {
    await page.goto('./');
    const words = await page.locator('[data-words=en]').getAttribute('href');
    await page.route(`**/${words?.slice(2)}`, (route) => route.fulfill(answer));
    await page.goto('./');
    await expect(page.getByText(says)).toBeVisible();
  });
}

test('nothing is removed while the network has no app to give', async ({ page }) => {
  await page.goto('./#/about');
  await expect(page.getByText(/opens without a network/)).toBeVisible({ timeout: 30_000 });
  const kept = () => page.evaluate(async () => [await caches.keys(), (await indexedDB.databases()).length] as const);
  const before = await kept();
  await page.evaluate(() => {
    // As after a failed start.
    const box = document.createElement('div');
    box.id = 'not-started';
    for (const tag of ['pre', 'button']) box.append(document.createElement(tag));
    box.querySelector('button')?.setAttribute('data-anew', '');
    const why = document.createElement('p');
    why.dataset['why'] = 'network';
    why.textContent = 'no network';
    why.hidden = true;
    box.append(why);
    document.body.append(box);
  });
  await page.context().setOffline(true);
  await page.locator('[data-anew]').click();
  await expect(page.getByText('no network')).toBeVisible();
  expect(await kept()).toEqual(before);
});

test('without any script or style the page speaks at once; without scripts alone it speaks after a while', async ({
  page,
}) => {
  await page.route(/\.(js|css)$/, (route) => route.fulfill(WRONG));
  await page.goto('./');
  await expect(page.getByText('On a slow connection this can take a minute')).toBeVisible();
  await page.unroute(/\.(js|css)$/);
  await page.route(/\.js$/, (route) => route.fulfill(WRONG));
  await page.goto('about:blank');
  await page.goto('./');
  await expect(page.getByText('On a slow connection this can take a minute')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();
});

test('a portable file that was not copied whole says so', async ({ page, portableUrl }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-half-'));
  const file = path.join(folder, 'sextant.html');
  const whole = readFileSync(fileURLToPath(portableUrl), 'utf8');
  writeFileSync(file, whole.slice(0, whole.length / 2));
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByText('This file may not have been copied whole.')).toBeVisible({ timeout: 30_000 });
  writeFileSync(file, whole.replace(/(<script type="module"[^>]*>)/, '$1export {'));
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByText('This file may not have been copied whole.')).toBeVisible({ timeout: 30_000 });
  await expect(anew(page)).toBeHidden();
  rmSync(folder, { recursive: true, force: true });
});
