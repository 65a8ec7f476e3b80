import type { BlockOf, FittedText, SummaryList, SummaryPage } from '../../document/document.ts';
import { SUMMARY_MEASURES, SUMMARY_WIDTHS } from '../../document/fit-summary.ts';
import { columnHeight, columnLines } from '../bands.ts';
import { barHeight, drawBar } from '../distribution-bar.ts';
import type { TextStyle } from '../inline-text.ts';
import { INK, LINE, MM } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import type { StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import type { TextLine } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { setApproval, setDecision } from './summary-decision.ts';
import { SHEET, SummarySheet } from './summary-sheet.ts';

const M = SUMMARY_MEASURES;
const DOMAIN_WIDTH = SUMMARY_WIDTHS.domain * MM;
const BAR_HEIGHT = 3.9 * MM;
const GAP = SUMMARY_WIDTHS.gap * MM;
const LISTS_GAP = SUMMARY_WIDTHS.betweenLists * MM;
/** Above the baseline of a row's text. */
const ROW_TOP = 0.6 * MM;
const RULE_BELOW = 0.2 * MM;
const CELL_PADDING = SUMMARY_WIDTHS.cellPadding * MM;

function setProfile(sheet: SummarySheet, { profile }: SummaryPage, context: BlockContext): void {
  const { parent, setting, width } = context;
  sheet.heading(parent, profile.heading, 0, width);
  sheet.y += M.heading * MM;
  for (const { title, bar } of profile.rows) {
    const row = addNode(parent, 'Div');
    const name = sheet.fit(title.text, DOMAIN_WIDTH, title.lines, SHEET.domain);
    const height = Math.max(M.bar, title.lines * M.barTitle + 0.6) * MM;
    const nameNode = sheet.node(row, 'P', title.text);
    const figure = addNode(row, 'Figure', { alternative: bar.alternative });
    const noteStart = DOMAIN_WIDTH + bar.width * MM + 2 * GAP;
    const noteLines = Math.max(1, Math.floor(height / SHEET.count.line));
    const note = sheet.fit(bar.note, width - noteStart, noteLines, SHEET.count);
    const barTop = height - barHeight(true, BAR_HEIGHT);
    // Beside the bar itself, not its mark.
    const beside = (lines: readonly TextLine[]) => {
      const own = columnHeight({ lines: columnLines(lines, null) });
      return Math.max(0, Math.min(height - own, height - (BAR_HEIGHT + own) / 2));
    };
    sheet.place(name, nameNode, 0, DOMAIN_WIDTH, beside(name));
    sheet.draw((canvas, top) =>
      drawBar(canvas, figure, bar, { start: DOMAIN_WIDTH + GAP, top: top + barTop }, true, setting, BAR_HEIGHT),
    );
    sheet.place(note, sheet.node(row, 'P', bar.note), noteStart, width - noteStart, beside(note));
    sheet.y += height;
  }
  sheet.y += M.small * MM;
  sheet.text(parent, profile.legend, SHEET.legend);
  if (profile.more !== null) sheet.text(parent, profile.more, SHEET.legend);
}

/** A heading and lines under it, with dots between them; gives the height it took. */
function setList(
  sheet: SummarySheet,
  list: SummaryList,
  place: { readonly start: number; readonly width: number },
  look: { readonly style: TextStyle; readonly gap: number },
  { parent }: BlockContext,
): number {
  const { start, width } = place;
  sheet.heading(parent, list.heading, start, width);
  let below = M.heading * MM;
  const line = (fitted: FittedText, node: StructureNode) => {
    below += sheet.placeSigned(fitted, node, start, width, look.style, below);
  };
  if (list.items.length === 0) line({ text: list.none, lines: 1 }, addNode(parent, 'P'));
  else {
    const items = addNode(parent, 'L');
    for (const item of list.items) {
      line(item, sheet.node(addNode(items, 'LI'), 'LBody', item.text));
      if (look.gap === 0) continue;
      const rule = below + RULE_BELOW;
      sheet.draw((canvas, top) =>
        canvas.rule(start, top + rule, width, { colour: LINE, dash: [0.4, 1.4], width: 0.4 }),
      );
      below += look.gap;
    }
  }
  if (list.more !== null) line(list.more, addNode(parent, 'P'));
  return below;
}

type Measures = NonNullable<SummaryPage['measures']>;

function setTable(sheet: SummarySheet, measures: Measures, { parent, width }: BlockContext): void {
  const widths = measures.columns.map(({ share }) => (share / 100) * width);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, one) => sum + one, 0));
  const underStart = (starts[measures.nameColumn] ?? 0) + CELL_PADDING;
  const table = addNode(parent, 'Table', { summary: measures.heading });
  const set = (node: StructureNode, fitted: FittedText, place: number, style: TextStyle, below: number): number => {
    const room = (widths[place] ?? 0) - 2 * CELL_PADDING;
    return sheet.placeSigned(fitted, node, (starts[place] ?? 0) + CELL_PADDING, room, style, below);
  };
  const end = (height: number, thickness: number, colour: string) => {
    sheet.y += height;
    sheet.draw((canvas, top) => canvas.rule(0, top, width, { colour, width: thickness }));
  };
  const head = addNode(addNode(table, 'THead'), 'TR');
  measures.columns.forEach(({ label }, place) =>
    set(addNode(head, 'TH', { scope: 'Column' }), { text: label, lines: 1 }, place, SHEET.head, ROW_TOP),
  );
  end(M.tableHead * MM, 1, INK);
  const body = addNode(table, 'TBody');
  for (const { cells, under, underSpan } of measures.rows) {
    const row = addNode(body, 'TR');
    const nodes = cells.map((_, place) =>
      place === measures.nameColumn ? addNode(row, 'TH', { scope: 'Row' }) : addNode(row, 'TD'),
    );
    const heights = cells.map((cell, place) => {
      const node = nodes[place] ?? row;
      return set(node, cell, place, SHEET.cell, ROW_TOP);
    });
    const after = measures.nameColumn + underSpan;
    const height = Math.max(...heights.slice(0, after));
    const named = nodes[measures.nameColumn] ?? row;
    const underWidth = (starts[after] ?? width) - underStart - CELL_PADDING;
    const below =
      under === null ? 0 : sheet.placeSigned(under, named, underStart, underWidth, SHEET.under, ROW_TOP + height);
    end(Math.max(height + below, ...heights) + M.rowGap * MM, 0.5, LINE);
  }
}

