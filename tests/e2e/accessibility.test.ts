import { LANGUAGES } from '../../src/i18n/languages.ts';
import { SIDE_PAGES, STEPS } from '../../src/state/session/steps.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
const PAGES = ['#/', '#/new', '#/about', '#/frameworks', '#/nowhere'];
/** Of a framework that is being written. */
const PANELS = 4;
const SCREENS = [...STEPS, ...SIDE_PAGES, 'gaps/table'];
/** Of a round with several institutions, and of its meeting: seen on the sample. */
const TOGETHER: readonly string[] = ['agree', 'returns', 'workshop', 'notes', 'evaluation'];
/** Where people spend their time. */
const MAIN: readonly string[] = ['#/', 'home', 'returns', 'assess', 'results', 'plan', 'report', 'workshop'];

for (const { code: language } of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const which of ['main', 'other'] as const) {
      const isEveryday = which === 'main' && language === 'fr' && colorScheme === 'light';
      const belongs = (name: string) => MAIN.includes(name) === (which === 'main');
      test(
        `the ${which} screens meet WCAG 2.2 AA in ${language}, ${colorScheme}`,
        isEveryday ? EVERYDAY : {},
        async ({ page, accessibilityFaults }) => {
          test.slow();
          await page.emulateMedia({ colorScheme });
          await new LibraryPage(page).open();
          await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
          await new AssessPage(page).answerByKeyboard('1234012');
          await page.getByLabel('Language').selectOption(language);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          const assessment = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
          await page.goto('#/');
          await page
            .getByRole('button', { name: /fictional sample|exemple fictif|ejemplo ficticio|مثال خيالي/ })
            .click();
          await page.waitForURL((url) => /assessment\//.test(url.hash) && !url.hash.includes(assessment));
          const sample = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
          const screens = SCREENS.filter(belongs);
          const faults: string[] = [];
          for (const route of [
            ...PAGES.filter(belongs),
            ...screens.map((screen) => `#/${TOGETHER.includes(screen) ? sample : assessment}/${screen}`),
          ]) {
            await page.goto(route);
            await page.locator('h1').first().waitFor({ state: 'attached' });
            faults.push(...(await accessibilityFaults()).map((fault) => `${route}: ${fault}`));
          }
          if (which === 'other') {
            await page.goto('#/frameworks');
            await page.locator('article button').nth(1).click();
            for (let panel = 0; panel < PANELS; panel += 1) {
              await page.locator('header [role=group] button').nth(panel).click();
              faults.push(...(await accessibilityFaults()).map((fault) => `editor, panel ${panel}: ${fault}`));
            }
          }
          expect(faults).toEqual([]);
        },
      );
    }
  }
}
