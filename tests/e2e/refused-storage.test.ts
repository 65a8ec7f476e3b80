import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { findFirefox } from './find-browser.ts';
import { PORTABLE_FILE } from './find-build.ts';
import { startFirefox } from './firefox-session.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { downloadInstead } from './pages/download-instead.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
const REFUSED = 'This browser keeps nothing on this computer';
const BUILDS = ['hosted', 'portable'] as const;

/** The app says that nothing is kept, takes an answer all the same, and gives it out as a file. */
async function expectWorkInMemory(page: Page): Promise<void> {
  const banner = page.getByText(REFUSED);
  await expect(banner).toBeVisible({ timeout: 30_000 });
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).answerByKeyboard('3');
  await expect(page.getByText('Not in a file yet')).toBeVisible();
  await expect(banner).toBeVisible();
  await new AssessPage(page).saveFile();
  await expect(page.getByText('Saved in your file')).toBeVisible();
}

/** What browsers do where site data are blocked, or where their storage is broken. */
const REFUSALS: Readonly<Record<string, () => void>> = {
  'has no IndexedDB': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'throws where IndexedDB is looked at': () =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'throws where the database is opened': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'InvalidStateError');
    };
  },
  'fails to open the database': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
      Object.defineProperty(request, 'error', { value: new DOMException('denied', 'UnknownError') });
      setTimeout(() => {
        const event = new Event('error');
        (request as IDBOpenDBRequest).dispatchEvent(event);
      });
      return request as IDBOpenDBRequest;
    };
  },
  'throws at everything that keeps or tells': () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
      Object.defineProperty(window, name, { get: refuse });
    }
    for (const name of ['serviceWorker', 'locks', 'storage']) Object.defineProperty(navigator, name, { get: refuse });
    Object.defineProperty(window, 'BroadcastChannel', { value: refuse });
  },
};

for (const build of BUILDS) {
  for (const [index, [what, refuse]] of Object.entries(REFUSALS).entries()) {
    test(
      `a browser that ${what} is worked in without keeping anything (${build})`,
      index === 0 && build === 'hosted' ? EVERYDAY : {},
      async ({ page, baseURL, portableUrl }) => {
        await page.addInitScript(downloadInstead);
        await page.addInitScript(refuse);
        await page.goto(build === 'hosted' ? (baseURL ?? '') : portableUrl);
        await expectWorkInMemory(page);
      },
    );
  }

  test(`Chromium that blocks site data is worked in without keeping anything (${build})`, async ({
    playwright,
    baseURL,
    portableUrl,
    launchOptions,
  }) => {
    const profile = mkdtempSync(path.join(tmpdir(), 'sextant-blocked-'));
    mkdirSync(path.join(profile, 'Default'));
    const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(blocked));
    const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'en-GB' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(downloadInstead);
    await page.goto(build === 'hosted' ? (baseURL ?? '') : portableUrl);
    await expectWorkInMemory(page);
    expect(errors).toEqual([]);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
}

/** A storage that is asked and says nothing, at the opening or at the first look into what was opened. */
const SILENCES: Readonly<Record<string, () => void>> = {
  'the opening': () => {
    const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')?.value as IDBFactory['open'];
    IDBFactory.prototype.open = function (...named) {
      const request = open.apply(this, named);
      // Heard first, and by nobody after.
      for (const event of ['success', 'error', 'blocked', 'upgradeneeded'])
        request.addEventListener(event, (said) => said.stopImmediatePropagation());
      return request;
    };
  },
  'the first look': () => {
    const { getAll } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
    IDBObjectStore.prototype.getAll = function (...wanted) {
      const request = (getAll.value as IDBObjectStore['getAll']).apply(this, wanted);
      for (const event of ['success', 'error'])
        request.addEventListener(event, (said) => said.stopImmediatePropagation());
      return request;
    };
  },
};

for (const build of BUILDS) {
  for (const [what, fallSilent] of Object.entries(SILENCES)) {
    test(`a storage that never answers to ${what} is named after ten seconds, and worked without (${build})`, async ({
      page,
      baseURL,
      portableUrl,
    }) => {
      await page.addInitScript(downloadInstead);
      await page.addInitScript(fallSilent);
      await page.goto(build === 'hosted' ? (baseURL ?? '') : portableUrl);
      await expect(page.getByText('has not answered for 10 seconds')).toBeVisible({ timeout: 60_000 });
      await page.getByRole('link', { name: 'Go on without keeping anything' }).click();
      await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
      await new AssessPage(page).answerByKeyboard('3');
      await new AssessPage(page).saveFile();
      await expect(page.getByText('Saved in your file')).toBeVisible();
    });
  }
}

test('a storage that answers late is named, and taken as it is when it answers', async ({ page, context }) => {
  await page.goto('./');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Another tab writes and does not come to an end: whoever looks has to wait.
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases();
    const opening = indexedDB.open(name);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const writing = opening.result.transaction('assessments', 'readwrite').objectStore('assessments');
    const goOn = () => (writing.get('nothing').onsuccess = goOn);
    goOn();
  });
  const late = await context.newPage();
  await late.goto('./');
  await expect(late.getByText('has not answered for 10 seconds')).toBeVisible({ timeout: 60_000 });
  await page.close();
  await expect(late.getByRole('link', { name: 'New assessment' })).toBeVisible({ timeout: 30_000 });
  await expect(late.getByText('has not answered')).toHaveCount(0);
});

