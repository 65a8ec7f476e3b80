import type { BlockOf } from '../../document/document.ts';
import type { Column } from '../bands.ts';
import { bandBoxes, columnLines, spaced, wholeBox } from '../bands.ts';
import { decodeDataAddress } from '../../document/decode-data-address.ts';
import type { TextStyle } from '../inline-text.ts';
import { INK, MM, STYLES } from '../measures.ts';
import type { Align } from '../page-canvas.ts';
import type { Box } from '../page-flow.ts';
import type { Role } from '../structure.ts';
import { addNode, rootNode } from '../structure.ts';
import { setText } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { keyValueBoxes } from './key-values.ts';

type Cover = BlockOf<'cover'>;

const GAP = 10 * MM;
const LOGO = { width: 60 * MM, height: 26 * MM } as const;
/** How far the words of the face shrink before it takes a second page. */
const SCALES = [1, 0.85, 0.72, 0.6];

/** The boxes of the face in print order. */
interface Face {
  readonly marks: readonly Box[];
  readonly who: readonly Box[];
  readonly what: readonly Box[];
  readonly facts: readonly Box[];
}

interface Line {
  readonly role: Role;
  readonly style: TextStyle;
  /** Space above in pt. */
  readonly before: number;
}

function lineBoxes(text: string | null, { role, style, before }: Line, context: BlockContext): Box[] {
  if (text === null) return [];
  const lines = setText(text, context.width, style, context.setting);
  const column = { start: 0, width: context.width, lines: columnLines(lines, addNode(context.parent, role)) };
  return spaced(bandBoxes([column]), before);
}

/** Status at the start, marking at the end, between two rules. */
function marksBox({ status, marking }: Cover, context: BlockContext): Box {
  const { width, parent, setting } = context;
  const half = width / 2 - 4 * MM;
  const column = (text: string, start: number, align: Align): Column => ({
    start,
    width: half,
    align,
    lines: columnLines(setText(text, half, STYLES.coverMark, setting), addNode(parent, 'P')),
  });
  const inner = wholeBox([
    column(status, 0, 'start'),
    ...(marking === null ? [] : [column(marking, width - half, 'end')]),
  ]);
  const height = inner.height + 4 * MM;
  return {
    height,
    draw: (canvas, top) => {
      canvas.rule(0, top, width, { colour: INK, width: 1.2 });
      inner.draw(canvas, top + 2 * MM);
      canvas.rule(0, top + height, width, { colour: INK, width: 1.2 });
    },
  };
}

/** What must not be overlooked, in a frame. */
function framedBox(text: string, context: BlockContext): Box {
  const [inset, room] = [3 * MM, context.width - 6 * MM];
  const lines = setText(text, room, { ...STYLES.cover, bold: true }, context.setting);
  const inner = wholeBox([{ start: inset, width: room, lines: columnLines(lines, addNode(context.parent, 'P')) }]);
  const height = inner.height + 4 * MM;
  return {
    height,
    before: 5 * MM,
    draw: (canvas, top) => {
      canvas.box(null, { start: 0, top, width: context.width, height }, { stroke: { colour: INK, width: 1.2 } });
      inner.draw(canvas, top + 2 * MM);
    },
  };
}

/** A coat of arms or logo as large as its place allows, in its proportions. */
function logoBoxes(logo: Cover['logo'], context: BlockContext): Box[] {
  if (logo === undefined || logo === null || decodeDataAddress(logo.dataUrl) === null) return [];
  const { widthPixels, heightPixels, dataUrl, alternative } = logo;
  const scale = Math.min(LOGO.width / widthPixels, LOGO.height / heightPixels);
  const [width, height] = [widthPixels * scale, heightPixels * scale];
  const figure = addNode(context.parent, 'Figure', { alternative });
  return [
    {
      height: height + 4 * MM,
      draw: (canvas, top) => canvas.shape(figure, { start: 0, top, width, height }, { form: 'image', dataUrl }),
    },
  ];
}

function faceOf(block: Cover, context: BlockContext, scale: number): Face {
  const scaled = (style: TextStyle): TextStyle => ({ ...style, size: style.size * scale, line: style.line * scale });
  const line = (text: string | null, role: Role, style: TextStyle, before: number) =>
    lineBoxes(text, { role, style: scaled(style), before }, context);
  const ruleBox: Box = { height: 4 * MM, draw: (canvas, top) => canvas.rule(0, top, context.width, { width: 0.6 }) };
  return {
    marks: [marksBox(block, context)],
    who: [
      ...logoBoxes(block.logo, context),
      ...line(block.country, 'P', STYLES.country, 0),
      ...line(block.institution, 'P', STYLES.cover, block.country === null ? 0 : 2 * MM),
    ],
    what: [
      ...line(block.title, 'H1', STYLES.title, 0),
      ...line(block.round, 'P', STYLES.round, 4 * MM),
      ...line(block.date, 'P', STYLES.cover, 4 * MM),
      ...(block.fictional === null ? [] : [framedBox(block.fictional, context)]),
    ],
    facts: [
      ruleBox,
      ...keyValueBoxes(block.facts, context, STYLES.fact),
      ...block.notices.flatMap((notice, index) =>
        lineBoxes(notice, { role: 'P', style: STYLES.fact, before: (index === 0 ? 3 : 1) * MM }, context),
      ),
    ],
  };
}

function heightOf(boxes: readonly Box[]): number {
  return boxes.reduce((sum, { height, before = 0 }) => sum + height + before, 0);
}

/** The whole face as one box: marks above, facts below, the title in the middle of what is left. */
function faceBox({ marks, who, what, facts }: Face, height: number, onpage: (page: number) => void): Box {
  const upper = heightOf(marks) + GAP + heightOf(who) + GAP;
  const middle = Math.max(0, height - upper - heightOf(facts) - GAP - heightOf(what)) / 2;
  const places: [readonly Box[], number][] = [
    [marks, 0],
    [who, heightOf(marks) + GAP],
    [what, upper + middle],
    [facts, height - heightOf(facts)],
  ];
  return {
    height,
    draw: (canvas, top) => {
      onpage(canvas.number);
      for (const [boxes, start] of places) {
        let y = top + start;
        for (const box of boxes) {
          y += box.before ?? 0;
          box.draw(canvas, y);
          y += box.height;
        }
      }
    },
  };
}

/** The face of the report, on one page unless its words fill more at their smallest. */
export function coverBoxes(block: Cover, context: BlockContext): Box[] {
  const onpage = (page: number) => context.onheading({ level: 1, title: block.title, page });
  let face: Face | null = null;
  let scratch = rootNode();
  for (const scale of SCALES) {
    scratch = rootNode();
    face = faceOf(block, { ...context, parent: scratch }, scale);
    const height = heightOf([...face.marks, ...face.who, ...face.what, ...face.facts]) + 3 * GAP;
    if (height <= context.height) {
      context.parent.children.push(...scratch.children);
      return [faceBox(face, context.height, onpage)];
    }
  }
  context.parent.children.push(...scratch.children);
  const { marks, who, what, facts } = face ?? faceOf(block, context, 1);
  const [first, ...rest] = [...marks, ...spaced(who, GAP), ...spaced(what, GAP), ...spaced(facts, GAP)];
  if (first === undefined) return [];
  const counted: Box = {
    ...first,
    draw: (canvas, top) => {
      onpage(canvas.number);
      first.draw(canvas, top);
    },
  };
  return [counted, ...rest];
}
