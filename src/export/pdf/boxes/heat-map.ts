import type { BlockOf, PrintedHeatCell } from '../../document/document.ts';
import { bandBoxes, columnLines, spaced } from '../bands.ts';
import { fitText } from '../fit-text.ts';
import { MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import type { StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import { drawTone } from '../tone-cell.ts';
import type { BlockContext } from './block-context.ts';
import { addTextNode, titleBoxes } from './paragraph.ts';

const CELL = { width: 16.4 * MM, height: 6 * MM, gap: 1 * MM, code: 4 * MM, sign: 9.5 } as const;
const ROW_GAP = 1.2 * MM;

function rowBox(cells: readonly PrintedHeatCell[], list: StructureNode, context: BlockContext): Box {
  const placed = cells.map((cell, index) => {
    const body = addNode(addNode(list, 'LI'), 'LBody');
    const figure = addNode(body, 'Figure', { alternative: cell.alternative });
    const [code] = fitText(cell.code, CELL.width, 1, { ...STYLES.small, size: 8, line: CELL.code }, context.setting);
    return { cell, figure, code, start: index * (CELL.width + CELL.gap) };
  });
  return {
    height: CELL.code + CELL.height,
    before: ROW_GAP,
    draw: (canvas, top) => {
      for (const { cell, figure, code, start } of placed) {
        if (code !== undefined) canvas.text(figure, code, start, CELL.width, top, 'center');
        const at = { start, top: top + CELL.code, width: CELL.width, height: CELL.height };
        drawTone(canvas, figure, at, cell.tone, { text: cell.sign, size: CELL.sign }, context.setting);
      }
    },
  };
}

/** One cell an indicator, with its code above and its sign in it, by group; a group keeps together where it can. */
export function heatMapBoxes({ groups, legend }: BlockOf<'heat-map'>, context: BlockContext): Box[] {
  const { parent, setting, width } = context;
  const node = addTextNode(parent, 'P', legend, context);
  const legendLines = columnLines(setText(legend, width, STYLES.small, setting), node);
  const perRow = Math.max(1, Math.floor((width + CELL.gap) / (CELL.width + CELL.gap)));
  return [
    ...spaced(bandBoxes([{ start: 0, width, lines: legendLines }]), 2 * MM),
    ...groups.flatMap(({ title, cells }) => {
      const look = { before: 6 * MM, after: 2 * MM, ruled: true };
      const heading = titleBoxes(title, 'H2', STYLES.heading, context, look);
      const list = addNode(parent, 'L');
      const count = Math.ceil(cells.length / perRow);
      const rows = Array.from({ length: count }, (_, row) =>
        rowBox(cells.slice(row * perRow, (row + 1) * perRow), list, context),
      );
      return [...heading, ...rows.map((row, index) => ({ ...row, keep: index < rows.length - 1 }))];
    }),
  ];
}
