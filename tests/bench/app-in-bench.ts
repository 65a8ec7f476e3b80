import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { findChromium } from '../e2e/find-browser.ts';
import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { goToPage } from '../e2e/pages/go-to-page.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';
import type { BuildServer } from '../e2e/serve-build.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { NotHere } from './scenario.ts';
import { sizedUpload } from './sized-file.ts';

/** A computer four times slower, behind the telephone line of an office far from the server. */
const SLOW_PROCESSOR = 4;
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const PATIENCE_MS = 120_000;
const SELDOM_PACKED = new Set(['.png', '.woff2']);

/** A folder as a good host serves it: packed by gzip. */
export function servePacked(folder: string): Promise<BuildServer> {
  if (!existsSync(path.join(folder, 'index.html'))) throw new NotHere('there is no build: npm run build');
  return serveBuild(folder, '/', (_, file, response) => {
    const kind = file === null ? '' : path.extname(file);
    const types: Record<string, string> = {
      ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' },
      ...{ '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.webmanifest': 'application/manifest+json' },
    };
    const type = types[kind];
    if (file === null || type === undefined || SELDOM_PACKED.has(kind)) return false;
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' });
    createReadStream(file)
      .pipe(createGzip({ level: 9 }))
      .pipe(response);
    return true;
  });
}

/** One browser for `work`, closed whatever comes. */
export async function withBrowser<Value>(work: (browser: Browser) => Promise<Value>): Promise<Value> {
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.environment },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

export interface FreshPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly close: () => Promise<void>;
}

/** A page of a profile that has seen nothing, without the worker that copies the app. */
export async function freshPage(browser: Browser): Promise<FreshPage> {
  const context = await browser.newContext({
    locale: 'en-GB',
    serviceWorkers: 'block',
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  // What runs in the page comes from a compiler that names functions by it.
  await page.addInitScript('globalThis.__name = (named) => named;');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  return { page, devtools, close: () => context.close() };
}

export const slowDown = (devtools: CDPSession, rate = SLOW_PROCESSOR) =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate });

export async function slowLine(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_LINE);
}

/** Milliseconds since the page began that its thread has worked, and those of it in scripts. */
export async function workOf(devtools: CDPSession): Promise<{ readonly task: number; readonly script: number }> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
  return { task: of('TaskDuration'), script: of('ScriptDuration') };
}

const ROUND = { country: 'Meridia', title: 'Round 1', lead: 'Office of the Prime Minister' };

/** What an assessment is that is measured on. */
export const STATES = {
  fresh: 'a new assessment',
  sample: 'the sample',
  'institutions-25': '25 institutions',
  'institutions-200': '200 institutions',
  'entries-100000': '25 institutions, 100,000 entries',
} as const;
export type StateName = keyof typeof STATES;

/** As a person opens it, from the first page. Ends at the first screen of the assessment. */
export async function openState(page: Page, server: BuildServer, state: StateName): Promise<void> {
  const library = new LibraryPage(page);
  await library.open(server.url);
  if (state === 'fresh') return library.startAssessment(/Migration governance/, ROUND);
  if (state === 'sample') await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  else {
    const sizes = {
      'institutions-25': [25, 25 * 117],
      'institutions-200': [200, 200 * 117],
      'entries-100000': [25, 1e5],
    } as const;
    const [institutions, entries] = sizes[state];
    await page.getByLabel('Open a file').setInputFiles(sizedUpload(institutions, entries));
    await page.getByRole('button', { name: 'Take it in' }).click();
  }
  await page.getByRole('navigation', { name: 'Stages of this assessment' }).waitFor();
}

/** On to the questions. */
export async function openQuestions(page: Page, server: BuildServer, state: StateName): Promise<void> {
  await openState(page, server, state);
  if (state === 'fresh') return;
  await goToPage(page, 'Answers');
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
}

export const serveApp = () => servePacked(HOSTED_BUILD);
