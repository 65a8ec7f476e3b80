import { freshPage, openQuestions, serveApp, withBrowser } from '../app-in-bench.ts';
import type { Row, Scenario } from '../scenario.ts';

const ANSWERS = 20;

declare global {
  interface Window {
    /** Of each answer: milliseconds from its click until its transaction was opened and until it was complete. */
    writes: { opened: number; complete: number }[];
  }
}

/** Times the first writing transaction after each click. */
function watchWrites(): void {
  window.writes = [];
  let clickedAt: number | null = null;
  addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), { capture: true });
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function timed(...given: Parameters<IDBDatabase['transaction']>) {
    const transaction = original.apply(this, given);
    const from = clickedAt;
    if (given[1] === 'readwrite' && from !== null) {
      clickedAt = null;
      const opened = performance.now() - from;
      transaction.addEventListener('complete', () =>
        window.writes.push({ opened, complete: performance.now() - from }),
      );
    }
    return transaction;
  };
}

async function run(): Promise<Row[]> {
  const server = await serveApp();
  try {
    const writes = await withBrowser(async (browser) => {
      const { page } = await freshPage(browser);
      await page.addInitScript(watchWrites);
      await openQuestions(page, server, 'fresh');
      await page.evaluate(() => void (window.writes = []));
      for (let number = 0; number < ANSWERS; number += 1) {
        await page
          .locator('.question input.choice')
          .nth(number % 3)
          .click();
        await page.waitForFunction((wanted) => window.writes.length >= wanted, number + 1, { polling: 50 });
      }
      return page.evaluate(() => window.writes);
    });
    return [
      {
        what: 'click to transaction opened',
        unit: 'ms',
        ours: writes.map(({ opened }) => opened),
        aim: '2 after the work of the click',
      },
      {
        what: 'click to durable',
        unit: 'ms',
        ours: writes.map(({ complete }) => complete),
        aim: '15 on a quiet machine',
      },
    ];
  } finally {
    await server.close();
  }
}

export const DURABLE: Scenario = {
  name: 'durable',
  what: `From a click on a level until the browser says that its transaction is on the disk, ${ANSWERS} times, at full speed.`,
  run,
};
