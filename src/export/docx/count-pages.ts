import type { Measured, StyleLooks } from './measure-blocks.ts';
import { measureAll } from './measure-blocks.ts';
import type { Markup } from './read-markup.ts';
import { attributeOf, childOf, numberOf, readMarkup } from './read-markup.ts';

/** Where the next block comes to stand: the page from 1, and how much of it is taken, in twips. */
interface Place {
  page: number;
  used: number;
}

/** What has to stand with a block: itself, and while each keeps with the next, those and the first line or row after them. */
function keptTogether(blocks: readonly Measured[], from: number): number {
  let height = 0;
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    height += block.keepNext || block.whole ? block.height : Math.min(block.height, FIRST_LINES);
    if (!block.keepNext) break;
  }
  return height;
}

/** Twips: what begins at the foot of a page has room there for two lines of text. */
const FIRST_LINES = 600;

function flow(blocks: readonly Measured[], room: number, place: Place, pages: Map<string, number>): void {
  const turn = (used = 0) => {
    place.page += 1;
    place.used = used;
  };
  blocks.forEach((block, index) => {
    const needed = keptTogether(blocks, index);
    if (place.used > 0 && place.used + needed > room && needed <= room) turn(block.repeated);
    for (const mark of block.marks) pages.set(mark, place.page);
    place.used += block.height;
    while (place.used > room) turn(place.used - room + block.repeated);
    if (block.breaksPage) turn();
  });
}

interface WordSection {
  readonly elements: readonly Markup[];
  readonly properties: Markup | undefined;
}

/** What stands before the properties of a section belongs to it. */
function sectionsOf(body: Markup): WordSection[] {
  const sections: WordSection[] = [];
  let elements: Markup[] = [];
  for (const element of body.children) {
    const own = element.name === 'w:sectPr' ? element : childOf(childOf(element, 'w:pPr'), 'w:sectPr');
    if (element.name !== 'w:sectPr') elements.push(element);
    if (own === undefined) continue;
    sections.push({ elements, properties: own });
    elements = [];
  }
  return sections;
}

/**
 * The page, from 1, on which each bookmark of a Word document comes to stand, reckoned from the widths of its letters: near what
 * Word lays out, not word by word the same. `xml` is the part `word/document.xml` as we wrote it.
 */
export function countPages(xml: string, styles: StyleLooks): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  const body = childOf(childOf(readMarkup(xml), 'w:document'), 'w:body');
  if (body === undefined) return pages;
  const place: Place = { page: 1, used: 0 };
  sectionsOf(body).forEach(({ elements, properties }, index) => {
    const size = childOf(properties, 'w:pgSz');
    const margin = childOf(properties, 'w:pgMar');
    const inner = (side: 'w' | 'h', from: string, to: string) =>
      (numberOf(size, side) ?? 0) - (numberOf(margin, from) ?? 0) - (numberOf(margin, to) ?? 0);
    const isContinued = attributeOf(childOf(properties, 'w:type'), 'val') === 'continuous';
    if (index > 0 && !isContinued) {
      place.page += 1;
      place.used = 0;
    }
    flow(measureAll(elements, styles, inner('w', 'left', 'right')), inner('h', 'top', 'bottom'), place, pages);
  });
  return pages;
}
