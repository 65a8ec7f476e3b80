import { EVERYDAY, expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { LibraryPage } from './pages/library-page.ts';

const ROUND = { country: 'Republic of Meridia', title: 'Round 2026', lead: 'Ministry of the Interior' };

/** The official worked example of SDG 10.7.2: 60, 60, 100, 40, 80, 100 and 73.3 overall (docs/methodology.md). */
const WORKED_EXAMPLE = '32231' + '22112' + '22222' + '22111' + '22221' + '22222';
const DOMAIN_SCORES = ['60', '60', '100', '40', '80', '100'];

test.beforeEach(async ({ page }) => {
  // The save dialogue of the browser cannot be driven; a download, the way of every other browser, can.
  await page.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker);
  });
});

test(
  'a team answers thirty questions, comes back, reads its results, prints them, and opens its file elsewhere',
  EVERYDAY,
  async ({ page, print, browser, baseURL }) => {
    const assess = new AssessPage(page);
    const library = new LibraryPage(page);
    await library.open();
    await library.startAssessment(/SDG indicator 10\.7\.2/, ROUND);
    await assess.answerByKeyboard(WORKED_EXAMPLE);
    await assess.waitUntilSaved();
    await assess.expectProgress(30, 30);

    await page.reload();
    await assess.expectProgress(30, 30);

    await assess.goTo('Results');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const score of new Set(DOMAIN_SCORES))
      await expect(page.getByText(new RegExp(`\\b${score}\\b`)).first()).toBeVisible();
    await expect(page.getByText('73.3').first()).toBeVisible();

    await assess.goTo('What comes first');
    await expect(page.getByText('2c').filter({ visible: true }).first()).toBeVisible();

    await assess.goTo('Papers');
    await expect(page.getByText(ROUND.country).first()).toBeVisible();
    const printed = await print();
    expect(printed.pageCount).toBeGreaterThan(4);
    if (printed.text !== null) expect(printed.text.join('\n')).toContain('73.3');

    const file = await assess.saveFile();
    const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', locale: 'en-GB' });
    const otherPage = await elsewhere.newPage();
    const otherLibrary = new LibraryPage(otherPage);
    await otherLibrary.open();
    await otherLibrary.chooseFile(file);
    await otherPage.getByRole('button', { name: 'Take it in' }).click();
    const otherAssess = new AssessPage(otherPage);
    await otherAssess.goTo('Answers');
    await otherAssess.expectProgress(30, 30);
    await otherAssess.goTo('Results');
    await expect(otherPage.getByText('73.3').first()).toBeVisible();
    await elsewhere.close();
  },
);

test('the language changes at any time and the answers stay', EVERYDAY, async ({ page }) => {
  const assess = new AssessPage(page);
  const library = new LibraryPage(page);
  await library.open();
  await library.startAssessment(/Migration governance/, ROUND);
  await assess.answerByKeyboard('3');
  await page.getByLabel('Language').selectOption('fr');
  await expect(page.getByRole('group', { name: 'Niveau de maturité' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Développé' })).toBeChecked();
  await expect(page.getByText(/^1 sur \d+ avec réponse$/)).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.getByRole('link', { name: /^IC-01 / }).click();
  await expect(page.getByRole('radio', { name: 'Développé' })).toBeChecked();
});

test('two tabs stay in step', async ({ page, context }) => {
  const assess = new AssessPage(page);
  await new LibraryPage(page).open();
  await new LibraryPage(page).startAssessment(/Migration governance/, ROUND);
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole('group', { name: 'Maturity level' }).waitFor();
  await assess.answerByKeyboard('2');
  await expect(second.getByRole('radio', { name: 'Emerging' })).toBeChecked();
});

test('a file that is cut off, and a framework with two faults, are refused with every reason and change nothing', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.open();
  await library.startAssessment(/Migration governance/, ROUND);
  await new AssessPage(page).answerByKeyboard('2');
  await library.open();
  const truncated = { name: 'cut.sextant', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004cut off') };
  await page.getByLabel('Open a file').setInputFiles(truncated);
  await expect(page.getByRole('alert')).toContainText('nothing on this computer has changed');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  const framework = { format: 'sextant-framework', formatVersion: 1, id: 'x y', version: 'one' };
  await page.getByLabel('Open a file').setInputFiles({
    name: 'framework.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(framework, null, 1)),
  });
  await expect(page.getByRole('dialog').getByRole('listitem')).not.toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('heading', { name: 'Republic of Meridia · Round 2026' })).toBeVisible();
});
