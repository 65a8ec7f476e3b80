import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { createLocaliser } from '../../src/i18n/localiser.ts';
import { readCatalogue } from '../unit/i18n/read-catalogue.ts';
import { expect, test } from './fixtures.ts';
import { AssessPage } from './pages/assess-page.ts';
import { downloadInstead } from './pages/download-instead.ts';

/** Levels of the thirty questions. */
const ANSWERS = '32231' + '22112' + '22222' + '22111' + '22221' + '22222';
/** No page asks for more steps of the tab key to anything that a round needs. */
const MOST_TABS = 120;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(downloadInstead);
});

const hasFocus = (what: Locator) => what.evaluate((element) => element === document.activeElement);

/** Goes on with the tab key until something has the focus, and looks that a person sees where it is. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if (!(await hasFocus(what))) continue;
    await expect(what).toBeInViewport();
    return;
  }
  throw new Error(`${what.toString()} was not reached`);
}

async function press(page: Page, what: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press(key);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

for (const language of LANGUAGES) {
  test(`a round is led from a new assessment to its report by keys alone (${language.code})`, async ({ page }) => {
    test.slow();
    const { t } = createLocaliser(language, readCatalogue(language.code));
    const pageOfStage = (name: string) =>
      page.getByRole('navigation', { name: t('app.steps') }).getByRole('link', { name, exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    await page.goto('');
    await heading(page, /./).waitFor();
    const choice = page.getByRole('combobox', { name: 'Language' });
    await tabTo(page, choice);
    for (const { code } of LANGUAGES.slice(1)) {
      if ((await page.locator('html').getAttribute('lang')) === language.code) break;
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('html')).toHaveAttribute('lang', code);
    }
    await press(page, page.getByRole('link', { name: t('library.new') }));

    await tabTo(page, page.getByRole('radio').first());
    const wanted = page.getByRole('radio', { name: /10\.7\.2/ });
    while (!(await hasFocus(wanted))) await page.keyboard.press('ArrowDown');
    await expect(wanted).toBeChecked();
    await type(page, t('setup.country'), 'Meridia');
    await type(page, t('setup.roundTitle'), '2026');
    await type(page, t('setup.leadInstitution'), 'Ministry');
    await page.keyboard.press('Enter');

    await press(page, page.getByRole('link', { name: t('journey.alone') }));
    await page.getByRole('group', { name: t('assess.levels') }).waitFor();
    await new AssessPage(page).answerByKeyboard(ANSWERS);
    await expect(page.getByText(t('app.saved.saved'))).toBeVisible();

    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await heading(page, t('results.heading', { country: 'Meridia' })).waitFor();
    await press(page, pageOfStage(t('app.step.gaps')));
    await heading(page, t('board.title')).waitFor();
    await page.keyboard.press('4');
    await page.keyboard.press('3');
    await expect(page.getByText(t('board.count.weighed', { count: 1 }))).toBeVisible();
    await page.keyboard.press('k');

    await press(page, pageOfStage(t('app.step.plan')));
    await press(page, button(t('plan.draftRows', { count: 1 })));
    await press(page, button(t('plan.editOf', { number: 1 })));
    await tabTo(page, page.getByRole('textbox', { name: t('plan.field.activity') }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Prepare and publish the decree');
    await press(page, button(t('plan.closeEditorOf', { number: 1 })));
    await expect(page.getByRole('row', { name: /Prepare and publish the decree/ })).toBeVisible();

    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect(page.getByText('Meridia').first()).toBeVisible();
    const report = page.waitForEvent('download');
    await press(page, button(t('report.pdf.download')));
    expect((await report).suggestedFilename()).toMatch(/\.pdf$/);

    const file = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    expect((await file).suggestedFilename()).toMatch(/\.sextant$/);
  });
}
