import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
/** Of a round with several institutions, and of its meeting. */
const STEPS_TOGETHER = ['agree', 'workshop', 'notes', 'evaluation'];
const STEPS = ['setup', 'assess', 'results', 'gaps', 'plan', 'report', 'validate', 'comments'];

for (const language of ['en', 'fr']) {
  test(`every screen meets WCAG 2.2 AA in ${language}, in light and in dark`, async ({ page, accessibilityFaults }) => {
    test.setTimeout(120_000);
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
    await new AssessPage(page).answerByKeyboard('1234012');
    await page.getByLabel('Language').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const assessment = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
    await page.goto('#/');
    await page.getByRole('button', { name: /fictional sample|exemple fictif/ }).click();
    await page.waitForURL((url) => /assessment\//.test(url.hash) && !url.hash.includes(assessment));
    const sample = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
    const routes = [
      ...['#/', '#/new', '#/about', '#/nowhere'],
      ...STEPS.map((step) => `#/${assessment}/${step}`),
      ...STEPS_TOGETHER.map((step) => `#/${sample}/${step}`),
    ];
    const faults: string[] = [];
    for (const route of routes) {
      await page.goto(route);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        faults.push(...(await accessibilityFaults()).map((fault) => `${route} ${colorScheme}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
}
