import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { HOSTED_BUILD } from './find-build.ts';
import { allScreens } from './pages/all-screens.ts';
import { openSample } from './pages/open-sample.ts';
import { openScreen } from './pages/open-screen.ts';

// npx vite build --mode pseudo && SEXTANT_BUILD=dist-pseudo npx playwright test tests/e2e/pseudo-language.test.ts
test.skip(!HOSTED_BUILD.endsWith('pseudo'), 'needs the build of the mode pseudo');

/** Names of the languages, of the app, of formats and of people who made it; code words that a person writes down. */
const OWN_NAMES =
  /English|Français|Español|العربية|Sextant|Meridia|Word|Excel|PowerPoint|PDF|CSV|JSON|Ctrl|Enter|Esc|Alt/g;

/** What the browser writes: dates, and what joins a list; names of a framework in files, and its hash. */
const OF_NO_TRANSLATOR =
  /\d{1,2}\s\p{L}+\s\d{4}|\p{L}+\s\d{1,2},\s\d{4}|(?<=^|\s)(?:and|or)(?=\s|$)|\([a-z-]+\)|· [a-z\d]+(?:-[a-z\d]+)+ ·|\b[\da-f]{12}\b/gu;

/**
 * Words on the page outside every mark, and what makes the page scroll sideways. Of a description whose first sentence alone
 * is shown the end mark is cut.
 */
function findFaults(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const texts = [document.title, document.body.innerText];
  const unmarked = texts.flatMap((text) => {
    let left = text;
    for (let before = ''; before !== left;) {
      before = left;
      left = left.replaceAll(/⟦[^⟦⟧]*[⟧…]|⟦[^⟦⟧\n]*\.$/gm, ' ');
    }
    return left.split('\n');
  });
  return [...unmarked, ...(scrollWidth > clientWidth ? [`wide: ${scrollWidth} of ${clientWidth} pixels`] : [])];
}

async function faultsOn(page: Page, routes: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const route of routes) {
    await openScreen(page, route);
    for (const line of await page.evaluate(findFaults)) {
      if (/\p{Ll}{3}/u.test(line.replaceAll(OWN_NAMES, '').replaceAll(OF_NO_TRANSLATOR, '')))
        found.add(`${route}: ${line}`);
    }
  }
  return [...found];
}

for (const [direction, code] of [
  ['left to right', 'en'],
  ['right to left', 'ar'],
] as const) {
  test(`every word of every screen is a text for translators, and longer ones find room: ${direction}`, async ({
    page,
  }) => {
    test.slow();
    const sample = await openSample(page, code);
    expect(await faultsOn(page, allScreens(sample))).toEqual([]);
  });
}
