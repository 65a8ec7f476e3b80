import type { Page } from '@playwright/test';
import { largeFramework, largeLibrary } from '../../fixtures/large-framework.ts';
import { freshPage, serveApp, withBrowser } from '../app-in-bench.ts';
import type { Row, Scenario } from '../scenario.ts';

const INDICATORS = 5000;
const FILES = [
  { name: 'large.yaml', what: 'a YAML library, chosen to shown', text: largeLibrary(INDICATORS) },
  { name: 'large.json', what: 'a framework, chosen to shown', text: largeFramework(INDICATORS) },
];
const SEARCHES = ['r', 're', 'rescue', 'rescue at', '04999', 'remittances in every', 'law'];

/** From what is typed to what is drawn, each word for itself. */
function typeEach(page: Page, words: readonly string[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (field === null) throw new Error('there is no field to search in');
    field.focus();
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const times: number[] = [];
    for (const word of all) {
      await drawn();
      const start = performance.now();
      field.value = word;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await drawn();
      times.push(performance.now() - start);
    }
    return times;
  }, words);
}

async function run(): Promise<Row[]> {
  const server = await serveApp();
  try {
    return await withBrowser(async (browser) => {
      const { page } = await freshPage(browser);
      await page.goto(`${server.url}#/frameworks`);
      const dialog = page.getByRole('dialog');
      const rows: Row[] = [];
      for (const { name, what, text } of FILES) {
        const start = performance.now();
        await page.getByLabel('Open a file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
        await dialog.getByText('5,000 indicators').waitFor();
        rows.push({ what, unit: 'ms', ours: [performance.now() - start] });
        if (name !== FILES.at(-1)?.name) await page.keyboard.press('Escape');
      }
      const start = performance.now();
      await dialog.getByRole('button', { name: 'Adapt' }).click();
      await page.getByRole('treeitem').first().waitFor();
      rows.push({ what: 'the editor, asked for to shown', unit: 'ms', ours: [performance.now() - start] });
      rows.push({ what: 'a search, typed to drawn', unit: 'ms', ours: await typeEach(page, SEARCHES), aim: '50' });
      return rows;
    });
  } finally {
    await server.close();
  }
}

export const LARGE_FRAMEWORK: Scenario = {
  name: 'large-framework',
  what: 'A framework of 5,000 questions in the app at full speed: read beside the page, opened in the editor, searched.',
  run,
};
