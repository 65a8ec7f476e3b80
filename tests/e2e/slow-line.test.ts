import { expect, test } from './fixtures.ts';

const FIRST_PAGE = 'a[href="#/new"]';
/** 400 kbit/s, 400 ms. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Notes when the first page stands, in the clock in which the page tells when it asked for a file. */
function noteFirstPage(selector: string): void {
  const seen = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    performance.mark('first page');
    seen.disconnect();
  });
  seen.observe(document, { subtree: true, childList: true });
}

test('on a slow line the way to the first answer is asked for while the first page is drawn, and once', async ({
  page,
}) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/(form|answer)-[^/]+$/.test(request.url())) asked.push(new URL(request.url()).pathname);
  });
  await page.addInitScript(noteFirstPage, FIRST_PAGE);
  await page.goto('./');
  await page.locator(FIRST_PAGE).click();
  await page.getByLabel('Title of the round').fill('Round 1');
  const [first, form] = await page.evaluate(() => [
    performance.getEntriesByName('first page')[0]?.startTime ?? Infinity,
    performance.getEntriesByType('resource').find(({ name }) => /\/form-[^/]+\.js$/.test(name))?.startTime ?? Infinity,
  ]);
  expect(form).toBeLessThan(first ?? 0);
  // A script and styles each.
  expect(asked).toHaveLength(4);
  expect(new Set(asked).size).toBe(4);
});
