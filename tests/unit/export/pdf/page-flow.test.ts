import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/export/pdf/page-flow.ts';
import { PageFlow } from '../../../../src/export/pdf/page-flow.ts';

/** Fills pages with boxes of given heights and tells on which page each came, and what was repeated. */
function flowOf(boxes: readonly (Partial<Box> & { name: string })[]) {
  const flow = new PageFlow('ltr');
  const drawn: string[] = [];
  flow.add(
    boxes.map((box) => ({
      height: 100,
      ...box,
      draw: (canvas) => void drawn.push(`${box.name}@${canvas.number}`),
    })),
  );
  flow.finish();
  return { drawn, flow };
}

describe('PageFlow', () => {
  // A4 less its margins holds seven boxes of 100 pt.
  it('begins a new page where a box does not fit', () => {
    const names = Array.from({ length: 8 }, (_, index) => ({ name: String(index) }));
    expect(flowOf(names).drawn.slice(-2)).toEqual(['6@1', '7@2']);
  });

  it('takes what keeps together to the next page together', () => {
    const { drawn } = flowOf([
      { name: 'a', height: 600 },
      { name: 'heading', height: 50, keep: true },
      { name: 'text', height: 100 },
    ]);
    expect(drawn).toEqual(['a@1', 'heading@2', 'text@2']);
  });

  it('does not turn a page for what is higher than any', () => {
    const { drawn } = flowOf([
      { name: 'a', height: 100 },
      { name: 'b', height: 400, keep: true },
      { name: 'c', height: 400 },
    ]);
    expect(drawn).toEqual(['a@1', 'b@1', 'c@2']);
  });

  it('repeats a head above the first box of a further page, and never on the first', () => {
    const repeated: number[] = [];
    const head = { height: 20, draw: (canvas: { number: number }) => void repeated.push(canvas.number) };
    flowOf([{ name: 'title' }, ...Array.from({ length: 14 }, (_, index) => ({ name: String(index), head }))]);
    expect(repeated).toEqual([2, 3]);
  });

  it('leaves no space above the first box of a page', () => {
    const tops: number[] = [];
    const flow = new PageFlow('ltr');
    const box: Box = { height: 400, before: 50, draw: (_canvas, top) => void tops.push(Math.round(top)) };
    flow.add([box, box]);
    expect(tops).toEqual([62, 62]);
    expect(flow.pages).toHaveLength(2);
  });

  it('draws from the right in a right-to-left document', () => {
    const places = (['ltr', 'rtl'] as const).map((direction) => {
      const flow = new PageFlow(direction);
      flow.add([{ height: 10, draw: (canvas, top) => canvas.box(null, { start: 10, top, width: 30, height: 5 }, {}) }]);
      const mark = flow.pages[0]?.decoration[0];
      return mark?.kind === 'shape' ? mark.shape.x : 0;
    });
    // Mirrored about the middle of the sheet, 595.28 pt wide.
    expect((places[0] ?? 0) + 30 + (places[1] ?? 0)).toBeCloseTo(595.276, 3);
  });
});
