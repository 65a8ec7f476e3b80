import type { Browser as RunningBrowser, BrowserContext, Page } from '@playwright/test';
import { chromium, expect } from '@playwright/test';
import type { Browser } from '../e2e/find-browser.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';
import type { BuildServer } from '../e2e/serve-build.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Faults', lead: 'Ministry of the Interior' };
const LEVELS = { 1: 'no', 2: 'regular-only', 3: 'yes' } as const;

export function launch({ executablePath, environment }: Browser): Promise<RunningBrowser> {
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environment, TZ: 'UTC' },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** The app in a profile of its own, with an assessment of thirty questions open. */
export interface OpenApp {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly assessment: string;
  readonly url: string;
}

/**
 * The save dialogue is taken away, since it cannot be driven and a download can. tsx keeps the names of functions with
 * a function of its own, which pages do not have.
 */
export async function prepare(context: BrowserContext): Promise<void> {
  context.setDefaultTimeout(180_000);
  await context.addInitScript('globalThis.__name ??= (named) => named;');
  await context.addInitScript('delete window.showSaveFilePicker; delete window.showOpenFilePicker;');
}

/** A fresh profile in memory, which keeps no copy of the app unless the test is about it: three hundred files each. */
export async function freshContext(
  browser: RunningBrowser,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', serviceWorkers });
  await prepare(context);
  return context;
}

export async function openApp(context: BrowserContext, server: BuildServer): Promise<OpenApp> {
  const page = await context.newPage();
  const library = new LibraryPage(page);
  await library.open(server.url);
  await library.startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  const url = page.url();
  return { context, page, url, assessment: /assessment\/([^/]+)/.exec(url)?.[1] ?? '' };
}

/** Answers one question; resolves when the page shows the answer, saved or not. */
export async function answer(
  { page, assessment }: Pick<OpenApp, 'page' | 'assessment'>,
  indicator: string,
  level: 1 | 2 | 3,
) {
  await page.evaluate((hash) => (location.hash = hash), `#/assessment/${assessment}/assess/${indicator}`);
  const radio = page.locator(`input.choice[name="answer-${indicator}"][value="${LEVELS[level]}"]`);
  await radio.waitFor({ state: 'attached' });
  await radio.evaluate((element: HTMLInputElement) => element.click());
  await expect(radio).toBeChecked();
}

export async function untilSaved(page: Page): Promise<void> {
  await expect(page.locator('.status [role=status]')).toContainText('Saved on this computer');
}

export async function untilFailed(page: Page): Promise<void> {
  await expect(page.locator('.status [role=status]')).toContainText('Not saved');
}

/** What the assess screen shows as answered. */
export async function answeredOnScreen(page: Page): Promise<number> {
  const text = await page
    .getByText(/^\d+ of \d+ answered$/)
    .first()
    .textContent();
  return Number.parseInt(text ?? '', 10);
}
