import type { BlockOf, LevelSign, Text } from '../../document/document.ts';
import { columnHeight, columnLines, drawColumn, spaced, bandBoxes } from '../bands.ts';
import { fitText } from '../fit-text.ts';
import { levelBadge } from '../level-badge.ts';
import { INK, LINE, MM, STYLES } from '../measures.ts';
import { destinationOf } from '../inline-text.ts';
import type { PageCanvas } from '../page-canvas.ts';
import type { Box } from '../page-flow.ts';
import { plainText } from '../../document/plain-text.ts';
import type { StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { keyValueBoxes } from './key-values.ts';
import { addTextNode } from './paragraph.ts';

const GAP = 6 * MM;
const SHORT_END = 26 * MM;
/** Lines below the title that stay with it and with the line after them: no record begins with fewer than four. */
const FIRST_LINES = 2;

interface Standing {
  readonly width: number;
  readonly height: number;
  draw(canvas: PageCanvas, end: number, top: number): void;
}

/** What stands at the end of the title: the badge of the level, or the word instead of one. */
function standingOf(level: LevelSign | string, mark: string, node: StructureNode, context: BlockContext): Standing {
  const { setting, width } = context;
  if (typeof level !== 'string') {
    const badge = levelBadge(level, mark, setting);
    return {
      width: badge.width,
      height: badge.height,
      draw: (canvas, end, top) => badge.draw(canvas, { sign: node, name: node }, end - badge.width, top),
    };
  }
  const room = width / 3;
  const column = {
    start: 0,
    width: room,
    align: 'end' as const,
    lines: columnLines(setText(level, room, STYLES.label, setting), node),
  };
  const widest = Math.max(0, ...column.lines.map(({ line }) => line.width));
  return {
    width: widest,
    height: columnHeight(column),
    draw: (canvas, end, top) => drawColumn(canvas, { ...column, start: end - room }, top),
  };
}

/** The title and level once more, small, where a record goes on on the next page. Decoration: they were read out before. */
function continuedHead(title: Text, standing: Text, { setting, width }: BlockContext): Pick<Box, 'height' | 'draw'> {
  const style = { ...STYLES.running, size: 8.5, line: 12 };
  const end = columnLines(fitText(standing, width / 3, 1, style, setting), null);
  const endWidth = Math.max(0, ...end.map(({ line }) => line.width));
  const titleWidth = width - endWidth - GAP;
  const column = {
    start: 0,
    width: titleWidth,
    lines: columnLines(fitText(title, titleWidth, 1, style, setting), null),
  };
  const height = columnHeight(column);
  return {
    height: height + 1 * MM,
    draw: (canvas, top) => {
      drawColumn(canvas, column, top);
      drawColumn(canvas, { start: width - endWidth, width: endWidth, lines: end }, top);
      canvas.rule(0, top + height, width, { colour: LINE });
    },
  };
}

/** Sign and word of the level, or the word instead of one. A sign that is the word itself stands once. */
function standingText({ level, marks }: BlockOf<'record'>): Text {
  if (typeof level === 'string') return level;
  const sign = { text: `${level.symbol}${marks}`, code: true };
  return level.symbol.toLowerCase() === level.name.toLowerCase() ? [sign] : [sign, { text: ` ${level.name}` }];
}

/** Neither the first lines of a record nor its last short ones stand on a page by themselves. */
function keepsTogether(boxes: readonly Box[], index: number): boolean {
  if (index === boxes.length - 1) return false;
  if (index < FIRST_LINES) return true;
  const rest = boxes.slice(index).reduce((height, box) => height + box.height, 0);
  return boxes[index]?.keep === true || rest <= SHORT_END;
}

/** One indicator: code and title with its level, the question, and what was written. */
export function recordBoxes(block: BlockOf<'record'>, context: BlockContext): Box[] {
  const { setting, width } = context;
  const parent = addNode(context.parent, 'Sect');
  const heading = addTextNode(parent, 'H3', block.title, context);
  const standing = standingOf(block.level, block.marks, addNode(parent, 'P'), context);
  const titleWidth = width - standing.width - GAP;
  const title: Text = [
    { text: block.code, code: true },
    { text: ' ' },
    ...(typeof block.title === 'string' ? [{ text: block.title }] : block.title),
  ];
  // It does not lead to itself.
  const own = { ...setting, anchors: new Set<string>() };
  const column = {
    start: 0,
    width: titleWidth,
    lines: columnLines(setText(title, titleWidth, STYLES.subheading, own), heading),
  };
  const height = Math.max(columnHeight(column), standing.height) + 1 * MM;
  const head: Box = {
    height: height + 0.8 * MM,
    before: 6 * MM,
    keep: true,
    draw: (canvas, top) => {
      canvas.destination(destinationOf(block.code), top);
      context.onheading({ level: 3, title: plainText(title), page: canvas.number });
      drawColumn(canvas, column, top);
      standing.draw(canvas, width, top);
      canvas.rule(0, top + height, width, { colour: INK, width: 0.8 });
    },
  };
  const inside = { ...context, parent };
  const question =
    block.question === null
      ? []
      : bandBoxes([
          {
            start: 0,
            width,
            lines: columnLines(
              setText(block.question, width, { ...STYLES.body, line: 13.5 }, setting),
              addTextNode(parent, 'P', block.question, context),
            ),
          },
        ]);
  const fields = keyValueBoxes(block.fields, inside);
  const boxes = [...spaced(question, 1 * MM, fields.length > 0), ...fields];
  const again = continuedHead(title, standingText(block), context);
  return [
    head,
    ...boxes.map((box, index) => ({ ...box, head: again, ...(keepsTogether(boxes, index) ? { keep: true } : {}) })),
  ];
}
