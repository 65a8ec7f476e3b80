import { INK, MARGIN, PAPER } from './measures.ts';
import type { Content, Mark, Shape, Stroke, StructureNode, TextPiece } from './structure.ts';
import { addNode } from './structure.ts';
import type { TextLine } from './text-lines.ts';

export interface Destination {
  readonly name: string;
  /** pt from the top. */
  readonly y: number;
}

export interface PageLink {
  readonly node: StructureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly target: string;
  /** What the link says. */
  readonly contents: string;
}

/** A page as it will be painted: first what is decoration, then each element's content in reading order. */
export interface LaidPage {
  readonly width: number;
  readonly height: number;
  readonly decoration: Mark[];
  readonly contents: Content[];
  readonly destinations: Destination[];
  readonly links: PageLink[];
}

export type Align = 'start' | 'center' | 'end';

type TextMark = Extract<Mark, { kind: 'text' }>;

/** Pieces that lead to the same place together, in the order in which they are seen. */
function byTarget(pieces: readonly TextPiece[]): [string | undefined, [TextPiece, ...TextPiece[]]][] {
  const groups: [string | undefined, [TextPiece, ...TextPiece[]]][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last !== undefined && last[0] === piece.target) last[1].push(piece);
    else groups.push([piece.target, [piece]]);
  }
  return groups;
}

/** Null draws decoration, which is not read out. */
export type Owner = StructureNode | null;

/**
 * Draws on one page. Places along a line are counted from the start edge of the content area, so that a right-to-left
 * document is the same page mirrored; heights from the top of the page. All in pt.
 */
export class PageCanvas {
  readonly page: LaidPage;
  readonly number: number;
  readonly #direction: 'ltr' | 'rtl';
  readonly #contents = new Map<StructureNode, Content>();

  constructor(orientation: 'portrait' | 'landscape', direction: 'ltr' | 'rtl', number: number) {
    const [width, height] = orientation === 'portrait' ? [PAPER.short, PAPER.long] : [PAPER.long, PAPER.short];
    this.page = { width, height, decoration: [], contents: [], destinations: [], links: [] };
    this.number = number;
    this.#direction = direction;
  }

  get contentWidth(): number {
    return this.page.width - 2 * MARGIN.side;
  }

  get top(): number {
    return MARGIN.top;
  }

  get bottom(): number {
    return this.page.height - MARGIN.bottom;
  }

  #left(start: number, width: number): number {
    return this.#direction === 'ltr' ? MARGIN.side + start : this.page.width - MARGIN.side - start - width;
  }

  #add(owner: Owner, mark: Mark): void {
    if (owner === null) {
      this.page.decoration.push(mark);
      return;
    }
    let content = this.#contents.get(owner);
    if (content === undefined) {
      content = { node: owner, page: this.number, marks: [] };
      this.#contents.set(owner, content);
      this.page.contents.push(content);
      owner.children.push(content);
    }
    content.marks.push(mark);
  }

  /** A line of text in a column; `top` is the upper edge of its line height. */
  text(owner: Owner, line: TextLine, start: number, width: number, top: number, align: Align = 'start'): void {
    if (line.pieces.length === 0) return;
    const { style, pieces, spoken } = line;
    const left = this.#left(start, width);
    const room = width - line.width;
    const toStart = (align === 'start') !== line.turned;
    const toLeft = toStart === (this.#direction === 'ltr');
    const x = left + (align === 'center' ? room / 2 : toLeft ? 0 : room);
    // Half the leading above, and the ascent of the letters, not of the tallest accent.
    const baseline = top + (style.line - style.size) / 2 + style.size * 0.86;
    const mark = { kind: 'text', x, baseline, size: style.size, colour: style.colour, spoken } as const;
    // A figure and joined letters are read out as a whole: no words of them are an element of their own.
    const isFigure = owner === null || owner.role === 'Figure';
    const whole = isFigure || spoken !== null;
    if (whole) this.#add(owner, { ...mark, pieces });
    if (isFigure) return;
    for (const [target, [first, ...others]] of byTarget(pieces)) {
      const shift = first.offset;
      const own = [first, ...others].map((piece) => ({ ...piece, offset: piece.offset - shift }));
      const part = { ...mark, x: x + shift, pieces: own };
      if (target !== undefined) this.#linked(owner, part, target, { top, height: style.line, isRead: whole });
      else if (!whole) this.#add(owner, part);
    }
  }

  /** Text that leads somewhere; what follows it in the element is read out after it. Of what is read out already, the way alone. */
  #linked(
    owner: StructureNode,
    mark: TextMark,
    target: string,
    at: { top: number; height: number; isRead: boolean },
  ): void {
    const link = addNode(owner, 'Link');
    if (!at.isRead) {
      this.#add(link, mark);
      this.#contents.delete(owner);
    }
    const width = mark.pieces.reduce((sum, piece) => sum + piece.width, 0);
    const contents = mark.pieces
      .map(({ text }) => text)
      .join('')
      .trim();
    const place = { x: mark.x, y: at.top, width, height: at.height };
    this.page.links.push({ node: link, ...place, target, contents });
  }

  box(
    owner: Owner,
    at: { start: number; top: number; width: number; height: number },
    look: { fill?: string; stroke?: Stroke },
  ): void {
    this.#shape(owner, at, { form: 'box', ...look });
  }

  rule(start: number, top: number, width: number, stroke: Partial<Stroke> = {}): void {
    this.#shape(
      null,
      { start, top, width, height: 0 },
      { form: 'rule', stroke: { colour: INK, width: 0.5, ...stroke } },
    );
  }

  shape(owner: Owner, at: { start: number; top: number; width: number; height: number }, look: ShapeLook): void {
    this.#shape(owner, at, look);
  }

  #shape(
    owner: Owner,
    { start, top, width, height }: { start: number; top: number; width: number; height: number },
    look: ShapeLook,
  ): void {
    const shape = { x: this.#left(start, width), y: top, width, height, ...look } as Shape;
    this.#add(owner, { kind: 'shape', shape });
  }

  destination(name: string, top: number): void {
    this.page.destinations.push({ name, y: top });
  }

  link(
    node: StructureNode,
    at: { start: number; top: number; width: number; height: number },
    target: string,
    contents: string,
  ): void {
    const { top, width, height } = at;
    this.page.links.push({ node, x: this.#left(at.start, width), y: top, width, height, target, contents });
  }
}

type WithoutPlace<Union> = Union extends unknown ? Omit<Union, 'x' | 'y' | 'width' | 'height'> : never;
export type ShapeLook = WithoutPlace<Shape>;
