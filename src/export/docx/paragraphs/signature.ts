import { HeightRule, TableRow } from 'docx';
import type { BlockOf } from '../../document/document.ts';
import { cell, fixedTable, widthsOf } from '../cells.ts';
import { paragraph } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { twips } from '../word-setting.ts';

/** Room to sign: one field a row, none of it split from its heading. */
export function signatureBlock(setting: WordSetting, { heading, fields }: BlockOf<'signature'>) {
  const widths = widthsOf(setting.width, [28, 72]);
  const rows = fields.map(
    (field, index) =>
      new TableRow({
        cantSplit: true,
        height: { value: twips(index === fields.length - 1 ? 24 : 9), rule: HeightRule.ATLEAST },
        children: [
          cell(widths[0] ?? 0, [paragraph(setting, field, 'TableText', { keepNext: true }, { bold: true })]),
          cell(widths[1] ?? 0, [paragraph(setting, '', 'TableText')]),
        ],
      }),
  );
  return [paragraph(setting, heading, 'ContentsHeading'), fixedTable(setting, widths, rows, 'all')];
}
