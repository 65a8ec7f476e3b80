import type { LegendItem } from './draw-legend.ts';
import { drawLegend } from './draw-legend.ts';
import type { HeatCell, HeatRow } from './heat-map.ts';
import type { Picture, PictureShape } from './picture.ts';
import { PICTURE_WIDTH } from './picture.ts';

export interface HeatMapWords {
  readonly domain: (id: string) => string;
  /** What stands in a cell: digit with its marks, `?`, n/a, nothing. */
  readonly sign: (cell: HeatCell) => string;
  readonly legend: readonly LegendItem[];
}

const NAME_WIDTH = 250;
const CELL = { width: 62, height: 46, gap: 4 };
const COLUMNS = Math.floor((PICTURE_WIDTH - NAME_WIDTH) / (CELL.width + CELL.gap));

/** Every indicator in scope, a row a domain: the code above, the sign below, on the tone of its level. */
export function drawHeatMap(rows: readonly HeatRow[], words: HeatMapWords): Picture {
  const legend = drawLegend(words.legend, 0, PICTURE_WIDTH);
  const shapes: PictureShape[] = [...legend.shapes];
  let top = legend.height + 12;
  for (const { domain, cells } of rows) {
    shapes.push({
      ...{ kind: 'text', x: 0, y: top + 26, text: words.domain(domain), size: 16, isBold: true },
      ...{ maxWidth: NAME_WIDTH - 20, lines: 2 },
    });
    for (const [index, cell] of cells.entries()) {
      const x = NAME_WIDTH + (index % COLUMNS) * (CELL.width + CELL.gap);
      const y = top + Math.floor(index / COLUMNS) * (CELL.height + CELL.gap + 4);
      shapes.push(
        { kind: 'text', x: x + CELL.width / 2, y: y + 11, text: cell.id, size: 11, anchor: 'middle', isSoft: true },
        {
          ...{ kind: 'box', x, y: y + 16, width: CELL.width, height: CELL.height - 16 },
          fill: cell.tone ?? (cell.status === 'unknown' ? 'plain' : (cell.status as 'unanswered' | 'not-applicable')),
          isDashed: cell.status === 'unknown',
          label: words.sign(cell),
        },
      );
    }
    top += Math.ceil(cells.length / COLUMNS) * (CELL.height + CELL.gap + 4) + 16;
  }
  return { width: PICTURE_WIDTH, height: top, shapes };
}
