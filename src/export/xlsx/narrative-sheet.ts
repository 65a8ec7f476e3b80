import type { Block } from '../document/document.ts';
import { plainText } from '../document/plain-text.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import {
  acknowledgementBlocks,
  forewordBlocks,
  keyFigures,
  practiceBlocks,
  recommendations,
} from '../parts/narrative.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';

/** What was written around the results, one text a row, then the figures of the country; null while nothing was. */
export function narrativeSheet(context: DocumentContext): SheetTable | null {
  const { t, report, domainTitle } = context;
  const rowsOf = (part: string, about: string, blocks: readonly Block[]): SheetCell[][] => {
    const text = blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.text) : '')).join('\n');
    return text === '' ? [] : [[part, about, text, null, null]];
  };
  const rows: SheetCell[][] = [
    ...rowsOf(t('report.section.foreword'), '', forewordBlocks(context)),
    ...rowsOf(t('report.section.acknowledgements'), '', acknowledgementBlocks(context)),
    ...recommendations(context).map(({ label, values }): SheetCell[] => [
      t('report.section.recommendations'),
      label,
      values.map(plainText).join('\n'),
      null,
      null,
    ]),
    ...report.domains.flatMap(({ id }) =>
      rowsOf(t('report.domains.practice'), domainTitle(id), practiceBlocks(context, id)),
    ),
    ...keyFigures(context).map(([name, value, year, source]): SheetCell[] => [
      t('report.section.keyFigures'),
      name,
      value,
      year,
      source,
    ]),
  ];
  if (rows.length === 0) return null;
  return {
    name: t('export.sheet.narrative'),
    columns: [
      { title: t('export.column.kind'), width: 30 },
      { title: t('export.column.subject'), width: 40 },
      { title: t('export.column.text'), width: 80 },
      { title: t('report.column.year'), width: 12 },
      { title: t('report.keyFigure.source'), width: 40 },
    ],
    rows,
    sticky: 1,
  };
}
