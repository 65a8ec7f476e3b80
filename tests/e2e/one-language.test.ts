import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod/mini';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { tinyFrameworkJson } from '../fixtures/tiny-framework.ts';
import { foreignRuns, runsByLanguage } from '../fixtures/words-of-language.ts';
import { readCatalogue } from '../unit/i18n/read-catalogue.ts';
import { expect, test } from './fixtures.ts';
import { allScreens } from './pages/all-screens.ts';
import { downloadInstead } from './pages/download-instead.ts';
import { LibraryPage } from './pages/library-page.ts';
import { openSample } from './pages/open-sample.ts';
import { openScreen } from './pages/open-screen.ts';

const known = runsByLanguage(LANGUAGES.map(({ code }) => code));

/** Every line that the page shows or has read out. */
function linesOf(): string[] {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'data-label'];
  const said = [...document.querySelectorAll('body *')].flatMap((element) =>
    attributes.flatMap((name) => element.getAttribute(name) ?? []),
  );
  for (const details of document.querySelectorAll('details')) details.open = true;
  return [document.title, ...document.body.innerText.split('\n'), ...said];
}

async function foreignOn(page: Page, routes: readonly string[], language: string): Promise<string[]> {
  const found: string[] = [];
  for (const route of routes) {
    await page.goto(route);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    found.push(...foreignRuns(await page.evaluate(linesOf), language, known).map((run) => `${route}: ${run}`));
  }
  return found;
}

for (const { code: language } of LANGUAGES) {
  test(`no screen in ${language} says anything in another language`, async ({ page }) => {
    test.slow();
    const sample = await openSample(page, language);
    expect(await foreignOn(page, allScreens(sample), language)).toEqual([]);
  });
}

const upload = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) });
/** A framework that names a scale that it does not have. */
const faulty = JSON.stringify(tinyFrameworkJson()).replace('"scale":"maturity"', '"scale":"letters"');

