import { TableRow } from 'docx';
import type { BlockOf } from '../../document.ts';
import { BRASS, INK, SUNKEN } from '../../tone-colours.ts';
import { BOXED, cell, fixedTable } from '../cells.ts';
import { paragraph } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { keyValueTable } from './table.ts';

/** The face: who, what, which round, until when, its status, and what it is not. */
export function coverBlock(setting: WordSetting, block: BlockOf<'cover'>) {
  const { country, institution, title, round, date, status, marking, fictional, facts, notices } = block;
  const line = (text: string | null, style: string, before = 0) =>
    text === null ? [] : [paragraph(setting, text, style, before === 0 ? {} : { spacing: { before, after: 80 } })];
  const stamp = [status, ...(marking === null ? [] : [marking])];
  return [
    ...line(country, 'CoverLine', 900),
    ...line(institution, 'CoverLine'),
    paragraph(setting, title, 'Title', { spacing: { before: 1300, after: 240 } }),
    ...line(round, 'CoverLine'),
    ...line(date, 'CoverLine'),
    paragraph(setting, '', 'Normal', { spacing: { before: 300 } }),
    fixedTable(
      setting,
      [setting.width],
      [
        new TableRow({
          children: [
            cell(
              setting.width,
              stamp.map((text) => paragraph(setting, text, 'TableHead', {}, { size: 26, color: INK })),
              { fill: SUNKEN, borders: BOXED },
            ),
          ],
        }),
      ],
    ),
    ...(fictional === null
      ? []
      : [paragraph(setting, fictional, 'Lead', { spacing: { before: 200 } }, { bold: true, color: BRASS })]),
    paragraph(setting, '', 'Normal', { spacing: { before: 900 } }),
    keyValueTable(setting, facts, 22),
    ...notices.map((notice) => paragraph(setting, notice, 'Note', { spacing: { before: 120, after: 0 } })),
  ];
}