function setMeasures(sheet: SummarySheet, measures: Measures, context: BlockContext): void {
  const { parent, width } = context;
  sheet.y += M.gap * MM;
  sheet.heading(parent, measures.heading, 0, width);
  sheet.y += M.heading * MM;
  if (measures.rows.length === 0) sheet.text(parent, { text: measures.none, lines: 1 }, SHEET.sentence);
  else setTable(sheet, measures, context);
  if (measures.more !== null) sheet.text(parent, measures.more, SHEET.sentence);
  if (measures.total !== null) {
    sheet.y += M.small * MM;
    sheet.text(parent, measures.total, SHEET.total);
  }
}

/** The page a minister keeps, as one box: it stands on one page or the layout says that it does not fit. */
export function summaryBoxes({ page }: BlockOf<'summary'>, context: BlockContext): Box[] {
  const { parent, section, width, height } = context;
  const sheet = new SummarySheet(context);
  sheet.place(sheet.fit(section.title, width, 1, SHEET.title), addNode(parent, 'H1'), 0, width);
  sheet.draw((canvas) => context.onheading({ level: 1, title: section.title, page: canvas.number }));
  sheet.y += M.title * MM;
  if (page.subtitle !== null) sheet.text(parent, page.subtitle, SHEET.sentence);
  if (page.decision !== null) setDecision(sheet, page.decision, context);
  sheet.y += M.gap * MM;
  if (page.standing !== null) sheet.text(parent, page.standing, SHEET.sentence);
  sheet.text(parent, page.coverage, SHEET.sentence);
  if (page.change !== null) sheet.text(parent, page.change, SHEET.sentence);
  sheet.y += M.gap * MM;
  setProfile(sheet, page, context);
  if (page.lists.length > 0) {
    sheet.y += M.gap * MM;
    const half = (width - LISTS_GAP) / 2;
    const look = { style: SHEET.item, gap: M.itemGap * MM };
    const heights = page.lists.map((list, index) =>
      setList(sheet, list, { start: index * (half + LISTS_GAP), width: half }, look, context),
    );
    sheet.y += Math.max(0, ...heights);
  }
  if (page.measures !== null) setMeasures(sheet, page.measures, context);
  if (page.positions !== null) {
    sheet.y += M.gap * MM;
    sheet.y += setList(sheet, page.positions, { start: 0, width }, { style: SHEET.cell, gap: 0 }, context);
  }
  if (page.approval !== null) {
    // At the foot of the page, wherever the rest ends.
    const own = M.approval + (page.approval.toChange === null ? 0 : M.changes);
    sheet.y = Math.max(sheet.y + M.gap * MM, height - own * MM);
    setApproval(sheet, page.approval, context);
  }
  return [sheet.box(Math.min(sheet.y, height))];
}
