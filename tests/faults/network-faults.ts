import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { HOSTED_BUILD } from '../e2e/find-build.ts';
import { KINDS_OF_LIE, LyingNetwork, randomMoments } from '../e2e/lying-network.ts';
import type { BuildServer } from '../e2e/serve-build.ts';
import { serveBuild } from '../e2e/serve-build.ts';
import { answer, freshContext, openApp, untilSaved } from './app-in-browser.ts';
import type { FaultTest, NamedFaultTest } from './fault-test.ts';
import { compare } from './fault-test.ts';

const PATIENCE = { timeout: 60_000 };
/** Some more than a first visit asks for, page and copy together. */
const MOST_REQUESTS = 170;
const EXPECTED = new Map([
  ['1a', ['yes']],
  ['1b', ['regular-only']],
]);

/** Runs in the page: the next visit is a first one, but for the assessment. */
async function forgetCopies(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

/** Stays until the network has lied and nothing more is asked for, or until everything was fetched before the lie. */
async function visit(page: Page, server: BuildServer, network: LyingNetwork): Promise<void> {
  await page.goto(server.url).catch(() => undefined);
  let before = -1;
  await expect(() => {
    const now = server.requests.length + network.told;
    const isQuiet = now === before;
    before = now;
    expect(isQuiet).toBe(true);
  }).toPass({ intervals: [700], ...PATIENCE });
}

/** The app starts by itself, or by the one button of a page that says why not. */
async function start(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const anew = page.getByRole('button', { name: 'Fetch the app anew' });
  const started = page.getByRole('group', { name: 'Maturity level' });
  await anew.or(started).first().waitFor(PATIENCE);
  if (await anew.isVisible()) await anew.click();
  await started.waitFor(PATIENCE);
}

/** Visits on a network that lies from some request on: on the next good network the app starts, with every answer. */
const lyingNetwork =
  (visits: number, seed: number): FaultTest =>
  async ({ browser }) => {
    const network = new LyingNetwork();
    const server = await serveBuild(HOSTED_BUILD, '/ministry/sextant/', network.interfere);
    const draw = randomMoments(seed);
    const gone: string[] = [];
    let compared = 0;
    let told = 0;
    try {
      const app = await openApp(await freshContext(browser, 'allow'), server);
      const { page, context, assessment } = app;
      await answer(app, '1a', 3);
      await answer(app, '1b', 2);
      await untilSaved(page);
      for (let number = 1; number <= visits && gone.length === 0; number++) {
        await page.goto(new URL('icon.svg', server.url).href);
        await page.evaluate(forgetCopies);
        const kind = KINDS_OF_LIE[draw(KINDS_OF_LIE.length)] ?? '';
        const truths = draw(MOST_REQUESTS);
        network.lieAfter(truths, kind);
        await visit(page, server, network);
        told += network.told > 0 ? 1 : 0;
        network.mend();
        const name = `visit ${number}, ${kind} after ${truths} answers`;
        await start(page, app.url).catch((error: unknown) => gone.push(`${name}: ${String(error)}`));
        if (gone.length > 0) break;
        const found = await compare(page, assessment, EXPECTED);
        gone.push(...found.gone.map((one) => `${name}: ${one}`));
        compared += found.compared;
      }
      await context.close();
      return { gone, compared, tried: told };
    } finally {
      await server.close();
    }
  };

export const networkFaults = (visits: number, seed = 1): NamedFaultTest => [
  'visited on a network that lies',
  lyingNetwork(visits, seed),
];
