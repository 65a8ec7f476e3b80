import { AlignmentType, HeightRule, TableRow, VerticalAlignTable } from 'docx';
import type { BlockOf } from '../../document/document.ts';
import { TONE_COLOURS } from '../../document/tone-colours.ts';
import { BARE, BOXED, cell, DASHED, fixedTable, widthsOf } from '../cells.ts';
import { caption, paragraph, paragraphOf, textRuns } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { twips } from '../word-setting.ts';

const CELLS_A_ROW = 10;

/** One shaded cell an indicator with code and sign, under the name of its domain. */
export function heatMapTable(setting: WordSetting, { groups, legend }: BlockOf<'heat-map'>) {
  const widths = widthsOf(
    setting.width,
    Array.from({ length: CELLS_A_ROW }, () => 1),
  );
  const centred = { alignment: AlignmentType.CENTER, spacing: { after: 0 } };
  const rows = groups.flatMap(({ title, cells }) => {
    const lines = Array.from({ length: Math.ceil(cells.length / CELLS_A_ROW) }, (_, line) =>
      cells.slice(line * CELLS_A_ROW, (line + 1) * CELLS_A_ROW),
    );
    return [
      new TableRow({
        cantSplit: true,
        children: [
          cell(setting.width, [paragraph(setting, title, 'TableHead', { spacing: { before: 120, after: 40 } })], {
            columnSpan: CELLS_A_ROW,
            borders: BARE,
            margins: { left: 0 },
          }),
        ],
      }),
      ...lines.map((line) => {
        const made = line.map(({ code, sign, tone }, index) => {
          const { fill, ink } = TONE_COLOURS[tone];
          return cell(
            widths[index] ?? 0,
            [
              paragraphOf(setting, textRuns(setting, code, { size: 15, color: ink }), 'TableText', centred),
              paragraphOf(setting, textRuns(setting, sign, { size: 22, bold: true, color: ink }), 'TableText', centred),
            ],
            {
              fill,
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { left: 0, right: 0 },
              borders:
                tone === 'unanswered' || tone === 'unknown'
                  ? { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED }
                  : BOXED,
            },
          );
        });
        const left = CELLS_A_ROW - line.length;
        const blank = widths.slice(line.length).reduce((sum, width) => sum + width, 0);
        return new TableRow({
          cantSplit: true,
          height: { value: twips(10), rule: HeightRule.ATLEAST },
          children: [
            ...made,
            ...(left === 0
              ? []
              : [cell(blank, [paragraph(setting, '', 'TableText')], { columnSpan: left, borders: BARE })]),
          ],
        });
      }),
    ];
  });
  return [
    caption(setting, 'figure', setting.sectionTitle),
    fixedTable(setting, widths, rows, 'none'),
    paragraph(setting, legend, 'Note'),
  ];
}
