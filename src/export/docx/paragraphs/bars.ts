import type { TableCell } from 'docx';
import { AlignmentType, HeightRule, TableRow, VerticalAlignTable } from 'docx';
import type { BlockOf, PrintedBar, Text } from '../../document/document.ts';
import { INK, TONE_COLOURS } from '../../document/tone-colours.ts';
import { BARE, BOXED, cell, DASHED, fixedTable } from '../cells.ts';
import { caption, paragraph } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { twips } from '../word-setting.ts';

/** mm: bars are laid on a grid of table columns this wide. */
const GRID = 2;

const squares = (mm: number) => Math.round(mm / GRID);
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

/** Columns of the grid that a bar takes. */
export function gridColumns({ width }: Pick<PrintedBar, 'width'>): number {
  return squares(width);
}

function gap(setting: WordSetting, columns: number, text: Text = ''): TableCell[] {
  if (columns <= 0) return [];
  const words = paragraph(
    setting,
    text,
    'TableText',
    { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
    { size: 14 },
  );
  return [cell(columns * twips(GRID), [words], { columnSpan: columns, borders: BARE, margins: NO_MARGINS })];
}

/** A stretch of a bar: shaded, with its sign and count; what is open is framed with dashes. */
export function segmentCells(setting: WordSetting, bar: PrintedBar, size: number): TableCell[] {
  const total = gridColumns(bar);
  if (bar.segments.length === 0) {
    const words = paragraph(setting, bar.alternative, 'TableText', { spacing: { after: 0 } }, { size });
    return [cell(total * twips(GRID), [words], { columnSpan: total, borders: BARE })];
  }
  return bar.segments.map(({ tone, label, start, width }, index) => {
    const last = index === bar.segments.length - 1;
    const columns = Math.max(1, (last ? total : squares(start + width)) - squares(start));
    const { fill, ink } = TONE_COLOURS[tone];
    const open = typeof tone === 'string';
    const words = paragraph(
      setting,
      label,
      'TableText',
      { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      { bold: true, color: ink, size },
    );
    return cell(columns * twips(GRID), [words], {
      columnSpan: columns,
      fill,
      verticalAlign: VerticalAlignTable.CENTER,
      borders: open ? { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED } : BOXED,
      margins: { ...NO_MARGINS, top: twips(0.5), bottom: twips(0.4) },
    });
  });
}

/** Columns of a mark's cell: wide enough for one sign. */
const MARK = 3;

/** The signs of median and target above a bar, each at its place, in a row so many mm high. */
export function markRow(setting: WordSetting, bar: PrintedBar, widths: readonly number[], height = 3.6): TableRow {
  const total = gridColumns(bar);
  const marks = [
    { at: bar.median, sign: setting.t('report.sign.median') },
    { at: bar.target, sign: setting.t('report.sign.target') },
  ].flatMap(({ at, sign }) =>
    at === null ? [] : [{ start: Math.min(total - MARK, Math.max(0, squares(at) - 1)), sign }],
  );
  marks.sort((one, other) => one.start - other.start);
  const cells: TableCell[] = [];
  let column = 0;
  marks.forEach(({ start, sign }, index) => {
    const next = marks[index + 1];
    // Two marks at one place stand in one cell.
    if (index > 0 && start < column) return;
    const close = next !== undefined && next.start < start + MARK;
    cells.push(...gap(setting, start - column), ...gap(setting, MARK, close ? `${sign}${next.sign}` : sign));
    column = start + MARK;
  });
  cells.push(...gap(setting, total - column));
  const blank = (width: number) =>
    cell(width, [paragraph(setting, '', 'TableText')], { borders: BARE, margins: NO_MARGINS });
  return new TableRow({
    cantSplit: true,
    height: { value: twips(height), rule: HeightRule.EXACT },
    children: [blank(widths[0] ?? 0), ...cells, blank(widths.at(-1) ?? 0)],
  });
}

/** Bars of counts as a table: the words of the domain, the bar in shaded cells, and "n of N" beside it. */
export function distributionTable(setting: WordSetting, { bars, legend }: BlockOf<'distribution'>) {
  const columns = Math.max(0, ...bars.map(gridColumns));
  const barWidth = columns * twips(GRID);
  const rest = setting.width - barWidth;
  const widths = [Math.round(rest * 0.62), rest - Math.round(rest * 0.62)] as const;
  const grid = [widths[0], ...Array.from({ length: columns }, () => twips(GRID)), widths[1]];
  const rows = bars.flatMap((bar) => [
    markRow(setting, bar, grid),
    new TableRow({
      cantSplit: true,
      children: [
        cell(widths[0], [paragraph(setting, bar.label, 'TableText', {}, { bold: true })], {
          borders: BARE,
          verticalAlign: VerticalAlignTable.CENTER,
        }),
        ...segmentCells(setting, bar, 18),
        cell(widths[1], [paragraph(setting, bar.note, 'TableText', {}, { color: INK })], {
          borders: BARE,
          verticalAlign: VerticalAlignTable.CENTER,
        }),
      ],
    }),
  ]);
  return [
    caption(setting, 'figure', setting.sectionTitle),
    fixedTable(setting, grid, rows, 'none'),
    paragraph(setting, legend, 'Note'),
  ];
}
