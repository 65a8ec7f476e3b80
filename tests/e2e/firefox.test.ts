import { expect, test } from '@playwright/test';
import { objectsWith, readPdf } from '../fixtures/read-pdf.ts';
import { HOSTED_BUILD, PORTABLE_FILE } from './find-build.ts';
import { findFirefox } from './find-browser.ts';
import type { FirefoxSession } from './firefox-session.ts';
import { startFirefox } from './firefox-session.ts';
import { EVERYDAY } from './fixtures.ts';
import type { BuildServer } from './serve-build.ts';
import { serveBuild } from './serve-build.ts';

const firefox = findFirefox();

test.describe('in Firefox', () => {
  test.skip(firefox === null, 'No Firefox is installed and FIREFOX_PATH is not set.');

  let session: FirefoxSession;
  let server: BuildServer;
  test.beforeAll(async () => {
    if (firefox === null) return;
    session = await startFirefox(firefox);
    server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/');
  });
  test.afterAll(async () => {
    if (firefox === null) return;
    await session.close();
    await server.close();
  });

  test('the hosted build opens under a sub-path and asks nobody else for anything', EVERYDAY, async () => {
    await session.open(server.url);
    await session.waitUntil(`document.querySelector('h1')`);
    expect(session.observed.errors).toEqual([]);
    // What stands in the page itself, as its icon does, is asked of nobody.
    const asked = session.observed.requests.filter((url) => !url.startsWith('data:'));
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(server.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test('the portable file opens from disk and asks for nothing', EVERYDAY, async () => {
    await session.open(PORTABLE_FILE);
    await session.waitUntil(`document.querySelector('h1')`);
    expect(session.observed.errors).toEqual([]);
    expect(session.observed.requests.filter((url) => !url.startsWith('data:') && url !== PORTABLE_FILE)).toEqual([]);
  });

  test('the portable file makes a PDF with its own fonts, and asks for nothing', async () => {
    test.slow();
    await session.open(PORTABLE_FILE);
    await session.waitUntil(`document.querySelector('h1')`);
    // What would be downloaded is kept in the page instead.
    await session.evaluate(`(() => {
      globalThis.made = [];
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => (globalThis.made.push(blob), make(blob));
      HTMLAnchorElement.prototype.click = function () {};
      globalThis.press = (words) =>
        [...document.querySelectorAll('button')].find((button) => words.test(button.textContent))?.click();
      globalThis.pdf = () => globalThis.made.find(({ type }) => type === 'application/pdf');
    })()`);
    await session.evaluate(`press(/fictional sample/)`);
    await session.waitUntil(`/assessment/.test(location.hash)`);
    await session.evaluate(`(location.hash = location.hash.replace(/results.*$/, 'report'))`);
    await session.waitUntil(`[...document.querySelectorAll('button')].some((b) => /Download PDF/.test(b.textContent))`);
    await session.evaluate(`press(/Download PDF/)`);
    await expect.poll(() => session.evaluate(`pdf() !== undefined`), { timeout: 150_000 }).toBe(true);
    const base64 = await session.evaluate(
      `pdf().arrayBuffer().then((buffer) =>
        btoa([...new Uint8Array(buffer)].map((byte) => String.fromCharCode(byte)).join('')))`,
    );
    const fonts = objectsWith(readPdf(Buffer.from(String(base64), 'base64')), '/FontName');
    expect(session.observed.errors).toEqual([]);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/\/FontName \/[A-Z]+\+Noto/);
    expect(session.observed.requests.filter((url) => !/^(data|blob):/.test(url) && url !== PORTABLE_FILE)).toEqual([]);
  });
});
