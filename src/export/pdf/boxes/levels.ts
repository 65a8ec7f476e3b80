import type { BlockOf } from '../../document/document.ts';
import { levelBadge } from '../level-badge.ts';
import { MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { addNode } from '../structure.ts';
import type { BlockContext } from './block-context.ts';
import { titleBoxes } from './paragraph.ts';

const BETWEEN = 7 * MM;
const ROW_GAP = 2 * MM;

/** The levels of a scale beside each other, in as many rows as they need. */
export function levelsBoxes({ heading, levels }: BlockOf<'levels'>, context: BlockContext): Box[] {
  const { setting, width } = context;
  const title =
    heading === null
      ? []
      : titleBoxes(heading, 'H3', STYLES.subheading, context, { before: 4 * MM, after: 1 * MM, ruled: false });
  const list = addNode(context.parent, 'L');
  const rows: { badge: ReturnType<typeof levelBadge>; item: typeof list; start: number }[][] = [];
  let end = Infinity;
  for (const level of levels) {
    const badge = levelBadge(level, '', setting);
    if (end + badge.width > width) {
      rows.push([]);
      end = 0;
    }
    rows.at(-1)?.push({ badge, item: addNode(list, 'LI'), start: end });
    end += badge.width + BETWEEN;
  }
  const boxes = rows.map((row, index): Box => {
    const placed = row.map((one) => ({ ...one, sign: addNode(one.item, 'Lbl'), name: addNode(one.item, 'LBody') }));
    return {
      height: Math.max(...row.map(({ badge }) => badge.height)),
      before: index === 0 ? 2 * MM : ROW_GAP,
      draw: (canvas, top) => {
        for (const { badge, sign, name, start } of placed) badge.draw(canvas, { sign, name }, start, top);
      },
    };
  });
  return [...title, ...boxes];
}
