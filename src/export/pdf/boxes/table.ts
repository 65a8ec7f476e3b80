import type { BlockOf, TableRow, Text } from '../../document/document.ts';
import type { Column, ColumnLine } from '../bands.ts';
import { bandBoxes, columnHeight, columnLines, drawColumn, spaced, wholeBox } from '../bands.ts';
import { columnWidths } from '../column-widths.ts';
import type { TextStyle } from '../inline-text.ts';
import { destinationOf } from '../inline-text.ts';
import { INK, LINE, MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { plainText } from '../../document/plain-text.ts';
import type { StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { addTextNode } from './paragraph.ts';

const PADDING = { block: 1 * MM, inline: 1.5 * MM } as const;
const BETWEEN = 0.8 * MM;
const GROUP_PADDING = 3 * MM;

type TableBlock = BlockOf<'table'>;

/** Columns from which a table is set smaller. */
const WIDE = 8;

interface TableFrame {
  readonly block: TableBlock;
  /** Start edge and width of each column in pt, without padding. */
  readonly columns: readonly { readonly start: number; readonly width: number; readonly align?: 'start' | 'center' }[];
  readonly context: BlockContext;
  readonly text: TextStyle;
  readonly head: TextStyle;
}

/** Words measured a column: the longest by their letters hold the widest. */
const WORDS_MEASURED = 6;
/** The most that words may claim of the width for one column, as a share: an address in a cell is broken instead. */
const MOST_CLAIMED = 0.25;

function longestWords(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => text.split(/[ \n\u2011-]+/)));
  return [...words].sort((one, other) => other.length - one.length).slice(0, WORDS_MEASURED);
}

/** Width in pt of the widest word, with the padding of its cell. */
function widestWord(texts: readonly string[], style: TextStyle, context: BlockContext): number {
  const widths = longestWords(texts).map((word) => setText(word, Infinity, style, context.setting)[0]?.width ?? 0);
  return Math.max(0, ...widths) + 2 * PADDING.inline + 0.5;
}

function columnTexts({ rows }: TableBlock, place: number): string[] {
  return rows.flatMap((row) => ('group' in row ? [] : (row.cells[place] ?? []).map(plainText)));
}

function frameOf(block: TableBlock, context: BlockContext): TableFrame {
  const isWide = block.columns.length >= WIDE;
  const text = isWide ? STYLES.wideTable : STYLES.table;
  const head = isWide ? STYLES.wideTableHead : STYLES.tableHead;
  const needs = block.columns.map(({ label, share }, index) => {
    const inCells = widestWord(columnTexts(block, index), text, context);
    const least = Math.max(widestWord([label], head, context), Math.min(inCells, context.width * MOST_CLAIMED));
    return { share, least };
  });
  let start = 0;
  const columns = columnWidths(needs, context.width).map((width, index) => {
    const align = block.columns[index]?.align;
    const column = { start: start + PADDING.inline, width: width - 2 * PADDING.inline };
    start += width;
    return align === undefined ? column : { ...column, align };
  });
  return { block, columns, context, text, head };
}

/** A ruled row: the boxes of its lines with the padding of the first and the last. */
function ruled(boxes: readonly Box[], rule: { colour: string; width: number }, width: number, above: number): Box[] {
  return boxes.map((box, index) => {
    const [padBefore, padAfter] = [index === 0 ? above : 0, index === boxes.length - 1 ? PADDING.block : 0];
    return {
      ...box,
      height: box.height + padBefore + padAfter,
      draw: (canvas, top) => {
        box.draw(canvas, top + padBefore);
        if (padAfter > 0) canvas.rule(0, top + padBefore + box.height + padAfter, width, rule);
      },
    };
  });
}

interface RepeatedHead {
  readonly first: Box;
  readonly again: Pick<Box, 'height' | 'draw'>;
}

