import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

/** The page, from 1, on which the title of a numbered part stands: at its head, or below the part before. */
function pageOf(pages: readonly string[], title: string, number?: string): number | undefined {
  const place = pages.findIndex((text) =>
    text.split('\n').some((line) => {
      const [, counted, words] = /^(\d+)\. (.*)$/.exec(line.trim().replaceAll(/\s+/g, ' ')) ?? [];
      return words === title && (number ?? counted) === counted;
    }),
  );
  return place < 0 ? undefined : place + 1;
}

test.beforeEach(async ({ page }) => {
  await new LibraryPage(page).open();
  await page.getByRole('button', { name: 'Look at a fictional sample' }).click();
  await new AssessPage(page).goTo('Papers');
  await page.locator('[data-part="left-out"]').waitFor({ state: 'attached' });
  // One part stands on the screen at first.
  await expect(page.locator('[data-part]:visible')).toHaveCount(1);
  await page.getByRole('button', { name: 'The whole report' }).click();
});

test(
  'the summary takes one page, and the contents name the page on which each part is printed',
  EVERYDAY,
  async ({ page, print }) => {
    // The second column of the contents is filled once the pages are counted.
    await expect(page.locator('[data-part="cover"] li').last()).toContainText(/\d+\s*$/);
    const contents = await page.locator('[data-part="cover"] ol li').allInnerTexts();
    const { text, pageCount } = await print();
    expect(pageCount).toBeGreaterThan(20);
    test.skip(text === null, 'pdftotext is not installed');
    const pages = new Map<string, number>();
    for (const entry of contents) {
      const [, number = '', title = '', at] = /^(\d+)\s+(.*\S)\s+(\d+)\s*$/.exec(entry.replaceAll(/\s+/g, ' ')) ?? [];
      const found = pageOf(text ?? [], title, number);
      expect(`${title} ${found ?? 'nowhere'}`).toBe(`${title} ${at ?? ''}`);
      if (found !== undefined) pages.set(title, found);
    }
    expect(pages.get('Profile by domain')).toBe((pages.get('Executive summary') ?? 0) + 1);
    // Annexes run on: several begin on one page.
    expect(new Set(pages.values()).size).toBeLessThan(pages.size);
  },
);

test('nothing is wider than its page: a browser would print every page smaller', async ({ page }) => {
  const parts = page.locator('.part-content');
  expect(await parts.count()).toBeGreaterThan(10);
  const tooWide = await parts.evaluateAll((contents) =>
    contents.filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.textContent.slice(0, 60)),
  );
  expect(tooWide).toEqual([]);
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

test('nothing on the summary page is cut off, in either language of a bilingual report', async ({ page, print }) => {
  await page.getByLabel('What to print').selectOption({ label: 'Summary pack' });
  await page.getByText('Sentences', { exact: true }).click();
  for (const name of ['Levels reached', 'Law and practice', 'Where there is most room', 'Coverage']) {
    const field = page.getByRole('textbox', { name, exact: true });
    await field.fill('The committee looked at every indicator with the documents of the ministries. '.repeat(20));
    await field.blur();
  }
  await page.getByRole('combobox', { name: /^Second language/ }).selectOption('fr');
  const sheets = page.locator('.sheet');
  await expect(sheets).toHaveCount(2);
  await expect(page.locator('[data-part="second-summary"]')).toHaveAttribute('lang', 'fr');
  const sizes = await sheets.evaluateAll((all) =>
    all.map(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]),
  );
  for (const [content, room] of sizes) expect(content).toBeLessThanOrEqual(room ?? 0);
  const { text } = await print();
  test.skip(text === null, 'pdftotext is not installed');
  const [summary, profile] = ['Executive summary', 'Profile by domain'].map((title) => pageOf(text ?? [], title));
  expect(profile).toBe((summary ?? 0) + 2);
});

test('the public edition says on every page that it is not released, until a decision is recorded', async ({
  page,
  print,
}) => {
  await page.getByLabel('What to print').selectOption({ label: 'Summary pack' });
  await page.getByLabel('Edition').selectOption({ label: 'Public' });
  const before = await print();
  test.skip(before.text === null, 'pdftotext is not installed');
  for (const printed of before.text ?? []) expect(printed).toContain('PUBLIC EDITION, NOT RELEASED');
  await page.getByLabel('Decided by').fill('Council of Ministers');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByText(/Decided by Council of Ministers/)).toBeVisible();
  const after = await print();
  for (const printed of after.text ?? []) expect(printed).not.toContain('NOT RELEASED');
  expect(after.pageCount).toBe(before.pageCount);
});

test('a picture of this computer stands on the cover, small and without scripts', async ({ page }) => {
  await page.getByText('Cover: version, marking, closing date, logo').click();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><script>window.ran = true</script><rect width="100" height="60"/></svg>';
  await page
    .getByLabel('Coat of arms or logo')
    .setInputFiles({ name: 'arms.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  const image = page.locator('[data-part="cover"] img');
  await expect(image).toHaveAttribute('src', /^data:image\/png;base64,/);
  await expect(image).toHaveAttribute('alt', /Coat of arms or logo/);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('a file that only claims to be a picture is refused with the reason, and the cover stays', async ({ page }) => {
  await page.getByText('Cover: version, marking, closing date, logo').click();
  await page
    .getByLabel('Coat of arms or logo')
    .setInputFiles({ name: 'arms.png', mimeType: 'image/png', buffer: Buffer.from('MZ, a program') });
  await expect(page.getByRole('alert')).toContainText('arms.png is no PNG, JPEG or SVG image');
  await expect(page.getByRole('alert')).toContainText('The cover stays as it was.');
  await expect(page.locator('[data-part="cover"] img')).toHaveCount(0);
});

test('a sentence that is being typed is still there after the window was closed', async ({ page }) => {
  await page.getByText('Sentences', { exact: true }).click();
  await page.getByLabel('Levels reached', { exact: true }).fill('Half typed');
  await expect(page.getByText('Kept as typed.')).toBeVisible();
  // Durable within a second; a busy machine is given two.
  await page.waitForTimeout(2000);
  await page.reload();
  const field = page.getByLabel('Levels reached', { exact: true });
  await expect(field).toHaveValue('Half typed');
  await expect(page.locator('.sheet')).not.toContainText('Half typed');
  await field.press('End');
  await field.press('.');
  await field.blur();
  await expect(page.locator('.sheet')).toContainText('Half typed.');
});

test('on a telephone every page is seen whole, and counted as on a wide screen', async ({ page }) => {
  const counted = page.locator('.part-foot .screen-only');
  await expect(counted.last()).toContainText('page');
  const wide = await counted.allInnerTexts();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.locator('[data-part="left-out"]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'The whole report' }).click();
  await expect(counted.last()).toContainText('page');
  expect(await counted.allInnerTexts()).toEqual(wide);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const widths = await page
    .locator('.part')
    .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().width));
  expect(Math.max(...widths)).toBeLessThanOrEqual(390);
});
