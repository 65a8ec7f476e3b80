import { AlignmentType, TableRow } from 'docx';
import type { LetterBlock } from '../../document/letter-document.ts';
import { BARE, cell, fixedTable, widthsOf } from '../cells.ts';
import { paragraph, paragraphOf, textRuns } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { twips } from '../word-setting.ts';

type Of<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { kind: Kind }>;

const CLOSE = { spacing: { after: 30 } };

/** Authority on one side, place, date and number on the other. */
export function letterheadBlock(setting: WordSetting, { authority, reference, place }: Of<'letterhead'>) {
  const widths = widthsOf(setting.width, [52, 48]);
  const centred = { ...CLOSE, alignment: AlignmentType.CENTER };
  const names = authority.map((line, index) =>
    paragraph(setting, line, 'Normal', centred, index === 0 ? { bold: true, allCaps: true } : { bold: index === 1 }),
  );
  const row = new TableRow({
    children: [
      cell(
        widths[0] ?? 0,
        [...names, paragraph(setting, reference, 'Normal', { ...centred, spacing: { before: 160 } })],
        {
          borders: BARE,
        },
      ),
      cell(widths[1] ?? 0, [paragraph(setting, place, 'Normal', { ...CLOSE, alignment: AlignmentType.END })], {
        borders: BARE,
      }),
    ],
  });
  return [fixedTable(setting, widths, [row], 'none'), paragraph(setting, '', 'Normal', { spacing: { after: 120 } })];
}

/** Who writes to whom, then subject, reference and enclosures. */
export function addresseeBlock(setting: WordSetting, { from, to, particulars }: Of<'addressee'>) {
  const indent = { indent: { start: Math.round(setting.width * 0.46) } };
  return [
    ...(from === null ? [] : [paragraph(setting, from, 'Normal', { ...indent, ...CLOSE }, { bold: true })]),
    ...to.map((line, index) =>
      paragraph(setting, line, 'Normal', {
        ...indent,
        ...CLOSE,
        ...(index === 0 ? { spacing: { before: 60, after: 30 } } : {}),
      }),
    ),
    paragraph(setting, '', 'Normal'),
    ...particulars.map(({ label, text }) =>
      paragraphOf(setting, [...textRuns(setting, `${label} `, { bold: true }), ...textRuns(setting, text)], 'Normal', {
        spacing: { after: 80 },
      }),
    ),
    paragraph(setting, '', 'Normal', { spacing: { after: 60 } }),
  ];
}

/** Function and name of who signs, with room above the name. */
export function senderBlock(setting: WordSetting, { lines }: Of<'sender'>) {
  const indent = { indent: { start: Math.round(setting.width * 0.5) }, keepNext: true };
  return lines.map((line, index) =>
    paragraph(setting, line, 'Normal', {
      ...indent,
      alignment: AlignmentType.CENTER,
      spacing: { before: index === 0 ? 360 : index === 1 ? twips(20) : 0, after: 40 },
    }),
  );
}
