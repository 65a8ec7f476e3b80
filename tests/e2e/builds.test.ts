import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { HOSTED_BUILD } from './find-build.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';

// What the copy for work without a network asks for must be there too.
test.use({ serviceWorkers: 'allow' });

test(
  'the hosted build opens under any sub-path and has everything it asks for',
  EVERYDAY,
  async ({ page, buildServer }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(buildServer.requests.filter(({ status }) => status !== 200)).toEqual([]);
  },
);

test('the portable file opens from disk and asks for no other file', EVERYDAY, async ({ page, portableUrl }) => {
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

test('the portable file lies beside the hosted ones with its checksum, and no copy for work without a network asks for it', async ({
  buildServer,
  portableUrl,
}) => {
  const get = async (name: string) => new Uint8Array(await (await fetch(`${buildServer.url}${name}`)).arrayBuffer());
  const [page, sum] = [await get('sextant.html'), new TextDecoder().decode(await get('sextant.html.sha256'))];
  expect(Buffer.from(page).equals(readFileSync(fileURLToPath(portableUrl)))).toBe(true);
  expect(sum).toBe(`${createHash('sha256').update(page).digest('hex')}  sextant.html\n`);
  const html = new TextDecoder().decode(page.subarray(0, 4096));
  expect(html).toContain(`<meta name="generator" content="Sextant ${manifest.version}" />`);
  const worker = new TextDecoder().decode(await get('service-worker.js'));
  expect(worker).toContain('index.html');
  expect(worker).not.toContain('sextant.html');
});

/** Of the commands alone: src/cli/parquet-table.ts. */
const IN_NO_BUILD = ['hyparquet-writer'];
/** Packages whose code is in the app. */
const BUNDLED = Object.entries(manifest.dependencies).filter(([name]) => !IN_NO_BUILD.includes(name));

test('both builds name every package that they are made of, with its licence', async ({ buildServer, portableUrl }) => {
  const hosted = await (await fetch(`${buildServer.url}licences.txt`)).text();
  const inside = readFileSync(fileURLToPath(portableUrl), 'utf8').split('id="licences">')[1] ?? '';
  for (const text of [hosted, inside]) {
    for (const [name, version] of BUNDLED) expect(text).toContain(`\n${name} ${version} (`);
    // Packages of packages, icons, what the bundler adds, and the workers.
    for (const name of ['@noble/ciphers', 'fontkit', '@iconify-json/lucide', 'vite']) {
      expect(text).toMatch(new RegExp(`^${name} [0-9.]+ \\(`, 'm'));
    }
    expect(text.split(/^-{72}$/m).filter((part) => !/copyright|permission/i.test(part))).toEqual([]);
  }
});

test('the licences can be read from the settings of the hosted app', async ({ page }) => {
  await page.goto('./#/about');
  const link = page.getByRole('link', { name: 'Their names and licences' });
  await expect(link).toHaveAttribute('href', './licences.txt');
  const answer = await page.request.get(new URL('./licences.txt', page.url()).href);
  expect(answer.headers()['content-type']).toContain('text/plain');
  expect(await answer.text()).toContain('Permission is hereby granted');
});

test('the licences can be read from the settings of the portable file', async ({ page, portableUrl }) => {
  await page.goto(`${portableUrl}#/about`);
  await page.getByText('Their names and licences').click();
  await expect(page.locator('pre')).toContainText('Permission is hereby granted');
});

test(
  'the portable file allows its own scripts and styles by hash and no request at all',
  EVERYDAY,
  ({ portableUrl }) => {
    const html = readFileSync(fileURLToPath(portableUrl), 'utf8');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(/script-src( 'sha256-[^']+')+(; |$)/);
    expect(policy).toMatch(/style-src 'sha256-[^']+'(; |$)/);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe/);
  },
);

/** What only the pages for developers say: their titles, and the words at their head. */
const SAID_TO_DEVELOPERS = [
  ['tests/gallery/index.html', /<title>(.+)<\/title>/],
  ['tests/gallery/Gallery.svelte', /<h1>(.+)<\/h1>/],
  ['tests/inspector/index.html', /<title>(.+)<\/title>/],
  ['tests/inspector/Inspector.svelte', /<h1>(.+)<\/h1>/],
] as const;

test('neither build holds the gallery or the inspector for developers', ({ portableUrl }) => {
  const words = SAID_TO_DEVELOPERS.map(([file, said]) => said.exec(readFileSync(file, 'utf8'))?.[1] ?? file);
  const hosted = readdirSync(HOSTED_BUILD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  expect(hosted.length).toBeGreaterThan(50);
  const holding = [...hosted, fileURLToPath(portableUrl)].filter((file) => {
    const text = readFileSync(file, 'utf8');
    return words.some((said) => text.includes(said));
  });
  expect(holding).toEqual([]);
});
