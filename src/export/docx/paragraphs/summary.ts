import type { FileChild, IBorderOptions, ParagraphChild } from 'docx';
import { AlignmentType, HeightRule, LineRuleType, TableRow, VerticalAlignTable } from 'docx';
import type { FittedText, SummaryList, SummaryPage } from '../../document/document.ts';
import { SUMMARY_MEASURES } from '../../document/fit-summary.ts';
import { BARE, cell, fixedTable, SOFT, THIN, widthsOf } from '../cells.ts';
import { paragraph, paragraphOf, textRuns } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import type { SummarySize } from '../styles.ts';
import { summaryStyle } from '../styles.ts';
import { twips } from '../word-setting.ts';
import { gridColumns, markRow, segmentCells } from './bars.ts';

/** Half points, as on the printed sheet. */
const SIZE = { text: 19, item: 18, bar: 17, legend: 16, row: 17 } as const;
const M = SUMMARY_MEASURES;
/** mm: of the row that holds the mark of the median. */
const MARK_HEIGHT = 2.6;
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

/** Lines of a fixed height in mm, so that the page is as high as it was reckoned. */
const exactly = (mm: number) => ({ line: twips(mm), lineRule: LineRuleType.EXACT, before: 0, after: 0 });

function line(setting: WordSetting, text: FittedText['text'], mm: number, size: SummarySize, bold = false) {
  return paragraph(setting, text, summaryStyle(size), { spacing: exactly(mm) }, bold ? { bold: true } : {});
}

function heading(setting: WordSetting, words: string, gap: number = M.gap) {
  const spacing = { ...exactly(M.heading - 1.4), before: twips(gap), after: twips(1) };
  return paragraph(setting, words, 'Heading2', { spacing }, { size: 22 });
}

/** What is sought, in a frame: heading and note beside the points. */
function decision(setting: WordSetting, { decision: part }: SummaryPage): FileChild[] {
  if (part === null) return [];
  const widths = widthsOf(setting.width, [26, 74]);
  const margins = { top: twips(M.padding), bottom: twips(M.padding), left: twips(3), right: twips(1) };
  const sides = { borders: { top: THIN, bottom: THIN, left: THIN, right: THIN }, margins };
  const numbered = part.points.map(({ text }, index) => {
    const number = part.points.length > 1 ? textRuns(setting, `${index + 1}  `, { bold: true }) : [];
    const words = typeof text === 'string' ? text : text.map((one) => ('text' in one ? one.text : '')).join('');
    return paragraphOf(setting, [...number, ...textRuns(setting, words)], summaryStyle(SIZE.text), {
      spacing: exactly(M.sentence),
    });
  });
  const beside = [
    heading(setting, part.heading, 0),
    ...(part.note === null ? [] : [line(setting, part.note.text, M.legend, SIZE.legend)]),
  ];
  const row = new TableRow({
    cantSplit: true,
    children: [
      cell(widths[0] ?? 0, beside, { ...sides, borders: { ...sides.borders, right: BARE.right } }),
      cell(widths[1] ?? 0, numbered, { ...sides, borders: { ...sides.borders, left: BARE.left } }),
    ],
  });
  return [fixedTable(setting, widths, [row], 'none'), line(setting, '', M.gap, SIZE.legend)];
}

function bars(setting: WordSetting, { profile }: SummaryPage): FileChild[] {
  const columns = Math.max(0, ...profile.rows.map(({ bar }) => gridColumns(bar)));
  const grid = twips(2);
  const title = twips(44);
  const note = setting.width - title - columns * grid;
  const widths = [title, ...Array.from({ length: columns }, () => grid), note];
  const flat = { borders: BARE, verticalAlign: VerticalAlignTable.CENTER, margins: { top: 0, bottom: 0 } };
  const rows = profile.rows.flatMap(({ title: name, bar }) => [
    markRow(setting, bar, widths, MARK_HEIGHT),
    new TableRow({
      cantSplit: true,
      height: { value: twips(M.bar - MARK_HEIGHT), rule: HeightRule.ATLEAST },
      children: [
        cell(title, [line(setting, name.text, M.barTitle, SIZE.bar)], flat),
        ...segmentCells(setting, bar, SIZE.bar),
        cell(note, [line(setting, bar.note, M.barTitle, SIZE.bar, true)], flat),
      ],
    }),
  ]);
  return [
    heading(setting, profile.heading),
    ...(rows.length === 0 ? [] : [fixedTable(setting, widths, rows, 'none')]),
    line(setting, profile.legend.text, M.legend, SIZE.legend),
    ...(profile.more === null ? [] : [line(setting, profile.more.text, M.legend, SIZE.legend)]),
  ];
}

