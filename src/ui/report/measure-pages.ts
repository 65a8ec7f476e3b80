import type { SectionId } from '../../export/document/document.ts';
import type { PageSpan, PageSpans } from './page-numbers.ts';

const CSS_PIXELS_PER_MM = 96 / 25.4;
/** mm between the columns that stand for pages: wide enough that nothing reaches over. */
const COLUMN_GAP = 40;

/** Only a browser that fills the margins of a page counts pages, and breaks columns as it breaks pages. */
export function canNumberPages(): boolean {
  return (
    typeof (globalThis as { CSSMarginRule?: unknown }).CSSMarginRule === 'function' &&
    CSS.supports('break-before', 'column')
  );
}

/** Whole CSS pixels of a length in mm: browsers round the box of a printed page to them, and lines break by that width. */
const wholePixels = (lengthMm: string) => `${Math.round(Number.parseFloat(lengthMm) * CSS_PIXELS_PER_MM)}px`;

/** Pages of one part: laid out as columns of exactly the page's content box, they are counted. */
function countPages(content: HTMLElement, paper: HTMLElement): number {
  const style = getComputedStyle(content);
  const inlineSize = wholePixels(style.getPropertyValue('--content-inline'));
  const blockSize = wholePixels(style.getPropertyValue('--content-block'));
  const columns = document.createElement('div');
  columns.ariaHidden = 'true';
  columns.style.cssText = `position:absolute;inset-block-start:0;visibility:hidden;inline-size:${inlineSize};block-size:${blockSize};columns:${inlineSize};column-gap:${COLUMN_GAP}mm;column-fill:auto`;
  columns.append(...[...content.childNodes].map((node) => node.cloneNode(true)));
  const { lang, dir } = content.parentElement ?? paper;
  if (lang !== '') columns.lang = lang;
  if (dir !== '') columns.dir = dir;
  // Beside the part, not in it: on a narrow screen parts are shown smaller, and small letters are rounded.
  paper.append(columns);
  const gap = COLUMN_GAP * CSS_PIXELS_PER_MM;
  const pages = Math.round((columns.scrollWidth + gap) / (columns.clientWidth + gap));
  columns.remove();
  return Math.max(1, pages);
}

/** The pages on which each part of a laid-out report will be printed, in order. */
export function measurePages(paper: HTMLElement): PageSpans {
  const spans = new Map<SectionId, PageSpan>();
  let first = 1;
  for (const part of paper.querySelectorAll<HTMLElement>('[data-part]')) {
    const content = part.querySelector<HTMLElement>('.part-content');
    const count = content === null ? 1 : countPages(content, paper);
    spans.set(part.dataset['part'] as SectionId, { first, count });
    first += count;
  }
  return spans;
}