/** The head as it stands first, and as decoration on every further page. */
function headBoxes(frame: TableFrame, table: StructureNode): RepeatedHead {
  const { block, columns, context } = frame;
  const row = addNode(addNode(table, 'THead'), 'TR');
  const cells = block.columns.map(({ label }, index) => {
    const node = addNode(row, 'TH', { scope: 'Column' });
    const { width = 0, ...place } = columns[index] ?? { start: 0 };
    return { ...place, width, node, lines: setText(label, width, frame.head, context.setting) };
  });
  const draw = (owned: boolean): Box => {
    const filled = cells.map(({ node, lines, ...place }): Column => ({
      ...place,
      lines: columnLines(lines, owned ? node : null),
    }));
    const height = Math.max(0, ...filled.map(columnHeight));
    const box: Box = {
      height,
      draw: (canvas, top) => {
        // The words of a head stand on its rule.
        for (const column of filled) drawColumn(canvas, column, top + height - columnHeight(column));
      },
    };
    const [whole = box] = ruled([box], { colour: INK, width: 1.2 }, context.width, PADDING.block);
    return whole;
  };
  return { first: { ...draw(true), before: 3 * MM, keep: true }, again: draw(false) };
}

function cellLines(
  cell: readonly Text[],
  node: StructureNode,
  width: number,
  { context, text: style }: TableFrame,
): ColumnLine[] {
  const set = cell.map((text) => setText(text, width, style, context.setting));
  // A cell in the other language stands at one side, its short lines too.
  const isTurned = set.flat().some(({ turned }) => turned);
  return cell.flatMap((text, index) => {
    const owner = cell.length === 1 ? node : addTextNode(node, 'P', text, context);
    const lines = set[index]?.map((line) => ({ ...line, turned: isTurned && line.other })) ?? [];
    return columnLines(lines, owner, index === 0 ? 0 : BETWEEN);
  });
}

function rowBoxes(row: TableRow, frame: TableFrame, body: StructureNode, room: number): Box[] {
  const { block, columns, context } = frame;
  const rule = { colour: LINE, width: 0.5 };
  const node = addNode(body, 'TR');
  if ('group' in row) {
    const cell = addNode(node, 'TH', { scope: 'Column', columns: columns.length });
    const width = context.width - 2 * PADDING.inline;
    const lines = columnLines(setText(row.group, width, frame.head, context.setting), cell);
    const boxes = [wholeBox([{ start: PADDING.inline, width, lines }])];
    return ruled(boxes, rule, context.width, GROUP_PADDING).map((box) => ({ ...box, keep: true }));
  }
  const cells = row.cells.map((cell, index): Column => {
    const owner = index === block.rowHeader ? addNode(node, 'TH', { scope: 'Row' }) : addNode(node, 'TD');
    const place = columns[index] ?? { start: 0, width: 0 };
    return { ...place, lines: cellLines(cell, owner, place.width, frame) };
  });
  const whole = wholeBox(cells);
  const fits = whole.height + 2 * PADDING.block <= room;
  const boxes = ruled(fits ? [whole] : bandBoxes(cells), rule, context.width, PADDING.block);
  const { anchor } = row;
  return anchor === undefined ? boxes : boxes.map((box, index) => (index === 0 ? anchored(box, anchor) : box));
}

/** A box to which a code leads. */
function anchored(box: Box, code: string): Box {
  return {
    ...box,
    draw: (canvas, top) => {
      canvas.destination(destinationOf(code), top);
      box.draw(canvas, top);
    },
  };
}

/**
 * A table whose head is repeated on every page. A row stays on one page; one that is higher than a page is divided
 * between lines. What adds up stands on one page where it fits one.
 */
export function tableBoxes(block: TableBlock, context: BlockContext): Box[] {
  const frame = frameOf(block, context);
  const table = addNode(context.parent, 'Table', { summary: block.caption });
  const head = headBoxes(frame, table);
  const body = addNode(table, 'TBody');
  const room = context.height - head.again.height;
  const loose = block.rows.flatMap((row) => rowBoxes(row, frame, body, room));
  const rows = block.whole === true ? loose.map((box, index) => ({ ...box, keep: index < loose.length - 1 })) : loose;
  return spaced([head.first, ...rows.map((box) => ({ ...box, head: head.again }))], 0);
}
