import type { BlockOf, Text } from '../../document/document.ts';
import { bandBoxes, columnLines, drawColumn, spaced, wholeBox } from '../bands.ts';
import type { TextStyle } from '../inline-text.ts';
import { LINE, MM, STYLES } from '../measures.ts';
import type { Box } from '../page-flow.ts';
import { languageOf, plainText } from '../../document/plain-text.ts';
import type { Role, StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext, OutlineEntry } from './block-context.ts';

/** An element for a text, marked with the language of the whole where that is another. */
export function addTextNode(parent: StructureNode, role: Role, text: Text, context: BlockContext): StructureNode {
  const language = languageOf(text, context.setting.language);
  return addNode(parent, role, language === undefined ? {} : { language });
}

/** A heading with what it adds to the bookmarks. It stays with what follows. */
export function titleBoxes(
  text: Text,
  role: 'H1' | 'H2' | 'H3',
  style: TextStyle,
  context: BlockContext,
  look: { readonly before: number; readonly after: number; readonly ruled: boolean },
): Box[] {
  const node = addTextNode(context.parent, role, text, context);
  const lines = setText(text, context.width, style, context.setting);
  const entry: Omit<OutlineEntry, 'page'> = {
    level: role === 'H1' ? 1 : role === 'H2' ? 2 : 3,
    title: plainText(text),
  };
  const column = { start: 0, width: context.width, lines: columnLines(lines, node) };
  const { height } = wholeBox([column]);
  return [
    {
      height: height + look.after,
      before: look.before,
      keep: true,
      draw: (canvas, top) => {
        context.onheading({ ...entry, page: canvas.number });
        drawColumn(canvas, column, top);
        if (look.ruled) canvas.rule(0, top + height + 1.5, context.width, { colour: LINE });
      },
    },
  ];
}

/** Headings inside a section. */
export function headingBoxes({ level, text }: BlockOf<'heading'>, context: BlockContext): Box[] {
  return level === 2
    ? titleBoxes(text, 'H2', STYLES.heading, context, { before: 5 * MM, after: 2 * MM, ruled: true })
    : titleBoxes(text, 'H3', STYLES.subheading, context, { before: 3 * MM, after: 0.5 * MM, ruled: false });
}

export function paragraphBoxes({ text, role }: BlockOf<'paragraph'>, context: BlockContext): Box[] {
  const node = addTextNode(context.parent, 'P', text, context);
  const lines = setText(text, context.width, STYLES[role], context.setting);
  return spaced(bandBoxes([{ start: 0, width: context.width, lines: columnLines(lines, node) }]), 2.5 * MM);
}

const BULLET = '•';
const INDENT = 4.5 * MM;

export function listBoxes({ items }: BlockOf<'list'>, context: BlockContext): Box[] {
  const { setting, width } = context;
  const list = addNode(context.parent, 'L');
  return items.flatMap((item, index) => {
    const entry = addNode(list, 'LI');
    const label = addNode(entry, 'Lbl');
    const body = addTextNode(entry, 'LBody', item, context);
    const bullet = setText(BULLET, INDENT, STYLES.body, setting);
    const lines = setText(item, width - INDENT, STYLES.body, setting);
    const boxes = bandBoxes([
      { start: 1 * MM, width: INDENT - 1 * MM, lines: columnLines(bullet, label) },
      { start: INDENT, width: width - INDENT, lines: columnLines(lines, body) },
    ]);
    return spaced(boxes, index === 0 ? 1.2 * MM : 0.5 * MM);
  });
}
