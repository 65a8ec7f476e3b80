import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/e2e/find-browser.ts';

const chromium = await findChromium();

/** Nothing but the page under test may look for the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** Tests run against the builds in dist/ and dist-portable/, which must be there: `npm test` makes them. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  // What fails runs once more, with a trace, and stays failed: to trace every test takes a fifth of the time.
  retries: 1,
  failOnFlakyTests: true,
  // Patiences, not promises: a machine that does other work too is slow, and two tests share the cores.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    trace: 'on-first-retry',
    // A copy for work without a network is three hundred files for each test; tests that are about it allow it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium.executablePath,
      env: { ...process.env, ...chromium.environment },
      args: QUIET,
    },
  },
});
