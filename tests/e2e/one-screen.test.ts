import type { Page } from '@playwright/test';
import ar from '../../indicators/migration-governance/ar.json' with { type: 'json' };
import en from '../../indicators/migration-governance/en.json' with { type: 'json' };
import es from '../../indicators/migration-governance/es.json' with { type: 'json' };
import fr from '../../indicators/migration-governance/fr.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';
import { downloadInstead } from './pages/download-instead.ts';
import { goToPage } from './pages/go-to-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };
/** The window of a laptop of 1366 by 768, whole and with the bars of a browser, and a projector. */
const WHOLE = { width: 1366, height: 768 };
const WINDOWS = [WHOLE, { width: 1366, height: 657 }, { width: 1280, height: 720 }];
const LONGEST = 8;

/** Codes of the questions, the one with most letters first. */
function fromTheLongest({ indicators }: { readonly indicators: Readonly<Record<string, unknown>> }): string[] {
  const letters = (code: string) => JSON.stringify(indicators[code]).length;
  return Object.keys(indicators).sort((one, other) => letters(other) - letters(one));
}

const WALKS = [
  { language: 'en', codes: fromTheLongest(en).slice(0, LONGEST) },
  { language: 'fr', codes: fromTheLongest(fr).slice(0, LONGEST) },
  { language: 'es', codes: fromTheLongest(es).slice(0, LONGEST) },
  { language: 'ar', codes: fromTheLongest(ar).slice(0, LONGEST) },
  { language: 'en', codes: fromTheLongest(en).slice(LONGEST) },
  { language: 'fr', codes: fromTheLongest(fr).slice(LONGEST) },
  { language: 'es', codes: fromTheLongest(es).slice(LONGEST) },
  { language: 'ar', codes: fromTheLongest(ar).slice(LONGEST) },
];

/** Opens each question in turn; the ones of which a level or the way on is out of sight, with what lacks how many pixels. */
async function findCut(page: Page, codes: readonly string[]): Promise<string[]> {
  const base = page.url().replace(/\/assess(\/[^/]*)?$/, '/assess/');
  return page.evaluate(
    async ({ base, codes }) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const cut: string[] = [];
      for (const code of codes) {
        location.href = base + code;
        while (document.querySelector(`input.choice[name="answer-${code}"]`) === null) await frame();
        await frame();
        await frame();
        const sheet = document.querySelector('.ladder')?.closest('[data-density]');
        const next = document.querySelector('a[rel=next]')?.getBoundingClientRect();
        const hidden = (sheet?.scrollHeight ?? Infinity) - (sheet?.clientHeight ?? 0);
        const below = (next?.bottom ?? Infinity) - innerHeight;
        const page = document.documentElement.scrollHeight - innerHeight;
        if (hidden > 0 || below > 0 || page > 0) cut.push(`${code}: ladder ${hidden}, next ${below}, page ${page}`);
      }
      return cut;
    },
    { base, codes },
  );
}

async function expectWhole(page: Page, language: string, codes: readonly string[]): Promise<void> {
  await page.getByRole('combobox', { name: 'Language' }).selectOption(language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  for (const size of WINDOWS) {
    await page.setViewportSize(size);
    expect.soft(await findCut(page, codes), `${size.width} by ${size.height}`).toEqual([]);
  }
}

for (const { language, codes } of WALKS) {
  const all = `${codes.length} questions in ${language}`;

  test(`unanswered, all levels and the way on are in sight: ${all}`, async ({ page }) => {
    test.slow();
    await new LibraryPage(page).open();
    await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
    await expectWhole(page, language, codes);
  });

  test(`answered, all levels and the way on are in sight: ${all}`, async ({ page }) => {
    test.slow();
    await new LibraryPage(page).open();
    await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
    await goToPage(page, 'Answers');
    await expectWhole(page, language, codes);
  });
}

test('a line that comes above a question leaves the way on in sight', async ({ page }) => {
  await page.addInitScript(downloadInstead);
  await page.setViewportSize({ width: 1366, height: 657 });
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await goToPage(page, 'Answers');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/in your download folder\?/)).toBeVisible();
  await expect(page.locator('a[rel=next]')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'It is there' }).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
});
