import { strToU8, unzipSync, zipSync } from 'fflate';
import { MAXIMUM_JOURNAL_LINES } from '../../src/domain/limits.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import { madeUpWorkbook } from '../fixtures/made-up-workbook.ts';
import { sampleAssessment } from '../fixtures/sample-assessment.ts';
import { EVERYDAY, expect, test } from './fixtures.ts';

const parts = unzipSync(writeSextantFile(sampleAssessment()));
const withJournal = (text: string) => zipSync({ ...parts, 'journal.ndjson': strToU8(text) });
const noise = 'x'.repeat(64);

/** As many lines as are read, each of which is an entry of its own kind of damage: many seconds of work in a small file. */
const long = withJournal(
  Array.from(
    { length: MAXIMUM_JOURNAL_LINES - 1 },
    (_, n) => `{"id":"${n}","register":"${noise}","value":{"a":[${n}]}}`,
  ).join('\n'),
);

for (const build of ['hosted', 'portable'] as const) {
  test.describe(`a hostile file in the ${build} build`, () => {
    test.beforeEach(async ({ page, portableUrl }) => {
      await page.goto(build === 'hosted' ? './' : portableUrl);
    });

    const chosen = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });

    test('is refused with what to do', build === 'hosted' ? EVERYDAY : {}, async ({ page }) => {
      const cells = Array.from({ length: 500 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`);
      const far = `${cells.join('')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`;
      const files = [
        { file: chosen('far.xlsx', madeUpWorkbook({ sheets: [far] })), says: /The cell XFD1048576 holds something/ },
        {
          file: chosen('lines.sextant', withJournal('\n'.repeat(MAXIMUM_JOURNAL_LINES + 1))),
          says: /more than 250,000 lines/,
        },
        {
          file: chosen(
            'large.sextant.age',
            strToU8(`age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA 20\n${noise}\n--- ${noise}\n`),
          ),
          says: /asks for more memory/,
        },
      ];
      for (const { file, says } of files) {
        await page.getByLabel('Open a file').setInputFiles(file);
        if (file.name.endsWith('.age')) {
          await page.getByLabel('Passphrase').fill('a passphrase of mine');
          await page.getByRole('button', { name: 'Open', exact: true }).click();
        }
        await expect(page.getByRole('dialog').getByText(says)).toBeVisible();
        await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
      }
    });

    test('that takes long leaves the page answering, and is stopped by the person', async ({ page }) => {
      await page.getByLabel('Open a file').setInputFiles(chosen('long.sextant', long));
      const stop = page.getByRole('dialog').getByRole('button', { name: 'Stop' });
      await expect(stop).toBeVisible();
      await expect(page.getByRole('progressbar', { name: 'Reading the file' })).toBeVisible();
      await stop.click();
      await expect(page.getByRole('dialog')).toBeHidden();
      // Whatever is chosen next is read as if nothing had been.
      await page.getByLabel('Open a file').setInputFiles(chosen('next.sextant', writeSextantFile(sampleAssessment())));
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Take it in' })).toBeVisible();
    });
  });
}
