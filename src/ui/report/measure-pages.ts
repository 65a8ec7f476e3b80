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

interface Placed {
  readonly part: HTMLElement;
  readonly content: HTMLElement;
}

/** The text of a part as it stands in a page, in its own language. */
function copyOf({ part, content }: Placed, index: number): HTMLElement {
  const copy = document.createElement('div');
  // The gap of paper.css: at the head of a page it is dropped, here as there.
  if (index > 0) copy.style.marginBlockStart = 'var(--runs-on-gap)';
  if (part.lang !== '') copy.lang = part.lang;
  if (part.dir !== '') copy.dir = part.dir;
  copy.append(...[...content.childNodes].map((node) => node.cloneNode(true)));
  return copy;
}

/** The first and the last page of each part of a run, from 0: laid out as columns of exactly the page's content box. */
function countPages(run: readonly Placed[], paper: HTMLElement): { first: number; last: number }[] {
  const [leading] = run;
  if (leading === undefined) return [];
  const style = getComputedStyle(leading.content);
  const inlineSize = wholePixels(style.getPropertyValue('--content-inline'));
  const blockSize = wholePixels(style.getPropertyValue('--content-block'));
  const columns = document.createElement('div');
  columns.ariaHidden = 'true';
  columns.style.cssText = `position:absolute;inset-block-start:0;visibility:hidden;inline-size:${inlineSize};block-size:${blockSize};columns:${inlineSize};column-gap:${COLUMN_GAP}mm;column-fill:auto`;
  const copies = run.map(copyOf);
  columns.append(...copies);
  // Beside the part, not in it: on a narrow screen parts are shown smaller, and small letters are rounded.
  paper.append(columns);
  const step = columns.clientWidth + COLUMN_GAP * CSS_PIXELS_PER_MM;
  const box = columns.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(columns).direction === 'rtl';
  const columnOf = (rect: DOMRect | undefined) =>
    rect === undefined
      ? 0
      : Math.max(0, Math.floor(((isRightToLeft ? box.right - rect.right : rect.left - box.left) + 1) / step));
  const places = copies.map((copy) => {
    // One box a column that the copy reaches over; the first may be the gap above its title, left on the page before.
    const first = columnOf(copy.firstElementChild?.getClientRects()[0]);
    return { first, last: Math.max(first, columnOf([...copy.getClientRects()].at(-1))) };
  });
  columns.remove();
  return places;
}

/** Parts that follow each other on the same pages; a page on its side begins anew. */
function runsOf(paper: HTMLElement): Placed[][] {
  const runs: Placed[][] = [];
  for (const part of paper.querySelectorAll<HTMLElement>('[data-part]')) {
    const content = part.querySelector<HTMLElement>('.part-content');
    if (content === null) continue;
    const last = runs.at(-1);
    const isUpright = ({ classList }: HTMLElement) => !classList.contains('landscape');
    const before = last?.at(-1)?.part;
    if (
      last !== undefined &&
      before !== undefined &&
      part.classList.contains('runs-on') &&
      isUpright(before) &&
      isUpright(part)
    )
      last.push({ part, content });
    else runs.push([{ part, content }]);
  }
  return runs;
}

/** The pages on which each part of a laid-out report will be printed, in order. */
export function measurePages(paper: HTMLElement): PageSpans {
  const spans = new Map<SectionId, PageSpan>();
  let before = 1;
  for (const run of runsOf(paper)) {
    const places = countPages(run, paper);
    places.forEach(({ first, last }, index) => {
      spans.set(run[index]?.part.dataset['part'] as SectionId, { first: before + first, count: last - first + 1 });
    });
    before += Math.max(0, ...places.map(({ last }) => last)) + 1;
  }
  return spans;
}
