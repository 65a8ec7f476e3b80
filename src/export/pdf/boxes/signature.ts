import type { BlockOf } from '../../document/document.ts';
import { columnLines, drawColumn } from '../bands.ts';
import { INK, MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { titleBoxes } from './paragraph.ts';

const CELL_HEIGHT = 14 * MM;
const PADDING = { block: 1.5 * MM, inline: 2 * MM } as const;

/** Room to sign, two fields a row. */
export function signatureBoxes({ heading, fields }: BlockOf<'signature'>, context: BlockContext): Box[] {
  const { setting, width, parent } = context;
  const title = titleBoxes(heading, 'H2', STYLES.heading, context, { before: 6 * MM, after: 3 * MM, ruled: false });
  const cell = width / 2;
  const room = cell - 2 * PADDING.inline;
  const placed = fields.map((field, index) => {
    const node = addNode(parent, 'P');
    const start = (index % 2) * cell;
    const lines = columnLines(setText(field, room, STYLES.small, setting), node);
    return { row: Math.floor(index / 2), start, column: { start: start + PADDING.inline, width: room, lines } };
  });
  const rows = Math.ceil(fields.length / 2);
  const box: Box = {
    height: rows * CELL_HEIGHT,
    draw: (canvas, top) => {
      for (const { row, start, column } of placed) {
        const at = { start, top: top + row * CELL_HEIGHT, width: cell, height: CELL_HEIGHT };
        canvas.box(null, at, { stroke: { colour: INK, width: 0.5 } });
        drawColumn(canvas, column, at.top + PADDING.block);
      }
    },
  };
  return [...title, box];
}
