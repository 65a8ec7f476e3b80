import type { Page } from '@playwright/test';
import { freshPage, openState, serveApp, withBrowser } from '../app-in-bench.ts';
import type { Row, Scenario } from '../scenario.ts';
import { settledAfter } from '../settled.ts';

const ROUNDS = 5;
const SHOWN = {
  assess: '.question',
  results: 'h1',
  gaps: 'table',
  plan: 'h1',
  report: '[data-part]',
} as const;
type PageAddress = keyof typeof SHOWN;

async function goTo(page: Page, home: string, name: PageAddress): Promise<number> {
  const from = await page.evaluate(() => location.hash);
  if (from !== home) {
    await page.evaluate((hash) => void (location.hash = hash), home);
    await page.waitForTimeout(500);
  }
  return settledAfter(page, () => page.evaluate((hash) => void (location.hash = hash), `${home}/${name}`), SHOWN[name]);
}

async function run(): Promise<Row[]> {
  const server = await serveApp();
  try {
    return await withBrowser(async (browser) => {
      const { page } = await freshPage(browser);
      await openState(page, server, 'sample');
      const home = await page.evaluate(() => location.hash.split('/').slice(0, 3).join('/'));
      const rows: Row[] = [];
      for (const name of Object.keys(SHOWN) as PageAddress[]) {
        const first = await goTo(page, home, name);
        const later: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) later.push(await goTo(page, home, name));
        rows.push({ what: `${name}, first time`, unit: 'ms', ours: [first], aim: '1,000' });
        rows.push({ what: `${name}, later`, unit: 'ms', ours: later });
      }
      return rows;
    });
  } finally {
    await server.close();
  }
}

export const PAGES: Scenario = {
  name: 'pages',
  what: 'Pages of the sample at full speed, from their address to the last change they make by themselves.',
  run,
};
