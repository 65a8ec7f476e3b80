/** Standard structure types (ISO 32000-1, 14.8.4) that a report uses. */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link';

export interface StructureAttributes {
  /** Read out instead of what is drawn. */
  readonly alternative?: string;
  /** What a table is about, for those who do not see the heading above it. */
  readonly summary?: string;
  /** Language tag, where it is not that of the parent. */
  readonly language?: string;
  readonly scope?: 'Row' | 'Column';
  /** Columns that a cell spans, where more than one. */
  readonly columns?: number;
}

/** An element of the logical structure. Its children stand in reading order, whatever was painted first. */
export interface StructureNode extends StructureAttributes {
  readonly role: Role;
  readonly children: (StructureNode | Content)[];
}

/** What one element has on one page: filled while the page is laid out. */
export interface Content {
  readonly node: StructureNode;
  readonly page: number;
  readonly marks: Mark[];
}

export function isContent(child: StructureNode | Content): child is Content {
  return 'marks' in child;
}

/** A new element, the last of its parent. */
export function addNode(parent: StructureNode, role: Role, attributes: StructureAttributes = {}): StructureNode {
  const node: StructureNode = { ...attributes, role, children: [] };
  parent.children.push(node);
  return node;
}

/** The element that a document begins with. */
export function rootNode(): StructureNode {
  return { role: 'Document', children: [] };
}

/** Every element below and with a node, in reading order. */
export function listNodes(node: StructureNode): StructureNode[] {
  return [node, ...node.children.flatMap((child) => (isContent(child) ? [] : listNodes(child)))];
}

/** All that is drawn, in points from the top left corner of the page. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly pieces: readonly TextPiece[];
      readonly x: number;
      readonly baseline: number;
      readonly size: number;
      readonly colour: string;
      /** The whole paragraph as it is read, where the letters drawn do not give it. */
      readonly spoken: string | null;
    }
  | { readonly kind: 'shape'; readonly shape: Shape };

export type Shape = { readonly x: number; readonly y: number; readonly width: number; readonly height: number } & (
  | { readonly form: 'box'; readonly fill?: string; readonly stroke?: Stroke }
  | { readonly form: 'rule'; readonly stroke: Stroke }
  | { readonly form: 'triangle'; readonly fill: string; readonly stroke?: Stroke }
  | { readonly form: 'image'; readonly dataUrl: string }
  | { readonly form: 'dots'; readonly colour: string }
  | { readonly form: 'hatch'; readonly colour: string; readonly stroke: number; readonly rising: boolean }
);

export interface Stroke {
  readonly colour: string;
  /** pt */
  readonly width: number;
  /** Lengths of dash and gap in pt. */
  readonly dash?: readonly [number, number];
}

/** A stretch of a line in one font and one direction, at its place from the left end of the line in pt. */
export interface TextPiece {
  /** As the font is asked for it: right-to-left scripts in logical order, everything else as seen from the left. */
  readonly text: string;
  readonly font: import('./font-faces.ts').FontId;
  readonly offset: number;
  readonly width: number;
  /** Joined and turned by the font. */
  readonly shaped: boolean;
  /** Language tag, where it is not that of the element. */
  readonly language: string | null;
  /** Where it leads: a destination of this document or an address of the web. */
  readonly target?: string;
}
