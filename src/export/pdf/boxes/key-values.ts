import type { KeyValue, Text } from '../../document/document.ts';
import type { ColumnLine } from '../bands.ts';
import { bandBoxes, columnLines, spaced } from '../bands.ts';
import type { TextStyle } from '../inline-text.ts';
import { MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { addTextNode } from './paragraph.ts';

const LABEL_WIDTH = 42 * MM;
const GAP = 4 * MM;
const PADDING = 1.2 * MM;
const BETWEEN = 0.8 * MM;

/** Who wrote the paragraphs below it. */
const isName = (value: Text) =>
  typeof value !== 'string' && value.every((part) => 'text' in part && part.strong === true);

function rowBoxes(row: KeyValue, list: BlockContext['parent'], style: TextStyle, context: BlockContext): Box[] {
  const { setting, width } = context;
  const item = addNode(list, 'LI');
  const label = addNode(item, 'Lbl');
  const body = addNode(item, 'LBody');
  const start = LABEL_WIDTH + GAP;
  const labelLines = setText(row.label, LABEL_WIDTH, { ...style, bold: true }, setting);
  const lines = row.values.flatMap((value, index): ColumnLine[] => {
    const node = row.values.length === 1 ? body : addTextNode(body, 'P', value, context);
    const set = columnLines(setText(value, width - start, style, setting), node, index === 0 ? 0 : BETWEEN);
    return isName(value) && index < row.values.length - 1 ? set.map((line) => ({ ...line, leads: true })) : set;
  });
  const boxes = bandBoxes([
    { start: 0, width: LABEL_WIDTH, lines: columnLines(labelLines, label) },
    { start, width: width - start, lines },
  ]);
  return spaced(boxes, PADDING).map((box, index) => {
    if (index < boxes.length - 1) return box;
    return {
      ...box,
      height: box.height + PADDING,
      draw: (canvas, top) => {
        box.draw(canvas, top);
        canvas.rule(0, top + box.height + PADDING, width, { colour: '#999999' });
      },
    };
  });
}

/** Names and what they stand for, ruled; a value of several pages is divided between lines. */
export function keyValueBoxes(rows: readonly KeyValue[], context: BlockContext, style: TextStyle = STYLES.note): Box[] {
  const list = addNode(context.parent, 'L');
  return rows.flatMap((row) => rowBoxes(row, list, style, context));
}
