import { aboutBlocks } from '../parts/about.ts';
import { coverBlocks, markingWords, statusWords } from '../parts/cover.ts';
import { methodologyBlocks } from '../parts/methodology.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import type { Block } from '../document/document.ts';
import { plainText } from '../document/plain-text.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';

function rowsOf(blocks: readonly Block[]): SheetCell[][] {
  return blocks.flatMap((block): SheetCell[][] => {
    switch (block.kind) {
      case 'key-values':
        return block.rows.map(({ label, values }) => [label, values.map((value) => plainText(value)).join('\n')]);
      case 'cover':
        return block.facts.map(({ label, values }) => [label, values.map((value) => plainText(value)).join('\n')]);
      case 'list':
        return block.items.map((item) => ['', plainText(item)]);
      default:
        return [];
    }
  });
}

/** What the workbook is, of which state, how its numbers are made, and how the check column works. */
export function methodSheet(context: DocumentContext): SheetTable {
  const { t, report } = context;
  const status = [statusWords(context), markingWords(context) ?? ''].filter((part) => part !== '').join(' · ');
  return {
    name: t('export.sheet.method'),
    columns: [
      { title: t('export.column.subject'), width: 34 },
      { title: t('export.column.rule'), width: 110 },
    ],
    rows: [
      [t('export.column.status'), status],
      ...(report.round.fictional ? [['', t('report.fictional.notice')]] : []),
      ...rowsOf(aboutBlocks(context)),
      ...rowsOf(coverBlocks(context)),
      ['', t('report.notice.selfAssessment')],
      [t('export.check.label'), t('export.check.how')],
      ['', t('export.check.cannot')],
      [t('export.guard.label'), t('export.guard.how')],
      ...rowsOf(methodologyBlocks(context)),
    ],
    sticky: 1,
  };
}
