import type { TableCell } from 'docx';
import { AlignmentType, TableRow } from 'docx';
import type { BlockOf, KeyValue, Text } from '../../document/document.ts';
import { plainText } from '../../document/plain-text.ts';
import { SUNKEN } from '../../document/tone-colours.ts';
import { cell, fixedTable, widthsForWords, widthsOf } from '../cells.ts';
import { caption, paragraph } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';

/** Paragraphs of a cell; an empty cell still holds one. */
function cellParagraphs(setting: WordSetting, texts: readonly Text[], bold = false) {
  const written = texts.length === 0 ? [''] : texts;
  return written.map((text) => paragraph(setting, text, 'TableText', {}, bold ? { bold: true } : {}));
}

/** Characters of a row's name that still reads well in bold. */
const LONGEST_NAME = 90;

/** Letters of the longest word, as lines are broken: at spaces and hyphens. */
function longestWord(texts: readonly Text[]): number {
  const words = texts.flatMap((text) => plainText(text).split(/[\s\-\u2010\u2013/]+/));
  return Math.max(0, ...words.map((word) => word.length));
}

/** A table with its caption; the head repeats on every page, no row is split, and a whole one stands on one page. */
export function tableBlock(
  setting: WordSetting,
  { caption: words, columns, rowHeader, rows, whole }: BlockOf<'table'>,
) {
  const shares = widthsOf(
    setting.width,
    columns.map(({ share }) => share),
  );
  const letters = columns.map(({ label }, index) =>
    longestWord([label, ...rows.flatMap((row) => ('cells' in row ? (row.cells[index] ?? []) : []))]),
  );
  const widths = widthsForWords(shares, letters);
  const centred = (index: number) => (columns[index]?.align === 'center' ? { alignment: AlignmentType.CENTER } : {});
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, index) =>
      cell(widths[index] ?? 0, [paragraph(setting, label, 'TableHead', centred(index))], { fill: SUNKEN }),
    ),
  });
  // All names of a table or none of them.
  const isBold = rows.every(
    (row) => 'group' in row || plainText(row.cells[rowHeader]?.[0] ?? '').length <= LONGEST_NAME,
  );
  const body = rows.map((row, at) => {
    const keep = whole === true && at < rows.length - 1 ? { keepNext: true } : {};
    if ('group' in row) {
      const title = paragraph(setting, row.group, 'TableHead', { spacing: { before: 80 }, ...keep });
      return new TableRow({
        cantSplit: true,
        children: [cell(setting.width, [title], { columnSpan: columns.length })],
      });
    }
    const cells = row.cells.map((texts, index): TableCell => {
      const own = texts.length === 0 ? [''] : texts;
      const paragraphs = own.map((text, line) =>
        paragraph(
          setting,
          text,
          'TableText',
          { ...centred(index), ...keep },
          index === rowHeader && line === 0 && isBold ? { bold: true } : {},
        ),
      );
      return cell(widths[index] ?? 0, paragraphs);
    });
    return new TableRow({ cantSplit: true, children: cells });
  });
  return [
    caption(setting, 'table', words),
    fixedTable(setting, widths, [head, ...body]),
    paragraph(setting, '', 'AfterTable'),
  ];
}

/** What is said under a label, in two columns. Long values may run over a page. */
export function keyValueTable(setting: WordSetting, rows: readonly KeyValue[], labelShare = 26) {
  const widths = widthsOf(setting.width, [labelShare, 100 - labelShare]);
  return fixedTable(
    setting,
    widths,
    rows.map(
      ({ label, values }) =>
        new TableRow({
          children: [
            cell(widths[0] ?? 0, [paragraph(setting, label, 'TableText', {}, { bold: true })]),
            cell(widths[1] ?? 0, cellParagraphs(setting, values)),
          ],
        }),
    ),
  );
}
