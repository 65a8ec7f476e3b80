import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

/** Pages whose text begins a numbered part, below the running head: [title, page from 1]. */
function findParts(pages: readonly string[]): Map<string, number> {
  const found = pages.flatMap((text, index) => {
    const title = /^\s*\d+\.\s+(\S.*)$/m.exec(text.split('\n').slice(0, 8).join('\n'))?.[1];
    return title === undefined ? [] : [[title.trim(), index + 1] as const];
  });
  return new Map(found);
}

test.beforeEach(async ({ page }) => {
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await new AssessPage(page).goTo('Report');
  await page.locator('[data-part="left-out"]').waitFor();
});

test('the summary takes one page, and the contents name the page on which each part is printed', async ({
  page,
  print,
}) => {
  // The second column of the contents is filled once the pages are counted.
  await expect(page.locator('[data-part="about"] li').last()).toContainText(/\d+\s*$/);
  const contents = await page.locator('[data-part="about"] ol li').allInnerTexts();
  const { text, pageCount } = await print();
  expect(pageCount).toBeGreaterThan(20);
  test.skip(text === null, 'pdftotext is not installed');
  const parts = findParts(text ?? []);
  expect(parts.get('Profile by domain')).toBe((parts.get('Executive summary') ?? 0) + 1);
  for (const entry of contents) {
    const [, title = '', at] = /^\d+\s+(.*\S)\s+(\d+)\s*$/.exec(entry.replaceAll(/\s+/g, ' ')) ?? [];
    expect(`${title} ${parts.get(title) ?? 'nowhere'}`).toBe(`${title} ${at ?? ''}`);
  }
});

test('every page carries status and marking above and below, and its number', async ({ print }) => {
  const { text } = await print();
  test.skip(text === null, 'pdftotext is not installed');
  const pages = text ?? [];
  pages.forEach((page, index) => {
    expect(page.match(/UNDER REVIEW · Working document/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page).toMatch(new RegExp(`${index + 1}\\s*/\\s*${pages.length}`));
    expect(page).toContain('Self-assessment, not a ranking');
  });
});

test('nothing on the summary page is cut off', async ({ page }) => {
  const sheet = page.locator('[data-part="summary"] .sheet');
  const [content, room] = await sheet.evaluate((element) => [element.scrollHeight, element.clientHeight]);
  expect(content).toBeLessThanOrEqual(room ?? 0);
});
