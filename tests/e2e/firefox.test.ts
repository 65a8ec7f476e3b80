import { expect, test } from '@playwright/test';
import { HOSTED_BUILD, PORTABLE_FILE } from './find-build.ts';
import { findFirefox } from './find-browser.ts';
import type { FirefoxSession } from './firefox-session.ts';
import { startFirefox } from './firefox-session.ts';
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

  test('the hosted build opens under a sub-path and asks nobody else for anything', async () => {
    await session.open(server.url);
    await session.waitUntil(`document.querySelector('h1')`);
    expect(session.observed.errors).toEqual([]);
    expect(session.observed.requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(server.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test('the portable file opens from disk and asks for nothing', async () => {
    await session.open(PORTABLE_FILE);
    await session.waitUntil(`document.querySelector('h1')`);
    expect(session.observed.errors).toEqual([]);
    expect(session.observed.requests.filter((url) => !url.startsWith('data:') && url !== PORTABLE_FILE)).toEqual([]);
  });
});
