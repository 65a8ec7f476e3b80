import { PageCanvas } from './page-canvas.ts';
import type { LaidPage } from './page-canvas.ts';

/** A piece of a page that is never divided. Heights in pt. */
export interface Box {
  readonly height: number;
  /** Space above, none at the top of a page. */
  readonly before?: number;
  /** Stays on the page of the box after it. */
  readonly keep?: boolean;
  /** Repeated above where this box comes first on a page. */
  readonly head?: Pick<Box, 'height' | 'draw'>;
  draw(canvas: PageCanvas, top: number): void;
}

const ROUNDING = 0.01;

/** Fills pages with boxes, from the top, in order. Boxes that keep together go to the next page together. */
export class PageFlow {
  readonly pages: LaidPage[] = [];
  #direction: 'ltr' | 'rtl';
  #orientation: 'portrait' | 'landscape' = 'portrait';
  #canvas: PageCanvas | null = null;
  #y = 0;
  #waiting: Box[] = [];

  constructor(direction: 'ltr' | 'rtl') {
    this.#direction = direction;
  }

  /** Number of the page that is being filled, from 1. */
  get pageNumber(): number {
    return this.pages.length;
  }

  get contentWidth(): number {
    return this.#page().contentWidth;
  }

  get contentHeight(): number {
    const page = this.#page();
    return page.bottom - page.top;
  }

  #page(): PageCanvas {
    return this.#canvas ?? this.#turn();
  }

  #turn(): PageCanvas {
    const canvas = new PageCanvas(this.#orientation, this.#direction, this.pages.length + 1);
    this.pages.push(canvas.page);
    this.#canvas = canvas;
    this.#y = canvas.top;
    return canvas;
  }

  /** Whatever comes next begins on a new page. */
  breakPage(
    orientation: 'portrait' | 'landscape' = this.#orientation,
    direction: 'ltr' | 'rtl' = this.#direction,
  ): void {
    this.#settle();
    this.#orientation = orientation;
    this.#direction = direction;
    this.#turn();
  }

  /** Places boxes one below the other. */
  add(boxes: readonly Box[]): void {
    for (const box of boxes) {
      this.#waiting.push(box);
      if (box.keep !== true) this.#settle();
    }
  }

  /** Places what waits for a box to stay with. */
  finish(): void {
    this.#settle();
  }

  #fits(height: number): boolean {
    return this.#y + height <= this.#page().bottom + ROUNDING;
  }

  #settle(): void {
    const chain = this.#waiting;
    this.#waiting = [];
    if (chain.length === 0) return;
    const [first] = chain;
    const isTop = this.#y === this.#page().top;
    const whole = chain.reduce((height, box, index) => {
      return height + box.height + (index === 0 && isTop ? 0 : (box.before ?? 0));
    }, 0);
    const onNewPage = whole - (isTop ? 0 : (first?.before ?? 0)) + (first?.head?.height ?? 0);
    if (!this.#fits(whole) && onNewPage <= this.contentHeight + ROUNDING) this.#turn();
    for (const box of chain) this.#place(box);
  }

  #place(box: Box): void {
    let canvas = this.#page();
    let before = this.#y === canvas.top ? 0 : (box.before ?? 0);
    if (!this.#fits(before + box.height) && this.#y > canvas.top) {
      canvas = this.#turn();
      before = 0;
    }
    if (this.#y === canvas.top && box.head !== undefined) {
      box.head.draw(canvas, this.#y);
      this.#y += box.head.height;
    }
    this.#y += before;
    box.draw(canvas, this.#y);
    this.#y += box.height;
  }
}
