import { fileURLToPath } from 'node:url';
import type { Block, ReportDocument } from '../../src/export/document/document.ts';
import { loadPeer } from './peers.ts';

interface PdfMake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
}

const font = (name: string) => fileURLToPath(new URL(`../../src/export/pdf/fonts/${name}.ttf`, import.meta.url));

/** Every word in an object, in order; what is only a code of the program is not a word. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    ['kind', 'tone', 'role', 'dataUrl', 'alternative', 'leadsTo', 'pageOf', 'anchor'].includes(key)
      ? []
      : wordsIn(member),
  );
}

function contentOf(block: Block): unknown[] {
  if (block.kind === 'page-break') return [];
  if (block.kind === 'heading') return [{ text: wordsIn(block.text).join(''), bold: true, fontSize: 12 }];
  if (block.kind !== 'table') return wordsIn(block).map((text) => ({ text, margin: [0, 0, 0, 3] }));
  const width = block.columns.length;
  const head = block.columns.map(({ label }) => ({ text: label, bold: true }));
  const rows = block.rows.map((row) =>
    'group' in row
      ? [
          { text: wordsIn(row.group).join(''), colSpan: width, bold: true },
          ...Array.from({ length: width - 1 }, () => ''),
        ]
      : row.cells.map((cell) => wordsIn(cell).join('\n')),
  );
  const widths = block.columns.map(({ share }) => `${(share * 0.97).toFixed(2)}%`);
  return [{ table: { headerRows: 1, widths, body: [head, ...rows] } }];
}

/** The same words as plain paragraphs and tables: no structure, no bookmarks, no drawings. Throws `NotHere`. */
export async function pdfmakeReport(document: ReportDocument): Promise<Uint8Array> {
  const pdfmake = loadPeer('pdfmake') as PdfMake;
  pdfmake.setFonts({ Sans: { normal: font('sans-regular'), bold: font('sans-bold') } });
  const content = document.sections.flatMap(({ title, blocks }, index) => [
    { text: title, bold: true, fontSize: 16, ...(index === 0 ? {} : { pageBreak: 'before' }) },
    ...blocks.flatMap(contentOf),
  ]);
  return pdfmake.createPdf({ pageSize: 'A4', defaultStyle: { font: 'Sans', fontSize: 9 }, content }).getBuffer();
}
