import { PRINTED_FACE } from '../document/text-face.ts';
import type { Markup } from './read-markup.ts';
import { allBelow, attributeOf, childOf, numberOf } from './read-markup.ts';

/** Twips. A paragraph or a row of a table: what stands on a page in one piece, or is broken between lines. */
export interface Measured {
  readonly height: number;
  /** Stands on the page of what follows it. */
  readonly keepNext: boolean;
  readonly whole: boolean;
  /** Names of bookmarks in it. */
  readonly marks: readonly string[];
  /** Height of the heads of its table, which stand again on a new page. */
  readonly repeated: number;
  readonly breaksPage: boolean;
}

/** How a paragraph of a style looks, in the units of Word. */
export interface StyleLook {
  readonly size: number;
  readonly bold: boolean;
  readonly heading: boolean;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly indent: number;
  readonly keepNext: boolean;
}

export type StyleLooks = (id: string) => StyleLook;

const TWIPS_PER_POINT = 20;
/** Widths of Calibri and Cambria beside those of the face whose letters are known, and heights of their lines in em. */
const BODY = { width: 0.868, height: 1.2207 } as const;
const HEADING = { width: 0.93, height: 1.1724 } as const;

interface Piece {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

function piecesOf(paragraph: Markup, look: StyleLook): Piece[] {
  return allBelow(paragraph, 'w:r').map((run) => {
    const properties = childOf(run, 'w:rPr');
    const text = run.children
      .map(({ name, text: own }) => (name === 'w:t' ? own : name === 'w:tab' ? ' ' : ''))
      .join('');
    return {
      text,
      size: numberOf(childOf(properties, 'w:sz'), 'val') ?? look.size,
      bold: look.bold || childOf(properties, 'w:b') !== undefined,
    };
  });
}

/** Lines that the pieces take in a width in twips, broken at spaces and hyphens; a longer word is broken anywhere. */
function countPieces(pieces: readonly Piece[], factor: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { text, size, bold } of pieces) {
    const em = (size / 2) * TWIPS_PER_POINT * factor;
    for (const word of text.match(/[^ \u2010-]*[ \u2010-]?/g) ?? []) {
      const whole = PRINTED_FACE.width(word, bold) * em;
      const seen = PRINTED_FACE.width(word.trimEnd(), bold) * em;
      if (used > 0 && used + seen > width) {
        lines += 1;
        used = 0;
      }
      lines += Math.max(0, Math.ceil(seen / width) - 1);
      used += seen > width ? seen % width : whole;
    }
  }
  return lines;
}

/** A paragraph in a width in twips. */
function measureParagraph(paragraph: Markup, styles: StyleLooks, width: number): Measured {
  const properties = childOf(paragraph, 'w:pPr');
  const look = styles(attributeOf(childOf(properties, 'w:pStyle'), 'val') ?? 'Normal');
  const spacing = childOf(properties, 'w:spacing');
  const indent = childOf(properties, 'w:ind');
  const hanging = childOf(properties, 'w:numPr') === undefined ? 0 : 340;
  const room = Math.max(200, width - (numberOf(indent, 'start') ?? numberOf(indent, 'left') ?? look.indent) - hanging);
  const face = look.heading ? HEADING : BODY;
  const pieces = piecesOf(paragraph, look);
  const tallest = pieces.length === 0 ? look.size : Math.max(...pieces.map(({ size }) => size));
  const line = numberOf(spacing, 'line');
  const isExact = attributeOf(spacing, 'lineRule') === 'exact';
  const natural = (tallest / 2) * TWIPS_PER_POINT * face.height;
  const oneLine = isExact ? (line ?? 0) : (natural * (line ?? look.line)) / 240;
  const before = numberOf(spacing, 'before') ?? look.before;
  const after = numberOf(spacing, 'after') ?? look.after;
  return {
    height: before + countPieces(pieces, face.width, room) * oneLine + after,
    keepNext: look.keepNext || childOf(properties, 'w:keepNext') !== undefined,
    whole: false,
    marks: allBelow(paragraph, 'w:bookmarkStart').flatMap((one) => attributeOf(one, 'name') ?? []),
    repeated: 0,
    breaksPage: allBelow(paragraph, 'w:br').some((one) => attributeOf(one, 'type') === 'page'),
  };
}

function measureRow(row: Markup, styles: StyleLooks, margins: Markup | undefined): Measured {
  const properties = childOf(row, 'w:trPr');
  const wanted = childOf(properties, 'w:trHeight');
  const cells = row.children.filter(({ name }) => name === 'w:tc');
  const inCells = cells.map((cell) => {
    const own = childOf(cell, 'w:tcPr');
    const marginOf = (side: string) =>
      numberOf(childOf(childOf(own, 'w:tcMar'), `w:${side}`), 'w') ?? numberOf(childOf(margins, `w:${side}`), 'w') ?? 0;
    const width = (numberOf(childOf(own, 'w:tcW'), 'w') ?? 0) - marginOf('left') - marginOf('right');
    const blocks = measureAll(cell.children, styles, width);
    const isSpanned = childOf(own, 'w:vMerge') !== undefined;
    const height = blocks.reduce((sum, block) => sum + block.height, 0) + marginOf('top') + marginOf('bottom');
    return { blocks, height: isSpanned ? 0 : height };
  });
  const least = numberOf(wanted, 'val') ?? 0;
  const natural = Math.max(0, ...inCells.map(({ height }) => height));
  return {
    height: attributeOf(wanted, 'hRule') === 'exact' ? least : Math.max(least, natural),
    keepNext: inCells[0]?.blocks[0]?.keepNext ?? false,
    whole: childOf(properties, 'w:cantSplit') !== undefined,
    marks: inCells.flatMap(({ blocks }) => blocks.flatMap(({ marks }) => marks)),
    repeated: 0,
    breaksPage: false,
  };
}

function measureTable(table: Markup, styles: StyleLooks): Measured[] {
  const margins = childOf(childOf(table, 'w:tblPr'), 'w:tblCellMar');
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  const isHead = (row: Markup | undefined) => childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined;
  const measured = rows.map((row) => measureRow(row, styles, margins));
  const repeated = measured.reduce((sum, { height }, index) => sum + (isHead(rows[index]) ? height : 0), 0);
  return measured.map((row, index) => (isHead(rows[index]) ? { ...row, keepNext: true } : { ...row, repeated }));
}

/** Paragraphs and rows of tables in their order, in a width in twips. */
export function measureAll(elements: readonly Markup[], styles: StyleLooks, width: number): Measured[] {
  return elements.flatMap((element) => {
    switch (element.name) {
      case 'w:p':
        return [measureParagraph(element, styles, width)];
      case 'w:tbl':
        return measureTable(element, styles);
      case 'w:sdt':
        return measureAll(childOf(element, 'w:sdtContent')?.children ?? [], styles, width);
      default:
        return [];
    }
  });
}
