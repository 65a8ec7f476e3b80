import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.ts';

test('the hosted build opens under any sub-path and has everything it asks for', async ({ page, buildServer }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(buildServer.requests.filter(({ status }) => status !== 200)).toEqual([]);
});

test('the portable file opens from disk and asks for no other file', async ({ page, portableUrl }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(portableUrl);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(requested.filter((url) => !url.startsWith('data:'))).toEqual([portableUrl]);
});

test('both builds carry the licence of the fonts', async ({ buildServer, portableUrl }) => {
  const hosted = await (await fetch(`${buildServer.url}OFL.txt`)).text();
  for (const text of [hosted, readFileSync(fileURLToPath(portableUrl), 'utf8')]) {
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(text).toContain('The Vazirmatn Project Authors');
  }
});

test('the portable file allows its own scripts and styles by hash and no request at all', ({ portableUrl }) => {
  const html = readFileSync(fileURLToPath(portableUrl), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(policy).toMatch(/script-src( 'sha256-[^']+')+(; |$)/);
  expect(policy).toMatch(/style-src 'sha256-[^']+'(; |$)/);
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/unsafe/);
});
