import { test as base } from '@playwright/test';
import { findAccessibilityFaults } from './check-accessibility.ts';
import { HOSTED_BUILD, PORTABLE_FILE } from './find-build.ts';
import type { PrintedPage } from './print-page.ts';
import { printPage } from './print-page.ts';
import type { BuildServer } from './serve-build.ts';
import { serveBuild } from './serve-build.ts';
import type { PrivacyWatch } from './watch-privacy.ts';
import { watchPrivacy } from './watch-privacy.ts';

/** In the everyday run: one test for each job of a person. `npm run test:all` runs the others too. */
export const EVERYDAY = { tag: '@everyday' };

const SUB_PATH = '/ministry/sextant/';

interface TestFixtures {
  /** Which of the guard's sentences a test provokes on purpose; none unless it says so. */
  expectedFaults: RegExp;
  /** In force in every test: the page asks nobody else for anything and raises no error. */
  privacyGuard: PrivacyWatch;
  /** Accessibility faults of the page as it stands; see findAccessibilityFaults. */
  accessibilityFaults: () => Promise<string[]>;
  print: (options?: { backgrounds?: boolean }) => Promise<PrintedPage>;
}

interface WorkerFixtures {
  buildServer: BuildServer;
  /** Address of the file that opens from disk. */
  portableUrl: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  buildServer: [
    // Playwright reads the names of the fixtures off the pattern, so an empty one must stand here.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serveBuild(HOSTED_BUILD, SUB_PATH);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  portableUrl: [PORTABLE_FILE, { scope: 'worker' }],
  baseURL: ({ buildServer }, use) => use(buildServer.url),
  expectedFaults: [/(?!)/, { option: true }],
  privacyGuard: [
    async ({ context, buildServer, expectedFaults }, use) => {
      const watch = await watchPrivacy(context, buildServer);
      await use(watch);
      const unexpected = watch.violations.filter((fault) => !expectedFaults.test(fault));
      test.expect(unexpected, 'the page asks nobody else for anything and raises no error').toEqual([]);
    },
    { auto: true },
  ],
  accessibilityFaults: ({ page }, use) => use(() => findAccessibilityFaults(page)),
  print: ({ page }, use) => use((options) => printPage(page, options)),
});

export const expect = test.expect;
