import type { LaidPage } from './page-canvas.ts';
import type { Painted } from './paint-page.ts';
import type { PdfKit, StructureElement } from './pdfkit-document.ts';
import type { Content, Shape, StructureNode } from './structure.ts';
import { isContent } from './structure.ts';

/** An empty cell keeps its column in the row; a link may lead on from words that are read out with what they stand in. */
const STAYS_EMPTY: ReadonlySet<StructureNode['role']> = new Set(['TH', 'TD', 'Link']);

/** Whether an element has anything on a page, or a place without. */
function hasContent(node: StructureNode): boolean {
  return STAYS_EMPTY.has(node.role) || node.children.some((child) => isContent(child) || hasContent(child));
}

/** What is read out for an element with joined letters: its paragraphs, each once. */
function spokenText(node: StructureNode): string | null {
  const texts = node.children.filter(isContent).flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'));
  if (texts.every(({ spoken }) => spoken === null)) return null;
  const said = texts.map(({ spoken, pieces }) => spoken ?? pieces.map(({ text }) => text).join(''));
  return said.filter((text, index) => text !== said[index - 1]).join(' ');
}

/** The corners around all shapes of a figure, in the coordinates of the file: from the bottom left corner. */
function boundingBox(content: Content, { height }: LaidPage): number[] {
  const shapes = content.marks.flatMap((mark): Shape[] => (mark.kind === 'shape' ? [mark.shape] : []));
  const round = (value: number) => Math.round(value * 100) / 100;
  return [
    Math.min(...shapes.map(({ x }) => x)),
    height - Math.max(...shapes.map((shape) => shape.y + shape.height)),
    Math.max(...shapes.map((shape) => shape.x + shape.width)),
    height - Math.min(...shapes.map(({ y }) => y)),
  ].map(round);
}

function attributesOf(node: StructureNode, pages: readonly LaidPage[]): Record<string, unknown> | null {
  const { role, scope, columns, summary } = node;
  if (role === 'Figure') {
    const content = node.children.find(isContent);
    const page = pages[(content?.page ?? 0) - 1];
    if (content === undefined || page === undefined) return null;
    return { O: 'Layout', Placement: 'Block', BBox: boundingBox(content, page) };
  }
  if (scope === undefined && columns === undefined && summary === undefined) return null;
  return {
    O: 'Table',
    ...(scope === undefined ? {} : { Scope: scope }),
    ...(columns === undefined || columns === 1 ? {} : { ColSpan: columns }),
    ...(summary === undefined ? {} : { Summary: new String(summary) }),
  };
}

/** Makes the element of every node that has content, unattached: links need theirs while pages are painted. */
export function makeElements(pdf: PdfKit, root: StructureNode, pages: readonly LaidPage[]): Painted {
  const elements = new Map<StructureNode, StructureElement>();
  const visit = (node: StructureNode) => {
    if (!hasContent(node)) return;
    const spoken = node.alternative === undefined ? spokenText(node) : null;
    const element = pdf.struct(node.role, {
      ...(spoken === null ? {} : { actual: spoken }),
      ...(node.language === undefined ? {} : { lang: node.language }),
      ...(node.alternative === undefined ? {} : { alt: node.alternative }),
    });
    const attributes = attributesOf(node, pages);
    if (attributes !== null) element.dictionary.data['A'] = attributes;
    elements.set(node, element);
    for (const child of node.children) if (!isContent(child)) visit(child);
  };
  visit(root);
  return { elements, contents: new Map() };
}

/** Joins the elements to the tree in reading order, once every page is painted. */
export function attachStructure(pdf: PdfKit, root: StructureNode, { elements, contents }: Painted): void {
  const join = (node: StructureNode): StructureElement | undefined => {
    const element = elements.get(node);
    if (element === undefined) return undefined;
    for (const child of node.children) {
      const part = isContent(child) ? contents.get(child) : join(child);
      if (part !== undefined) element.add(part);
    }
    return element;
  };
  const whole = join(root);
  if (whole === undefined) return;
  pdf.addStructure(whole);
  whole.end();
}
