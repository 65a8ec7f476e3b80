import type { CDPSession, Page } from '@playwright/test';
import { workOf } from './app-in-bench.ts';

/** One click as a person feels it, and what the thread of the page did until it was at rest: milliseconds. */
export interface Click {
  readonly toPaint: number;
  readonly task: number;
  readonly script: number;
}

declare global {
  interface Window {
    /** Milliseconds from the event of the last click to the frame after it; null until then. */
    paintedAfterMs: number | null;
  }
}

function watchClicks(): void {
  window.paintedAfterMs = null;
  addEventListener(
    'click',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (window.paintedAfterMs = performance.now() - timeStamp);
        port2.postMessage(null);
      }),
    { capture: true },
  );
}

/** What comes after a click is done by then: saving, and whatever waits for the page to be idle. */
const REST_MS = 700;

/** Clicks of a mouse on what can be chosen, one after the other, the first two of them not counted. */
export async function clickThrough(page: Page, devtools: CDPSession, choices: string, count: number): Promise<Click[]> {
  await page.evaluate(watchClicks);
  const clicks: Click[] = [];
  for (let number = -2; number < count; number += 1) {
    const choice = page.locator(choices).nth((number + 2) % 3);
    await choice.scrollIntoViewIfNeeded();
    const box = await choice.boundingBox();
    if (box === null) throw new Error(`${choices} is not on the screen`);
    await page.evaluate(() => (window.paintedAfterMs = null));
    const before = await workOf(devtools);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(REST_MS);
    // Before the page is asked anything: asking is script, too.
    const after = await workOf(devtools);
    await page.waitForFunction(() => window.paintedAfterMs !== null, undefined, { polling: 50 });
    const toPaint = (await page.evaluate(() => window.paintedAfterMs)) ?? NaN;
    if (number >= 0) clicks.push({ toPaint, task: after.task - before.task, script: after.script - before.script });
  }
  return clicks;
}