for (const { code: language } of LANGUAGES) {
  test(`no dialogue in ${language}, nor what is said of a faulty file, nor the editor says anything in another`, async ({
    page,
  }) => {
    test.slow();
    const messages = readCatalogue(language);
    const sample = await openSample(page, language);
    const dialog = page.getByRole('dialog');
    const found: string[] = [];
    async function look(place: string): Promise<void> {
      const lines = await page.evaluate(linesOf);
      found.push(...foreignRuns(lines, language, known).map((run) => `${place}: ${run}`));
    }
    await page.goto(`#/${sample}/assess`);
    await page.locator('input.choice').first().waitFor({ state: 'attached' });
    for (const key of ['?', 'w', 'Control+k']) {
      await page.keyboard.press(key);
      await dialog.waitFor();
      await look(key);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    const evidence = page.getByRole('button', { name: messages['beside.evidenceAdd'] ?? '' });
    const otherWays = page.getByRole('button', { name: messages['library.saveOptions'] ?? '', exact: true });
    for (const button of [evidence, otherWays]) {
      await button.click();
      await dialog.waitFor();
      for (const box of await dialog.getByRole('checkbox').all()) await box.check();
      await look(await dialog.getByRole('heading').first().innerText());
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.goto('#/frameworks');
    const chooser = page.locator('main input[type=file]').first();
    for (const file of [
      upload('page.json', '<html>'),
      upload('faulty.json', faulty),
      upload('notes.yaml', 'a: &a [*a]'),
    ]) {
      await chooser.setInputFiles(file);
      await dialog.waitFor();
      await expect(dialog.getByRole('listitem').first()).toBeVisible();
      await look(file.name);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page
      .getByRole('button', { name: messages['frameworks.adapt'] ?? '', exact: true })
      .first()
      .click();
    await page.getByRole('tree').waitFor();
    await look('editor');
    expect(found).toEqual([]);
  });
}

const sampleTexts = z.object({ institutions: z.object({ 'foreign-affairs': z.string(), planning: z.string() }) });

/** A name as it stands on a screen, with the apostrophes of print. */
const asPrinted = (name: string) => new RegExp(name.replaceAll("'", "['’]"));

async function downloadBy(page: Page, button: Locator): Promise<Download> {
  const download = page.waitForEvent('download');
  await button.click();
  return download;
}

/** Opens a file that somebody sent on an empty computer, in a language; `looked` sees what greets, then each step. */
async function openSent(
  browser: Browser,
  baseURL: string | undefined,
  { language, file, look }: { language: string; file: Download; look: (page: Page, place: string) => Promise<void> },
): Promise<void> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-GB' });
  const page = await context.newPage();
  await new LibraryPage(page).open();
  await page.getByLabel(/Language/).selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const buffer = readFileSync(await file.path());
  await page.locator('input[type=file]').first().setInputFiles({ name: 'sent.sextant', mimeType: '', buffer });
  await page.locator('dialog .lead').waitFor();
  await look(page, 'greeting');
  await page.locator('dialog .button-main').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.waitForURL(/assessment/);
  const sent = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
  for (const step of ['assess', 'comments', 'results', 'report', 'return']) {
    await openScreen(page, `#/${sent}/${step}`);
    await look(page, step);
  }
  await context.close();
}

for (const { code: language } of LANGUAGES) {
  test(`no pack, its note or copy to review in ${language} says anything in another language`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow();
    await page.addInitScript(downloadInstead);
    const messages = readCatalogue(language);
    const [saveOf = ''] = (messages['institutions.packs.saveOf'] ?? '').split('{');
    const [, saveAll = ''] = /other \{([^#]*)/.exec(messages['institutions.packs.all'] ?? '') ?? [];
    const [reviewOf = ''] = (messages['validation.review.saveOf'] ?? '').split('{');
    const sample = await openSample(page, language);
    const found: string[] = [];
    const look = (kind: string) => async (theirs: Page, place: string) => {
      const runs = foreignRuns(await theirs.evaluate(linesOf), language, known);
      found.push(...runs.map((run) => `${kind}, ${place}: ${run}`));
    };

    await openScreen(page, `#/${sample}/institutions`);
    for (const { code, name } of LANGUAGES) {
      await page.getByRole('checkbox', { name, exact: true }).setChecked(code === language);
    }
    const packs = await downloadBy(page, page.getByRole('button', { name: saveAll.trim() }));
    const notes = Object.entries(unzipSync(readFileSync(await packs.path()))).filter(([name]) => name.endsWith('.txt'));
    expect(notes.length).toBeGreaterThan(1);
    const lines = notes.flatMap(([, note]) => strFromU8(note).split('\n'));
    found.push(...foreignRuns(lines, language, known).map((run) => `note: ${run}`));

    await page.locator('summary', { hasText: messages['institutions.packs.single'] ?? '' }).click();
    const { institutions } = sampleTexts.parse(
      JSON.parse(readFileSync(`src/content/sample/meridia.${language}.json`, 'utf8')),
    );
    const ofForeignAffairs = page.getByRole('listitem').filter({ hasText: asPrinted(institutions['foreign-affairs']) });
    const pack = await downloadBy(page, ofForeignAffairs.getByRole('button', { name: saveOf.trim() }));
    await openSent(browser, baseURL, {
      language,
      file: pack,
      look: async (theirs, place) => {
        await look('pack')(theirs, place);
        if (place !== 'return') return;
        await theirs.locator('details summary').first().click();
        const whose = asPrinted(institutions.planning);
        await expect(theirs.locator('main'), 'whose mandate it could be, by name').toContainText(whose);
      },
    });

    await openScreen(page, `#/${sample}/validate`);
    const review = await downloadBy(page, page.getByRole('button', { name: reviewOf.trim() }).first());
    await openSent(browser, baseURL, { language, file: review, look: look('review') });
    expect(found).toEqual([]);
  });
}
