import { ImageRun, TableRow } from 'docx';
import type { BlockOf, PrintedLogo } from '../../document/document.ts';
import { decodeDataAddress } from '../../document/decode-data-address.ts';
import { BRASS, INK, SUNKEN } from '../../document/tone-colours.ts';
import { BOXED, cell, fixedTable } from '../cells.ts';
import { paragraph, paragraphOf } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { keyValueTable } from './table.ts';

/** Pixels of Word, 96 to an inch: the largest coat of arms. */
const LOGO = { width: 220, height: 110 };

function logoParagraphs(setting: WordSetting, logo: PrintedLogo | null | undefined) {
  const data = logo === null || logo === undefined ? null : decodeDataAddress(logo.dataUrl);
  if (logo === null || logo === undefined || data === null) return [];
  const scale = Math.min(LOGO.width / logo.widthPixels, LOGO.height / logo.heightPixels);
  const image = new ImageRun({
    type: logo.dataUrl.startsWith('data:image/png') ? 'png' : 'jpg',
    data,
    transformation: { width: Math.round(logo.widthPixels * scale), height: Math.round(logo.heightPixels * scale) },
    altText: { name: logo.alternative, title: logo.alternative, description: logo.alternative },
  });
  return [paragraphOf(setting, [image], 'Normal', { spacing: { before: 300, after: 0 } })];
}

/** The face: who, what, which round, until when, its status, and what it is not. */
export function coverBlock(setting: WordSetting, block: BlockOf<'cover'>) {
  const { logo, country, institution, title, round, date, status, marking, fictional, facts, notices } = block;
  const line = (text: string | null, style: string, before = 0) =>
    text === null ? [] : [paragraph(setting, text, style, before === 0 ? {} : { spacing: { before, after: 80 } })];
  const stamp = [status, ...(marking === null ? [] : [marking])];
  return [
    ...logoParagraphs(setting, logo),
    ...line(country, 'CoverLine', logo === null || logo === undefined ? 900 : 300),
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
