import type { FileChild, ParagraphChild } from 'docx';
import { AlignmentType, HeightRule, LineRuleType, TableRow, VerticalAlignTable } from 'docx';
import type { FittedText, SummaryPage } from '../../document/document.ts';
import { SUMMARY_MEASURES } from '../../document/fit-summary.ts';
import { BARE, cell, fixedTable, SOFT, THIN, widthsOf } from '../cells.ts';
import { paragraph, paragraphOf, textRuns } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import type { SummarySize } from '../styles.ts';
import { summaryStyle } from '../styles.ts';
import { twips } from '../word-setting.ts';
import { gridColumns, segmentCells } from './bars.ts';

/** Half points, as on the printed sheet. */
const SIZE = { text: 19, item: 18, bar: 17, legend: 16, row: 17 } as const;
const M = SUMMARY_MEASURES;

/** Lines of a fixed height in mm, so that the page is as high as it was reckoned. */
const exactly = (mm: number) => ({ line: twips(mm), lineRule: LineRuleType.EXACT, before: 0, after: 0 });

function line(setting: WordSetting, text: FittedText['text'], mm: number, size: SummarySize, bold = false) {
  return paragraph(setting, text, summaryStyle(size), { spacing: exactly(mm) }, bold ? { bold: true } : {});
}

function heading(setting: WordSetting, words: string) {
  const spacing = { ...exactly(M.heading - 2), before: twips(M.gap), after: twips(1.5) };
  return paragraph(setting, words, 'Heading2', { spacing }, { size: 23 });
}

function bars(setting: WordSetting, { profile }: SummaryPage): FileChild[] {
  const columns = Math.max(0, ...profile.rows.map(({ bar }) => gridColumns(bar)));
  const grid = twips(2);
  const title = twips(44);
  const note = setting.width - title - columns * grid;
  const widths = [title, ...Array.from({ length: columns }, () => grid), note];
  const flat = { borders: BARE, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 0, bottom: 0 } };
  const rows = profile.rows.map(
    ({ title: name, bar }) =>
      new TableRow({
        cantSplit: true,
        height: { value: twips(M.bar), rule: HeightRule.ATLEAST },
        children: [
          cell(title, [line(setting, name.text, M.barTitle - 0.2, SIZE.bar)], flat),
          ...segmentCells(setting, bar, SIZE.bar),
          cell(note, [line(setting, bar.note, M.barTitle - 0.2, SIZE.bar, true)], flat),
        ],
      }),
  );
  return [
    heading(setting, profile.heading),
    ...(rows.length === 0 ? [] : [fixedTable(setting, widths, rows, 'none')]),
    line(setting, profile.legend.text, M.legend, SIZE.legend),
    ...(profile.more === null ? [] : [line(setting, profile.more.text, M.legend, SIZE.legend)]),
  ];
}

/** Strengths and aspects to strengthen side by side; the sign of each level at the end of its line. */
function lists(setting: WordSetting, { lists: both }: SummaryPage): FileChild[] {
  const widths = widthsOf(setting.width, [44, 5, 2, 44, 5]);
  const flat = { borders: BARE, margins: { top: 0, bottom: 0, left: 0, right: twips(1) } };
  const under = { ...flat, borders: { ...BARE, bottom: SOFT } };
  const blank = (index: number) => cell(widths[index] ?? 0, [line(setting, '', M.item, SIZE.item)], flat);
  const most = Math.max(...both.map(({ items }) => items.length));
  const itemCells = (item: FittedText | undefined, place: number) =>
    item === undefined
      ? [blank(place), blank(place + 1)]
      : [
          cell(widths[place] ?? 0, [line(setting, item.text, M.item, SIZE.item)], under),
          cell(
            widths[place + 1] ?? 0,
            [
              paragraphOf(setting, textRuns(setting, item.sign ?? '', { bold: true }), summaryStyle(SIZE.item), {
                spacing: exactly(M.item),
                alignment: AlignmentType.END,
              }),
            ],
            under,
          ),
        ];
  const spanned = (children: (place: 0 | 1) => ReturnType<typeof line>) =>
    new TableRow({
      cantSplit: true,
      children: [0, 1].flatMap((list) => [
        ...(list === 0 ? [] : [blank(2)]),
        cell((widths[list * 3] ?? 0) + (widths[list * 3 + 1] ?? 0), [children(list as 0 | 1)], {
          ...flat,
          columnSpan: 2,
        }),
      ]),
    });
  const rows = Array.from(
    { length: most },
    (_, index) =>
      new TableRow({
        cantSplit: true,
        children: [...itemCells(both[0]?.items[index], 0), blank(2), ...itemCells(both[1]?.items[index], 3)],
      }),
  );
  const foot = both.map(({ items, none, more }): FittedText['text'] =>
    items.length === 0 ? none : (more?.text ?? ''),
  );
  return [
    fixedTable(
      setting,
      widths,
      [
        spanned((place) => heading(setting, both[place]?.heading ?? '')),
        ...rows,
        ...(foot.every((text) => text === '')
          ? []
          : [spanned((place) => line(setting, foot[place] ?? '', M.item, SIZE.item))]),
      ],
      'none',
    ),
  ];
}

function priorities(setting: WordSetting, { priorities: part }: SummaryPage): FileChild[] {
  if (part === null) return [];
  const head = heading(setting, part.heading);
  const more = part.more === null ? [] : [line(setting, part.more.text, M.sentence, SIZE.item)];
  if (part.rows.length === 0) return [head, line(setting, part.none, M.sentence, SIZE.text), ...more];
  const widths = widthsOf(
    setting.width,
    part.columns.map(({ share }) => share),
  );
  const margins = { top: twips(M.rowGap / 2) - 10, bottom: twips(M.rowGap / 2) - 10, left: 0, right: twips(1.5) };
  const look = (bottom: typeof THIN) => ({ borders: { ...BARE, bottom }, margins });
  const rows = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: part.columns.map(({ label }, index) =>
        cell(widths[index] ?? 0, [line(setting, label, M.row, SIZE.row, true)], look(THIN)),
      ),
    }),
    ...part.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(({ text }, index) =>
            cell(widths[index] ?? 0, [line(setting, text, M.row, SIZE.row)], look(SOFT)),
          ),
        }),
    ),
  ];
  return [head, fixedTable(setting, widths, rows, 'none'), ...more];
}

/** The page a minister keeps, in lines of the height by which its content was chosen: it stays one page. */
export function summaryBlock(setting: WordSetting, page: SummaryPage, title: readonly ParagraphChild[]): FileChild[] {
  return [
    paragraphOf(setting, title, 'Heading1', { spacing: { ...exactly(8), after: twips(1.5) } }),
    ...page.sentences.map(({ text }) => line(setting, text, M.sentence, SIZE.text)),
    line(setting, page.coverage.text, M.sentence, SIZE.text),
    ...bars(setting, page),
    ...lists(setting, page),
    ...priorities(setting, page),
  ];
}
