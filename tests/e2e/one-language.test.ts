import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { foreignRuns, runsByLanguage } from '../fixtures/words-of-language.ts';
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
