import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PORTABLE_FILE } from '../../e2e/find-build.ts';
import { freshPage, slowDown, withBrowser } from '../app-in-bench.ts';
import type { Row, Scenario } from '../scenario.ts';
import { NotHere } from '../scenario.ts';

const ROUNDS = 3;

/** Notes in the page when its first words and its first door stand. */
function noteStart(): void {
  const seen: { words?: number; door?: number } = {};
  Object.assign(window, { seen });
  const look = () => {
    if ((document.body?.innerText ?? '').trim() !== '') seen.words ??= performance.now();
    if (document.querySelector('a[href="#/new"]') !== null) seen.door ??= performance.now();
    if (seen.door === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function run(): Promise<Row[]> {
  if (!existsSync(fileURLToPath(PORTABLE_FILE))) throw new NotHere('there is no portable file: npm run build');
  const seen = await withBrowser(async (browser) => {
    const all: { words: number; door: number; answer: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { page, devtools, close } = await freshPage(browser);
      await slowDown(devtools);
      await page.addInitScript(noteStart);
      const start = Date.now();
      await page.goto(PORTABLE_FILE, { waitUntil: 'commit' });
      await page.locator('a[href="#/new"]').waitFor();
      const first = (await page.evaluate('window.seen')) as { words: number; door: number };
      await page.locator('a[href="#/new"]').click();
      for (const [label, text] of [
        ['Country or territory', 'Meridia'],
        ['Title of the round', 'Round 1'],
        ['Lead institution', 'Interior'],
      ] as const) {
        await page.getByLabel(label).fill(text);
      }
      await page.getByRole('button', { name: 'Start the assessment' }).click();
      await page.getByRole('link', { name: 'Answer alone' }).click();
      await page.locator('.question input[type=radio]:enabled').first().waitFor();
      all.push({ ...first, answer: Date.now() - start });
      await close();
    }
    return all;
  });
  return [
    { what: 'first words', unit: 'ms', ours: seen.map(({ words }) => words), aim: '1,000' },
    { what: 'first page can be used', unit: 'ms', ours: seen.map(({ door }) => door) },
    { what: 'first question can be answered', unit: 'ms', ours: seen.map(({ answer }) => answer), aim: '5,000' },
  ];
}

export const PORTABLE: Scenario = {
  name: 'portable',
  what: 'The portable file from the disk, on a processor four times slower, by a user who clicks at once.',
  run,
};