test('a browser without a channel between tabs keeps everything all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'BroadcastChannel', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  await new AssessPage(page).answerByKeyboard('3');
  await new AssessPage(page).waitUntilSaved();
  await expect(page.getByText(REFUSED)).toHaveCount(0);
});

test.describe('after a newer version', () => {
  // A picture that is opened as a page asks for its own icon.
  test.use({ expectedFaults: /404/ });

  test('what a newer version keeps is never passed over for an empty memory', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const [name] = await page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
    await page.goto('./icon.svg');
    await page.evaluate(
      (known) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(known, 999);
          request.onsuccess = () => resolve(request.result.close());
          request.onerror = reject;
        }),
      name ?? '',
    );
    await page.goto('./');
    await expect(page.getByText('A newer version of Sextant has been used in this browser.')).toBeVisible();
    await expect(page.getByText(/nothing that is kept on this computer was changed/)).toBeVisible();
    await expect(page.getByText(/save a file|still in this tab/)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'New assessment' })).toHaveCount(0);
  });
});

test.describe('Firefox that blocks all site data', () => {
  const firefox = findFirefox();
  test.skip(firefox === null, 'No Firefox is installed and FIREFOX_PATH is not set.');
  for (const build of BUILDS) {
    test(`is worked in without keeping anything (${build})`, async ({ buildServer }) => {
      if (firefox === null) return;
      const session = await startFirefox(firefox, { 'network.cookie.cookieBehavior': 2 });
      try {
        await session.open(build === 'hosted' ? buildServer.url : PORTABLE_FILE);
        await session.waitUntil(`document.body.innerText.includes(${JSON.stringify(REFUSED)})`);
        await session.evaluate(
          `[...document.querySelectorAll('button')].find((b) => /fictional sample/.test(b.textContent)).click()`,
        );
        await session.waitUntil(`/assessment/.test(location.hash) && document.querySelector('h1')`);
        expect(session.observed.errors).toEqual([]);
      } finally {
        await session.close();
      }
    });
  }
});

/** Every step of an assessment that has an address of its own. */
const STEPS = ['setup', 'institutions', 'returns', 'assess', 'agree', 'results', 'gaps', 'plan', 'report', 'validate'];

test('titles and addresses of the pages say no word of an assessment that is kept nowhere', async ({
  page,
  baseURL,
}) => {
  // None of its words is one of ours: a page is called "Round".
  const named = { ...ROUND, title: 'Springtime exercise' };
  await page.goto(`${baseURL ?? ''}?keep=nothing`);
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, named);
  const id = /assessment\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const seen: string[] = [];
  for (const step of STEPS) {
    await page.evaluate(([to]) => (location.hash = to ?? ''), [`#/assessment/${id}/${step}`]);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    seen.push(await page.title(), decodeURIComponent(page.url()));
  }
  expect(seen).toHaveLength(2 * STEPS.length);
  const words = Object.values(named)
    .flatMap((text) => text.split(' '))
    .filter((word) => word.length > 4);
  expect(seen.filter((text) => words.some((word) => text.includes(word)))).toEqual([]);
});

test('a form that finds no room to keep what is typed says so in words, in each language, and offers no copy of nothing', async ({
  page,
}) => {
  await page.goto('#/new');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByLabel('Title of the round').fill('Round 2026');
  await expect(page.getByRole('alert')).toHaveText(/no room left.*stands on this page only: keep it open/);
  for (const [code, says] of [
    ['fr', 'seulement sur cette page'],
    ['es', 'solo en esta página'],
    ['ar', 'في هذه الصفحة وحدها'],
  ] as const) {
    await page
      .getByLabel(/Language|Langue|Idioma/)
      .first()
      .selectOption(code);
    await expect(page.getByRole('alert')).toContainText(says);
  }
});
