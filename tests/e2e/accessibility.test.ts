import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { SIDE_PAGES, STEPS } from '../../src/state/session/steps.ts';
import { GUIDE_NAMES } from '../../src/ui/guides/guides.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { openScreen } from './pages/open-screen.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
const PAGES = [
  ...['#/', '#/new', '#/about', '#/about/accessibility', '#/together', '#/frameworks', '#/nowhere'],
  ...GUIDE_NAMES.map((guide) => `#/guides/${guide}`),
];
/** Of a framework that is being written. */
const PANELS = 4;
const SCREENS = [...STEPS, ...SIDE_PAGES, 'gaps/table'];
/** Of a round with several institutions, and of its meeting: seen on the sample. */
const TOGETHER: readonly string[] = ['agree', 'returns', 'workshop', 'notes', 'evaluation'];
/** Where people spend their time. */
const MAIN: readonly string[] = ['#/', 'home', 'returns', 'assess', 'results', 'plan', 'report', 'workshop'];

/** Starts an assessment and opens the sample in a language; gives the address of a screen that is filled in. */
async function openRounds(page: Page, language: string): Promise<(screen: string) => string> {
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
  await new AssessPage(page).answerByKeyboard('1234012');
  await page.getByLabel('Language').selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const assessment = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
  await page.goto('#/');
  await page.getByRole('button', { name: /fictional sample|exemple fictif|ejemplo ficticio|مثال خيالي/ }).click();
  await page.waitForURL((url) => /assessment\//.test(url.hash) && !url.hash.includes(assessment));
  const sample = /assessment\/[^/]+/.exec(page.url())?.[0] ?? '';
  return (screen) =>
    screen.startsWith('#') ? screen : `#/${TOGETHER.includes(screen) ? sample : assessment}/${screen}`;
}

/** Opens whatever is folded: what is not shown is not looked at. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.waitForLoadState('networkidle');
}

async function expectNoFaults(page: Page, routes: readonly string[], find: () => Promise<string[]>): Promise<void> {
  const faults: string[] = [];
  for (const route of routes) {
    await openScreen(page, route);
    await unfold(page);
    faults.push(...(await find()).map((fault) => `${route}: ${fault}`));
  }
  expect(faults).toEqual([]);
}

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
          const addressOf = await openRounds(page, language);
          await expectNoFaults(page, [...PAGES, ...SCREENS].filter(belongs).map(addressOf), accessibilityFaults);
          if (which === 'main') return;
          await page.goto('#/frameworks');
          await page.locator('article button').nth(1).click();
          for (let panel = 0; panel < PANELS; panel += 1) {
            await page.locator('section.head [role=group] button').nth(panel).click();
            expect(await accessibilityFaults(), `editor, panel ${panel}`).toEqual([]);
          }
        },
      );
    }
  }
}

/** A window of 1280 px enlarged to 400 % and to 200 %; and the colours of the system. */
const VIEWS = [
  { view: '400 % (320 px)', width: 320, media: {} },
  { view: '200 % (640 px)', width: 640, media: {} },
  { view: 'forced colours', width: 1280, media: { forcedColors: 'active' } },
] as const;

/** What makes the page scroll sideways, which only tables and pictures in a frame of their own may. */
function findSideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > left && (right > clientWidth + 1 || left < -1);
  });
  const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return [
    `${scrollWidth} px wide: ${inner.map(({ tagName, className }) => `${tagName}.${String(className)}`).join(' ')}`,
  ];
}

for (const { code: language } of LANGUAGES) {
  for (const { view, width, media } of VIEWS) {
    test(`the main screens meet WCAG 2.2 AA at ${view}, in ${language}`, async ({ page, accessibilityFaults }) => {
      test.slow();
      const addressOf = await openRounds(page, language);
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 640 });
      await expectNoFaults(page, [...MAIN, '#/about/accessibility'].map(addressOf), async () => [
        ...(await accessibilityFaults()),
        ...(await page.evaluate(findSideways)),
      ]);
    });
  }
}
