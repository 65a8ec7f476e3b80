import { LANGUAGES } from '../../src/i18n/languages.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';

const OLD_CHROME = 'Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 Chrome/86.0.4240.198 Safari/537.36';

test.describe('trusted types', () => {
  test.use({ expectedFaults: /trusted|TrustedHTML|TrustedScript/i });

  for (const build of ['hosted', 'portable'] as const) {
    test(
      `stop text from becoming HTML or code in the ${build} build`,
      build === 'hosted' ? EVERYDAY : {},
      async ({ page, baseURL, portableUrl }) => {
        await page.goto(build === 'hosted' ? (baseURL ?? '') : portableUrl);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const outcomes = await page.evaluate(() => {
          const attempt = (work: () => void) => {
            try {
              work();
              return 'done';
            } catch (error) {
              return (error as Error).name;
            }
          };
          return [
            attempt(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
            attempt(() => (document.createElement('script').text = 'alert(1)')),
            attempt(() => (document.createElement('script').src = 'https://example.org/a.js')),
            attempt(() => new Worker('https://example.org/a.js')),
            attempt(() => new DOMParser().parseFromString('<p>a</p>', 'text/html')),
          ];
        });
        expect(outcomes).toEqual(Array.from({ length: 5 }, () => 'TypeError'));
      },
    );
  }
});

for (const build of ['hosted', 'portable'] as const) {
  test(`a browser that is too old is told so, in every language (${build})`, async ({
    browser,
    baseURL,
    portableUrl,
  }) => {
    const context = await browser.newContext({ userAgent: OLD_CHROME });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(build === 'hosted' ? (baseURL ?? '') : portableUrl);
    await expect(page.getByText('This browser is too old for Sextant.')).toBeVisible();
    await expect(page.getByText('Ce navigateur est trop ancien pour Sextant.')).toBeVisible();
    await expect(page.getByText('Este navegador es demasiado antiguo para Sextant.')).toBeVisible();
    await expect(page.getByText('هذا المتصفح أقدم من أن يشغِّل Sextant.')).toBeVisible();
    expect(await page.locator('.old-browser').count()).toBe(LANGUAGES.length);
    expect(faults).toEqual([]);
    await context.close();
  });
}

test('a browser of today is not told that it is old', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.old-browser')).toHaveCount(0);
});
