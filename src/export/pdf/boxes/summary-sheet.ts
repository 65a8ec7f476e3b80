import type { FittedText, Text } from '../../document/document.ts';
import { SUMMARY_MEASURES, SUMMARY_SIZES } from '../../document/fit-summary.ts';
import { columnLines, drawColumn } from '../bands.ts';
import { fitText } from '../fit-text.ts';
import type { TextStyle } from '../inline-text.ts';
import { LINE, MM, STYLES } from '../measures.ts';
import type { PageCanvas } from '../page-canvas.ts';
import type { Box } from '../page-flow.ts';
import type { Role, StructureNode } from '../structure.ts';
import { addNode } from '../structure.ts';
import type { TextLine } from '../text-lines.ts';
import type { BlockContext } from './block-context.ts';
import { addTextNode } from './paragraph.ts';

const M = SUMMARY_MEASURES;
const SIZE = SUMMARY_SIZES;
const SIGN_GAP = 1.5 * MM;

/** Line heights in mm are those of fit-summary.ts: what fits there fits here. */
export const SHEET = {
  title: { ...STYLES.section, line: 8 * MM },
  heading: { ...STYLES.heading, size: 11, line: 5.4 * MM },
  sentence: { ...STYLES.body, size: SIZE.sentence, line: M.sentence * MM },
  strong: { ...STYLES.body, size: SIZE.sentence, line: M.sentence * MM, bold: true },
  domain: { ...STYLES.note, size: SIZE.domain, line: M.barTitle * MM },
  count: { ...STYLES.label, size: SIZE.count, line: M.barTitle * MM },
  legend: { ...STYLES.small, size: SIZE.legend, line: M.legend * MM },
  item: { ...STYLES.note, size: SIZE.item, line: M.item * MM },
  cell: { ...STYLES.table, size: SIZE.cell, line: M.row * MM },
  head: { ...STYLES.tableHead, size: 8.4, line: M.row * MM },
  under: { ...STYLES.small, size: SIZE.under, line: M.under * MM },
  total: { ...STYLES.label, size: SIZE.total, line: M.row * MM },
} as const satisfies Record<string, TextStyle>;

/** Writes the one page from the top, each part in the lines it was given. */
export class SummarySheet {
  readonly #context: BlockContext;
  readonly #draws: ((canvas: PageCanvas, top: number) => void)[] = [];
  y = 0;

  constructor(context: BlockContext) {
    this.#context = context;
  }

  fit(text: Text, width: number, lines: number, style: TextStyle): readonly TextLine[] {
    return fitText(text, width, lines, style, this.#context.setting);
  }

  node(parent: StructureNode, role: Role, text: Text): StructureNode {
    return addTextNode(parent, role, text, this.#context);
  }

  draw(draw: (canvas: PageCanvas, top: number) => void): void {
    const at = this.y;
    this.#draws.push((canvas, top) => draw(canvas, top + at));
  }

  /** Lines in a column at a place from here, without moving on. */
  place(lines: readonly TextLine[], node: StructureNode, start: number, width: number, below = 0): void {
    this.draw((canvas, top) => drawColumn(canvas, { start, width, lines: columnLines(lines, node) }, top + below));
  }

  /** A text in no more than its lines, and its sign at the end of the first. Gives the height it took. */
  placeSigned(
    { text, lines, sign }: FittedText,
    node: StructureNode,
    start: number,
    width: number,
    style: TextStyle,
    below: number,
  ): number {
    const [set] = sign === undefined ? [] : this.fit(sign, width, 1, { ...style, bold: true });
    const room = set === undefined ? width : width - set.width - SIGN_GAP;
    const fitted = this.fit(text, room, lines, style);
    this.place(fitted, node, start, room, below);
    if (set !== undefined) {
      this.draw((canvas, top) => canvas.text(node, set, start, width, top + below, 'end'));
    }
    return Math.max(1, fitted.length) * style.line;
  }

  /** A text over the whole width, and on to below it. */
  text(parent: StructureNode, fitted: FittedText, style: TextStyle): void {
    const node = this.node(parent, 'P', fitted.text);
    this.y += this.placeSigned(fitted, node, 0, this.#context.width, style, 0);
  }

  heading(parent: StructureNode, text: string, start: number, width: number, below = 0): void {
    this.place(this.fit(text, width, 1, SHEET.heading), addNode(parent, 'H2'), start, width, below);
    this.draw((canvas, top) => canvas.rule(start, top + below + 5.8 * MM, width, { colour: LINE }));
  }

  box(height: number): Box {
    return {
      height,
      draw: (canvas, top) => {
        for (const draw of this.#draws) draw(canvas, top);
      },
    };
  }
}
