import { readFonts } from '../../../src/cli/read-fonts.ts';
import { fontsFor } from '../../../src/export/pdf/font-faces.ts';
import { makePdfFile } from '../../../src/export/pdf/make-pdf-file.ts';
import { pdfmakeReport } from '../pdfmake-report.ts';
import { sampleReport } from '../sample-report.ts';
import type { Row, Scenario } from '../scenario.ts';
import { alternate } from '../scenario.ts';

const ROUNDS = 5;
const PRESETS = ['summary', 'full'] as const;

async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const preset of PRESETS) {
    const document = await sampleReport(preset);
    const fonts = readFonts(fontsFor(document));
    const createdAt = '2026-11-21';
    const ours = () => makePdfFile({ document, createdAt, fonts });
    const theirs = () => pdfmakeReport(document);
    const own = await ours();
    const peer = await theirs();
    const times = await alternate(ROUNDS, { ours, theirs });
    const of = (value: number) => ({ name: 'pdfmake', values: [value] });
    rows.push(
      {
        what: `${preset} report: to write`,
        unit: 'ms',
        ours: times.ours,
        theirs: { name: 'pdfmake', values: times.theirs },
      },
      { what: `${preset} report: size`, unit: 'kB', ours: [own.bytes.length / 1000], theirs: of(peer.length / 1000) },
    );
  }
  return rows;
}

export const PDF: Scenario = {
  name: 'pdf',
  what: 'The report of the sample as PDF: processor time in Node. Ours has structure, bookmarks and drawings; pdfmake writes the same words as plain paragraphs and tables.',
  run,
};
