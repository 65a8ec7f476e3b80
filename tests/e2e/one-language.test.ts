import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { tinyFrameworkJson } from '../fixtures/tiny-framework.ts';
import { foreignRuns, runsByLanguage } from '../fixtures/words-of-language.ts';
import { readCatalogue } from '../unit/i18n/read-catalogue.ts';
import { expect, test } from './fixtures.ts';
import { allScreens } from './pages/all-screens.ts';
import { openSample } from './pages/open-sample.ts';

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
