import type { Page } from '@playwright/test';
import { EVERYDAY, expect, test } from './fixtures.ts';
import { openSample } from './pages/open-sample.ts';

const PAGES = [
  ['agree', 'Print the agenda'],
  ['plan', 'Print'],
] as const;

/** Presses a button that prints, and gives what stood at the head of the paper when the browser was asked to print. */
async function headPrintedBy(page: Page, button: string): Promise<string> {
  const head = page.evaluate(
    () =>
      new Promise<string>((tell) => {
        const { print } = window;
        window.print = () => {
          const words = document.querySelector('.print-head')?.textContent ?? '';
          window.print = print;
          print.call(window);
          tell(words);
        };
      }),
  );
  await page.getByRole('button', { name: button, exact: true }).click();
  return head;
}

test('a button that prints leaves the page as it was, with what only paper shows drawn', EVERYDAY, async ({ page }) => {
  const sample = await openSample(page, 'en');
  const heading = page.getByRole('heading', { level: 1 }).first();
  for (const [step, button] of PAGES) {
    await page.goto(`#/${sample}/${step}`);
    await page.getByRole('button', { name: button, exact: true }).waitFor();
    const words = (await heading.textContent()) ?? '';
    expect(await headPrintedBy(page, button), `head of the paper of ${step}`).toContain('Under review');
    await expect(heading).toHaveText(words);
  }
  await page.goto(`#/${sample}/report`);
  await page.getByRole('button', { name: 'Print or save as PDF' }).click();
  await page.goto(`#/${sample}/results`);
  await expect(page.getByRole('heading', { level: 1, name: /where things stand/ })).toBeVisible();
});