/** Strengths and aspects to strengthen side by side; the sign of each level at the end of its line. */
function lists(setting: WordSetting, { lists: both }: SummaryPage): FileChild[] {
  if (both.length === 0) return [];
  const widths = widthsOf(setting.width, [44, 5, 2, 44, 5]);
  const flat = { borders: BARE, margins: { ...NO_MARGINS, right: twips(1) } };
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

function measures(setting: WordSetting, { measures: part }: SummaryPage): FileChild[] {
  if (part === null) return [];
  const head = heading(setting, part.heading);
  const after = [
    ...(part.more === null ? [] : [line(setting, part.more.text, M.sentence, SIZE.item)]),
    ...(part.total === null ? [] : [line(setting, part.total.text, M.row, SIZE.row, true)]),
  ];
  if (part.rows.length === 0) return [head, line(setting, part.none, M.sentence, SIZE.text), ...after];
  const widths = widthsOf(
    setting.width,
    part.columns.map(({ share }) => share),
  );
  const margins = { top: twips(M.rowGap / 2) - 10, bottom: twips(M.rowGap / 2) - 10, left: 0, right: twips(1.5) };
  const look = (bottom: IBorderOptions) => ({ borders: { ...BARE, bottom }, margins });
  /** Below a row, beside what may take several lines. */
  const underRow = ({ text }: FittedText, span: number) => {
    const wide = widths.slice(part.nameColumn, part.nameColumn + span).reduce((sum, width) => sum + width, 0);
    const below = { ...look(SOFT), margins: { ...margins, top: 0 } };
    return new TableRow({
      cantSplit: true,
      children: [
        cell(widths[0] ?? 0, [line(setting, '', M.under, SIZE.legend)], below),
        cell(wide, [line(setting, text, M.under, SIZE.legend)], { ...below, columnSpan: span }),
      ],
    });
  };
  const rows = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: part.columns.map(({ label }, index) =>
        cell(widths[index] ?? 0, [line(setting, label, M.row, SIZE.row, true)], look(THIN)),
      ),
    }),
    ...part.rows.flatMap(({ cells, under, underSpan }) => [
      new TableRow({
        cantSplit: true,
        children: cells.map(({ text }, index) =>
          cell(
            widths[index] ?? 0,
            [line(setting, text, M.row, SIZE.row)],
            under === null
              ? look(SOFT)
              : index >= part.nameColumn + underSpan
                ? { ...look(SOFT), rowSpan: 2 }
                : { ...look(BARE.bottom), margins: { ...margins, bottom: 0 } },
          ),
        ),
      }),
      ...(under === null ? [] : [underRow(under, underSpan)]),
    ]),
  ];
  return [head, fixedTable(setting, widths, rows, 'none'), ...after];
}

function positions(setting: WordSetting, part: SummaryList | null): FileChild[] {
  if (part === null) return [];
  const shown = [...part.items, ...(part.more === null ? [] : [part.more])];
  return [heading(setting, part.heading), ...shown.map(({ text }) => line(setting, text, M.row, SIZE.row))];
}

/** Letters that the box to tick takes with the space after it, and that a date or a signature takes. */
const BOX_LETTERS = 6;
const FIELD_LETTERS = 22;

/** Boxes to tick, then lines to write on, in one row. */
function approval(setting: WordSetting, { approval: part }: SummaryPage): FileChild[] {
  if (part === null) return [];
  const words = [
    ...part.options.map((option) => `☐ ${option}`),
    ...part.fields.map((field) => `${field}${setting.t('report.colon')}`),
  ];
  // Each option on one line.
  const widths = widthsOf(setting.width, [
    ...part.options.map((option) => option.length + BOX_LETTERS),
    ...part.fields.map(() => FIELD_LETTERS),
  ]);
  const row = new TableRow({
    cantSplit: true,
    height: { value: twips(M.approval), rule: HeightRule.EXACT },
    children: words.map((word, index) =>
      cell(widths[index] ?? 0, [line(setting, word, M.sentence, SIZE.item)], {
        borders: { ...BARE, top: THIN },
        margins: { ...NO_MARGINS, top: twips(3) },
      }),
    ),
  });
  const changes = new TableRow({
    cantSplit: true,
    height: { value: twips(M.changes), rule: HeightRule.EXACT },
    children: [
      cell(
        setting.width,
        [line(setting, `${part.toChange ?? ''}${setting.t('report.colon')}`, M.legend, SIZE.legend)],
        {
          columnSpan: words.length,
          borders: { ...BARE, bottom: THIN },
          margins: { ...NO_MARGINS, top: twips(1) },
        },
      ),
    ],
  });
  const rows = part.toChange === null ? [row] : [row, changes];
  return [line(setting, '', M.gap, SIZE.legend), fixedTable(setting, widths, rows, 'none')];
}

/** The page a minister keeps, in lines of the height by which its content was chosen: it stays one page. */
export function summaryBlock(setting: WordSetting, page: SummaryPage, title: readonly ParagraphChild[]): FileChild[] {
  const said = (text: FittedText | null) => (text === null ? [] : [line(setting, text.text, M.sentence, SIZE.text)]);
  return [
    paragraphOf(setting, title, 'Heading1', { spacing: { ...exactly(8), after: twips(M.title - 8) } }),
    ...said(page.subtitle),
    ...decision(setting, page),
    ...said(page.standing),
    ...said(page.coverage),
    ...said(page.change),
    ...bars(setting, page),
    ...lists(setting, page),
    ...measures(setting, page),
    ...positions(setting, page.positions),
    ...approval(setting, page),
  ];
}
