import type { BlockOf } from '../../document/document.ts';
import { columnHeight, columnLines, drawColumn } from '../bands.ts';
import { LINE, MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { titleBoxes } from './paragraph.ts';

const NUMBER_WIDTH = 8 * MM;
const PAGE_WIDTH = 12 * MM;
const PADDING = 0.6 * MM;

/** Sections with their pages; each line is a link. */
export function contentsBoxes({ heading, entries }: BlockOf<'contents'>, context: BlockContext): Box[] {
  const { setting, width } = context;
  const style = STYLES.body;
  const title = titleBoxes(heading, 'H2', STYLES.heading, context, { before: 6 * MM, after: 2 * MM, ruled: true });
  const list = addNode(context.parent, 'TOC');
  const boxes = entries.map((entry, index): Box => {
    const reference = addNode(addNode(list, 'TOCI'), 'Reference');
    const link = addNode(reference, 'Link');
    const page = setting.pageOf(entry.section);
    const column = (text: string, start: number, room: number, align?: 'end') => ({
      start,
      width: room,
      lines: columnLines(setText(text, room, style, setting), link),
      ...(align === undefined ? {} : { align }),
    });
    const columns = [
      column(entry.number ?? '', 0, NUMBER_WIDTH),
      column(entry.title, NUMBER_WIDTH, width - NUMBER_WIDTH - PAGE_WIDTH),
      column(page, width - PAGE_WIDTH, PAGE_WIDTH, 'end'),
    ];
    const height = Math.max(...columns.map(columnHeight)) + 2 * PADDING;
    const contents = [entry.number, entry.title, page].filter((part) => part !== null && part !== '').join(' ');
    return {
      height,
      // A list of contents is looked at whole.
      keep: index < entries.length - 1,
      draw: (canvas, top) => {
        for (const one of columns) drawColumn(canvas, one, top + PADDING);
        canvas.rule(0, top + height, width, { colour: LINE, dash: [0.8, 1.6] });
        canvas.link(link, { start: 0, top, width, height }, entry.section, contents);
      },
    };
  });
  return [...title, ...boxes];
}
