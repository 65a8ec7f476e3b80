import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Time of the page (milliseconds) at which something last changed in it. */
    lastChangeMs: number;
  }
}

/** How long nothing changes until a page is said to be settled. */
const QUIET_MS = 600;

/** Milliseconds from before `act` to the last change that the page makes by itself after it. */
export async function settledAfter(page: Page, act: () => Promise<unknown>, shown: string): Promise<number> {
  const start = await page.evaluate(() => {
    window.lastChangeMs = performance.now();
    const note = () => requestAnimationFrame(() => (window.lastChangeMs = performance.now()));
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
    return performance.now();
  });
  await act();
  await page.locator(shown).first().waitFor();
  await page.waitForFunction((quiet) => performance.now() - window.lastChangeMs > quiet, QUIET_MS, { polling: 100 });
  return (await page.evaluate(() => window.lastChangeMs)) - start;
}
