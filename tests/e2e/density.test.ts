import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { expect, test } from './fixtures.ts';
import { allScreens } from './pages/all-screens.ts';
import { openSample } from './pages/open-sample.ts';
import { openScreen } from './pages/open-screen.ts';

const HIGHEST_PX = 4000;
const MOST_CONTROLS = 150;

/** A page as it stands on arrival; a window that scrolls of its own counts what it holds. */
function measurePage(page: Page): Promise<{ heightPx: number; controls: number; overWidthPx: number }> {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
    return {
      heightPx: [...document.querySelectorAll('body *')]
        .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY))
        .reduce((sum, one) => sum + one.scrollHeight - one.clientHeight, scrollHeight),
      controls: document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]').length,
      overWidthPx: scrollWidth - clientWidth,
    };
  });
}

for (const { code: language } of LANGUAGES) {
  test(`a hundred indicators make no wall on any page, in ${language}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 1366, height: 657 });
    for (const address of allScreens(await openSample(page, language))) {
      await openScreen(page, address);
      const { heightPx, controls, overWidthPx } = await measurePage(page);
      expect.soft(heightPx, `pixels of ${address}`).toBeLessThanOrEqual(HIGHEST_PX);
      expect.soft(controls, `controls of ${address}`).toBeLessThanOrEqual(MOST_CONTROLS);
      expect.soft(overWidthPx, `pixels beyond the window of ${address}`).toBe(0);
    }
  });
}
