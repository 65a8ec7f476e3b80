import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { LibraryPage } from './library-page.ts';

/** Chooses a language and opens the fictional sample in it; gives `assessment/<id>`. */
export async function openSample(page: Page, language: string): Promise<string> {
  await new LibraryPage(page).open();
  await page.getByLabel(/Language/).selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.getByRole('button', { name: /fictional sample|exemple fictif|ejemplo ficticio|مثال خيالي/ }).click();
  await page.waitForURL((url) => url.hash.includes('assessment/'));
  return /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
}

/** Opens the sample of mixed movements from the frameworks, in English; ends at its results. */
export async function openMixedSample(page: Page): Promise<void> {
  await page.goto('#/frameworks');
  const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Mixed movements' }) });
  await card.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await page.waitForURL(/\/results$/);
}
