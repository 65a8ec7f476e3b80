import type { BlockOf } from '../../document/document.ts';
import { bandBoxes, columnHeight, columnLines, drawColumn, spaced } from '../bands.ts';
import { barHeight, drawBar } from '../distribution-bar.ts';
import { MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { addTextNode } from './paragraph.ts';

const NOTE_WIDTH = 26 * MM;
const GAP = 3 * MM;

/** Bars of counts with their names before and the count at the threshold behind. */
export function distributionBoxes({ bars, legend }: BlockOf<'distribution'>, context: BlockContext): Box[] {
  const { parent, setting, width } = context;
  const rows = bars.map((bar, index): Box => {
    const group = addNode(parent, 'Div');
    const labelNode = addTextNode(group, 'P', bar.label, context);
    const figure = addNode(group, 'Figure', { alternative: bar.alternative });
    const noteNode = addTextNode(group, 'P', bar.note, context);
    const labelWidth = width - bar.width * MM - NOTE_WIDTH - 2 * GAP;
    const label = {
      start: 0,
      width: labelWidth,
      lines: columnLines(setText(bar.label, labelWidth, STYLES.note, setting), labelNode),
    };
    const note = {
      start: width - NOTE_WIDTH,
      width: NOTE_WIDTH,
      lines: columnLines(setText(bar.note, NOTE_WIDTH, STYLES.label, setting), noteNode),
    };
    const height = Math.max(barHeight(true), columnHeight(label), columnHeight(note));
    return {
      height,
      before: (index === 0 ? 3 : 2) * MM,
      keep: index === bars.length - 1,
      draw: (canvas, top) => {
        drawColumn(canvas, label, top + height - columnHeight(label));
        const at = { start: labelWidth + GAP, top: top + height - barHeight(true) };
        drawBar(canvas, figure, bar, at, true, setting);
        drawColumn(canvas, note, top + height - columnHeight(note));
      },
    };
  });
  const node = addTextNode(parent, 'P', legend, context);
  const lines = setText(legend, width, STYLES.small, setting);
  return [...rows, ...spaced(bandBoxes([{ start: 0, width, lines: columnLines(lines, node) }]), 3 * MM)];
}
