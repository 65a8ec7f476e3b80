import type { BlockOf, FittedText, SummaryPage } from '../../document/document.ts';
import { SUMMARY_MEASURES } from '../../document/fit-summary.ts';
import { columnHeight, columnLines } from '../bands.ts';
import { barHeight, drawBar } from '../distribution-bar.ts';
import type { TextStyle } from '../inline-text.ts';
import { INK, LINE, MM } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import type { StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import type { TextLine } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { SHEET, SummarySheet } from './summary-sheet.ts';

const M = SUMMARY_MEASURES;
const DOMAIN_WIDTH = 46 * MM;
const GAP = 3 * MM;
const LISTS_GAP = 7 * MM;
/** Taken from what the page has below the summary. */
const LEGEND_GAP = 1 * MM;
const RULE_BELOW = 0.3 * MM;
const CELL_PADDING = 1 * MM;

function setProfile(sheet: SummarySheet, { profile }: SummaryPage, context: BlockContext): void {
  const { parent, setting, width } = context;
  sheet.y += M.gap * MM;
  sheet.heading(parent, profile.heading, 0, width);
  sheet.y += M.heading * MM;
  for (const { title, bar } of profile.rows) {
    const row = addNode(parent, 'Div');
    const name = sheet.fit(title.text, DOMAIN_WIDTH, title.lines, SHEET.domain);
    const height = Math.max(M.bar, name.length * M.barTitle + 2) * MM;
    const nameNode = sheet.node(row, 'P', title.text);
    const figure = addNode(row, 'Figure', { alternative: bar.alternative });
    const noteStart = DOMAIN_WIDTH + bar.width * MM + 2 * GAP;
    const noteLines = Math.max(1, Math.floor(height / SHEET.count.line));
    const note = sheet.fit(bar.note, width - noteStart, noteLines, SHEET.count);
    const middle = (lines: readonly TextLine[]) => (height - columnHeight({ lines: columnLines(lines, null) })) / 2;
    sheet.place(name, nameNode, 0, DOMAIN_WIDTH, middle(name));
    sheet.draw((canvas, top) => {
      const at = { start: DOMAIN_WIDTH + GAP, top: top + (height - barHeight(false)) / 2 };
      drawBar(canvas, figure, bar, at, false, setting);
    });
    sheet.place(note, sheet.node(row, 'P', bar.note), noteStart, width - noteStart, middle(note));
    sheet.y += height;
  }
  sheet.y += LEGEND_GAP;
  sheet.text(parent, profile.legend, SHEET.legend);
  if (profile.more !== null) sheet.text(parent, profile.more, SHEET.legend);
}

function setList(
  sheet: SummarySheet,
  list: SummaryPage['lists'][number],
  start: number,
  width: number,
  context: BlockContext,
): number {
  const { parent } = context;
  sheet.heading(parent, list.heading, start, width);
  let below = M.heading * MM;
  const line = (fitted: FittedText, node: StructureNode) => {
    below += sheet.placeSigned(fitted, node, start, width, SHEET.item, below);
  };
  if (list.items.length === 0) line({ text: list.none, lines: 1 }, addNode(parent, 'P'));
  else {
    const items = addNode(parent, 'L');
    for (const item of list.items) {
      line(item, sheet.node(addNode(items, 'LI'), 'LBody', item.text));
      const rule = below + RULE_BELOW;
      sheet.draw((canvas, top) =>
        canvas.rule(start, top + rule, width, { colour: LINE, dash: [0.4, 1.4], width: 0.4 }),
      );
      below += M.itemGap * MM;
    }
  }
  if (list.more !== null) line(list.more, addNode(parent, 'P'));
  return below;
}

type Priorities = NonNullable<SummaryPage['priorities']>;

function setTable(sheet: SummarySheet, priorities: Priorities, { parent, width }: BlockContext): void {
  const widths = priorities.columns.map(({ share }) => (share / 100) * width);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, one) => sum + one, 0));
  const table = addNode(parent, 'Table', { summary: priorities.heading });
  const set = (
    row: StructureNode,
    fitted: FittedText,
    place: number,
    style: TextStyle,
    below: number,
    head: boolean,
  ): number => {
    const node = head
      ? addNode(row, 'TH', { scope: 'Column' })
      : place === 1
        ? addNode(row, 'TH', { scope: 'Row' })
        : addNode(row, 'TD');
    const room = (widths[place] ?? 0) - 2 * CELL_PADDING;
    return sheet.placeSigned(fitted, node, (starts[place] ?? 0) + CELL_PADDING, room, style, below);
  };
  const end = (height: number, thickness: number, colour: string) => {
    sheet.y += height;
    sheet.draw((canvas, top) => canvas.rule(0, top, width, { colour, width: thickness }));
  };
  const head = addNode(addNode(table, 'THead'), 'TR');
  priorities.columns.forEach(({ label }, place) =>
    set(head, { text: label, lines: 1 }, place, SHEET.head, 0.9 * MM, true),
  );
  end(M.tableHead * MM, 1, INK);
  const body = addNode(table, 'TBody');
  for (const cells of priorities.rows) {
    const row = addNode(body, 'TR');
    const heights = cells.map((cell, place) => set(row, cell, place, SHEET.cell, 0.9 * MM, false));
    end(Math.max(...heights) + M.rowGap * MM, 0.5, LINE);
  }
}

function setPriorities(sheet: SummarySheet, priorities: Priorities, context: BlockContext): void {
  const { parent, width } = context;
  sheet.y += M.gap * MM;
  sheet.heading(parent, priorities.heading, 0, width);
  sheet.y += M.heading * MM;
  if (priorities.rows.length === 0) {
    sheet.text(parent, { text: priorities.none, lines: 1 }, SHEET.sentence);
  } else {
    setTable(sheet, priorities, context);
  }
  if (priorities.more !== null) {
    sheet.text(parent, priorities.more, SHEET.sentence);
  }
}

/** The page a minister keeps, as one box: it stands on one page or the layout says that it does not fit. */
export function summaryBoxes({ page }: BlockOf<'summary'>, context: BlockContext): Box[] {
  const { parent, section, width, height } = context;
  const sheet = new SummarySheet(context);
  sheet.place(sheet.fit(section.title, width, 1, SHEET.title), addNode(parent, 'H1'), 0, width);
  sheet.draw((canvas) => context.onheading({ level: 1, title: section.title, page: canvas.number }));
  sheet.y += M.title * MM;
  for (const sentence of page.sentences) sheet.text(parent, sentence, SHEET.sentence);
  sheet.text(parent, page.coverage, SHEET.sentence);
  setProfile(sheet, page, context);
  sheet.y += M.gap * MM;
  const half = (width - LISTS_GAP) / 2;
  const heights = page.lists.map((list, index) => setList(sheet, list, index * (half + LISTS_GAP), half, context));
  sheet.y += Math.max(0, ...heights);
  if (page.priorities !== null) setPriorities(sheet, page.priorities, context);
  return [sheet.box(Math.min(sheet.y, height))];
}
