import { EVERYDAY, expect, test } from './fixtures.ts';

test.describe('the guard of every other test', () => {
  test.use({ expectedFaults: /./ });

  test('sees a request to another origin that the policy stops', EVERYDAY, async ({ page, privacyGuard }) => {
    await page.goto('./');
    await page.evaluate(() => fetch('https://example.org/').catch(() => null));
    await expect.poll(() => privacyGuard.violations.join('\n')).toMatch(/connect-src blocked https:\/\/example\.org/);
  });

  test('sees a request to another origin where no policy stops it', async ({ page, privacyGuard }) => {
    await page.goto('about:blank');
    await page.evaluate(() => fetch('http://example.org/').catch(() => null));
    await expect
      .poll(() => privacyGuard.violations.join('\n'))
      .toContain('request to another origin: GET http://example.org/');
  });

  test('sees a request that sends something', async ({ page, privacyGuard }) => {
    await page.goto('./');
    await page.evaluate(() => fetch('./icon.svg', { method: 'POST', body: 'answers' }));
    await expect.poll(() => privacyGuard.violations.join('\n')).toContain('request that is not a GET: POST');
  });

  test('sees a file that the build does not hold', async ({ page, privacyGuard }) => {
    await page.goto('./');
    await page.evaluate(() => fetch('./missing.json'));
    await expect.poll(() => privacyGuard.violations.join('\n')).toContain('request for what is not in the build');
  });

  test('sees errors nobody caught', async ({ page, privacyGuard }) => {
    await page.goto('./');
    await page.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('left open');
        }),
    );
    await expect.poll(() => privacyGuard.violations.join('\n')).toContain('uncaught error: left open');
  });
});

test(
  'the accessibility check sees a fault that is there, under the policy of the page',
  EVERYDAY,
  async ({ page, accessibilityFaults }) => {
    await page.goto('./');
    await page.evaluate(() => document.body.append(document.createElement('button')));
    await expect.poll(accessibilityFaults).toContainEqual(expect.stringMatching(/^button-name: /));
  },
);

test('printing gives the pages and their text', async ({ page, print }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const pages = ['First page', 'Second page'].map((words) => {
      const heading = document.createElement('h1');
      heading.textContent = words;
      return heading;
    });
    document.body.replaceChildren(...pages);
    pages[1]?.style.setProperty('break-before', 'page');
  });
  const { pageCount, text } = await print();
  expect(pageCount).toBe(2);
  if (text !== null) expect(text.map((words) => words.trim())).toEqual(['First page', 'Second page']);
});
