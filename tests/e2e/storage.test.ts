import type { Page } from '@playwright/test';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

/** Everything that an origin can keep in a browser. */
function listStorage(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    caches: 'caches' in window ? await caches.keys() : [],
    workers: location.protocol === 'file:' ? 0 : ((await navigator.serviceWorker?.getRegistrations()) ?? []).length,
    cookies: document.cookie,
  }));
}
const NOTHING = { databases: [], localStorage: [], sessionStorage: [], caches: [], workers: 0, cookies: '' };

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
});

test.describe('with a copy for work without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('"erase everything" leaves no entry in any storage', EVERYDAY, async ({ page }) => {
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await new AssessPage(page).answerByKeyboard('32');
    await new AssessPage(page).waitUntilSaved();
    await page.getByLabel('Language').selectOption('fr');
    await page.getByLabel('Langue').selectOption('en');
    await page.goto('#/about');
    await expect(page.getByText(/opens without a network/)).toBeVisible({ timeout: 60_000 });
    const before = await listStorage(page);
    expect(before.databases).toHaveLength(1);
    expect(before.localStorage).toHaveLength(1);
    expect(before.caches.length).toBeGreaterThan(0);
    expect(before.workers).toBe(1);
    await page.getByLabel(/To confirm, type/).fill('erase');
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.getByText('Everything was erased.')).toBeVisible();
    expect(await listStorage(page)).toEqual(NOTHING);
  });
});

test('technical details to copy hold nothing of an assessment', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  const id = /assessment\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await page.goto('#/about');
  await page.getByRole('button', { name: 'Copy technical details' }).click();
  await expect(page.getByText('Copied. Paste them into your message.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Sextant \d+\.\d+\.\d+, hosted\nEngine /);
  for (const word of [...Object.values(ROUND), 'Meridia', id, '127.0.0.1', 'ministry'])
    expect(text).not.toContain(word);
});

for (const build of ['hosted', 'portable'] as const) {
  test(`"keep nothing" keeps nothing, and saved means written to the file (${build})`, async ({
    page,
    portableUrl,
    baseURL,
  }) => {
    const assess = new AssessPage(page);
    const address = build === 'hosted' ? (baseURL ?? '') : portableUrl;
    await page.goto(`${address}#/about`);
    await page.getByRole('link', { name: 'Open Sextant that way' }).click();
    await expect(page.getByText('Nothing is kept on this computer.')).toBeVisible();
    const before = await listStorage(page);
    await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await assess.answerByKeyboard('32');
    await expect(page.getByText('Not in a file yet')).toBeVisible();
    const file = await assess.saveFile();
    await expect(page.getByText('Saved in your file')).toBeVisible();
    await page.getByLabel('Language').selectOption('fr');
    expect(await listStorage(page)).toEqual(before);
    await page.getByLabel('Langue').selectOption('en');
    await page.reload();
    await expect(page.getByText('There is nothing at this address')).toBeVisible();
    await page.goto(`${address}?keep=nothing`);
    await new LibraryPage(page).chooseFile(file);
    await page.getByRole('button', { name: 'Take it in' }).click();
    await assess.goTo('Answers');
    await assess.expectProgress(2, 30);
  });
}

test('leaving with many changes outside a file is asked about, and a reminder comes before', async ({ page }) => {
  const assess = new AssessPage(page);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await assess.answerByKeyboard('3');
  await assess.waitUntilSaved();
  await expect(page.getByText(/changes are not in a file yet/)).toBeHidden();
  await page.reload();
  expect(asked).toEqual([]);
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  await assess.answerByKeyboard('12121212121212121');
  await expect(page.getByText(/changes are not in a file yet/)).toBeVisible();
  await assess.waitUntilSaved();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await page.getByRole('group', { name: 'Maturity level' }).waitFor();
  await assess.saveFile();
  await expect(page.getByText(/changes are not in a file yet/)).toBeHidden();
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('an earlier state comes back, and that can be undone', async ({ page }) => {
  const assess = new AssessPage(page);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/SDG indicator 10\.7\.2/, ROUND);
  // The first state is kept when the framework is here as a whole, and what searches it.
  await page.getByRole('button', { name: 'Find, go, do' }).waitFor();
  await assess.answerByKeyboard('321');
  await assess.expectProgress(3, 30);
  await assess.waitUntilSaved();
  await assess.goTo('Round');
  await page.getByText('Earlier states on this computer').click();
  await page.getByRole('button', { name: 'Go back to this state' }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to this state' }).click();
  await expect(page.getByText(/The assessment is as it was on/)).toBeVisible();
  await assess.goTo('Answers');
  await assess.expectProgress(0, 30);
});
