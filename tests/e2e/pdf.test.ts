import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { objectsWith, pageTexts, readPdf } from '../fixtures/read-pdf.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';

/** Opens the report of the fictional sample. The download stands in for the dialogue that asks where to save. */
async function openReport(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
  await page.goto(url);
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await new AssessPage(page).goTo('Papers');
  await page.locator('[data-part="left-out"]').waitFor({ state: 'attached' });
}

async function download(page: Page, button = 'Download PDF'): Promise<{ name: string; bytes: Uint8Array }> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

test.describe('the PDF file', () => {
  for (const build of ['hosted', 'portable'] as const) {
    test(
      `is made in a worker by the ${build} build`,
      build === 'hosted' ? EVERYDAY : {},
      async ({ page, portableUrl, buildServer }) => {
        const workers: string[] = [];
        page.on('worker', (worker) => workers.push(worker.url()));
        await openReport(page, build === 'hosted' ? './' : portableUrl);
        const { name, bytes } = await download(page);
        expect(name).toMatch(/^Meridia-.*\.pdf$/);
        expect(workers).toEqual([
          build === 'hosted' ? expect.stringContaining(buildServer.url) : expect.stringMatching(/^blob:/),
        ]);
        const pdf = readPdf(bytes);
        const texts = pageTexts(pdf);
        expect(texts.length).toBeGreaterThan(40);
        expect(texts[0]).toContain('Migration governance');
        expect(objectsWith(pdf, '/DisplayDocTitle true')).toHaveLength(1);
      },
    );
  }

  test('of the page for the minister is one click away, one page, and holds the decision that was confirmed', async ({
    page,
  }) => {
    await openReport(page, './');
    await page.getByText('Page for the minister: decision sought, currency').click();
    await page.getByLabel('Point 1').fill('Submit the priorities to the Council of 12 March.');
    await page.getByLabel('Currency of the amounts').fill('crowns');
    await page.getByLabel('Currency of the amounts').blur();
    const { name, bytes } = await download(page, 'One page for the minister (PDF)');
    expect(name).toMatch(/^Meridia-.*-one-page-internal-under-review-\d{4}-\d\d-\d\d\.pdf$/);
    const texts = pageTexts(readPdf(bytes));
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Submit the priorities to the Council of 12 March.');
    expect(texts[0]).not.toContain('Proposed, not yet confirmed');
  });

  test('can be stopped, and made again', async ({ page }) => {
    await openReport(page, './');
    await page.getByRole('button', { name: 'Download PDF' }).click();
    await expect(page.getByRole('progressbar', { name: 'Making PDF file …' })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    const { bytes } = await download(page);
    expect(bytes.length).toBeGreaterThan(100_000);
  });
});
