import type { Page } from '@playwright/test';

/** Opens an address (`#/…`) in a document of its own: what is looked at then is not the screen before. */
export async function openScreen(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`./${address}`);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}
