import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';
import { findChromium } from './e2e/find-browser.ts';
import { serveBuild } from './e2e/serve-build.ts';

/** What a first visit may fetch until the first page is at rest, and until the first answer can be given: after gzip -9. */
const FIRST_ANSWER_LIMITS = {
  firstPageBytes: 75_000,
  answerBytes: 140_000,
  answerRequests: 25,
};

interface FetchedFile {
  readonly path: string;
  readonly gzipBytes: number;
}

export interface FirstAnswer {
  /** In the order of asking, prefetched or not: until the first page stands, and until the first answer can be given. */
  readonly firstPage: readonly FetchedFile[];
  readonly answer: readonly FetchedFile[];
  readonly faults: readonly string[];
}

const sum = (files: readonly FetchedFile[]) => files.reduce((bytes, file) => bytes + file.gzipBytes, 0);

/** Notes when there is an element for the first time, in the clock that the server has too. */
function noteFirst(selectors: readonly string[]): void {
  const seen: Record<string, number> = {};
  Object.assign(window, { seen });
  new MutationObserver(() => {
    for (const selector of selectors) if (document.querySelector(selector) !== null) seen[selector] ??= Date.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

const FIRST_PAGE = 'a[href="#/new"]';
const FIRST_ANSWER = 'main#content [role=radiogroup] input:enabled, main#content .question input[type=radio]:enabled';
const ROUND = { 'Country or territory': 'Meridia', 'Title of the round': 'Round 1', 'Lead institution': 'Interior' };

/** Goes the shortest way from a fresh profile to the first question; counts every answer of the server on it. */
async function visit(browser: Browser, folder: string): Promise<Pick<FirstAnswer, 'firstPage' | 'answer'>> {
  const server = await serveBuild(folder, '/');
  const measure = (request: { path: string }): FetchedFile => {
    const file = new URL(request.path, 'http://127.0.0.1').pathname.slice(1) || 'index.html';
    return { path: file, gzipBytes: gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length };
  };
  try {
    const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(noteFirst, [FIRST_PAGE, FIRST_ANSWER]);
    await page.goto(server.url);
    await page.locator(FIRST_PAGE).click();
    for (const [label, text] of Object.entries(ROUND)) await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: 'Start the assessment' }).click();
    await page.getByRole('link', { name: 'Answer alone' }).click();
    await page.locator(FIRST_ANSWER).first().waitFor();
    const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
    const until = (selector: string) =>
      server.requests.filter(({ atMs }) => atMs <= (seen[selector] ?? 0)).map(measure);
    return { firstPage: until(FIRST_PAGE), answer: until(FIRST_ANSWER) };
  } finally {
    await server.close();
  }
}

/** Measures a build in Chromium, without the worker that copies it for work without a network. */
export async function measureFirstAnswer(folder: string): Promise<FirstAnswer> {
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.environment },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const measured = await visit(browser, folder);
    const { firstPage, answer } = measured;
    const limits = FIRST_ANSWER_LIMITS;
    const counts = [
      { what: 'bytes after gzip for the first page', count: sum(firstPage), limit: limits.firstPageBytes },
      { what: 'bytes after gzip for the first answer', count: sum(answer), limit: limits.answerBytes },
      { what: 'requests for the first answer', count: answer.length, limit: limits.answerRequests },
    ];
    const tooMany = counts.filter(({ count, limit }) => count > limit);
    return {
      ...measured,
      faults: tooMany.map(({ what, count, limit }) => `${count} ${what}; at most ${limit} are allowed.`),
    };
  } finally {
    await browser.close();
  }
}

/** The way as a table of text. */
export function describeFirstAnswer({ firstPage, answer }: FirstAnswer): string {
  const row = (name: string, bytes: number) => `  ${name.padEnd(48)}${(bytes / 1000).toFixed(1).padStart(8)} kB gzip`;
  return [
    ...answer.map((file) => row(file.path, file.gzipBytes)),
    row(`first page, in ${firstPage.length} requests`, sum(firstPage)),
    row(`to the first answer, in ${answer.length} requests`, sum(answer)),
  ].join('\n');
}
