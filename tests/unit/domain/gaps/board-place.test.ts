import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOARD_STEPS, boardPlace } from '../../../../src/domain/gaps/board-place.ts';
import { quadrantOf } from '../../../../src/domain/gaps/quadrant.ts';

const four = fc.double({ min: 1, max: 4, noNaN: true });

describe('the place of a gap on the board', () => {
  it.each(BOARD_STEPS)('of whole steps is where they say: %i', (step) => {
    expect(boardPlace({ impact: step, ease: 1 })).toEqual({ impact: step, ease: 1 });
    expect(boardPlace({ impact: 4, ease: step })).toEqual({ impact: 4, ease: step });
  });

  it('is none while impact or ease is missing: the gap is not weighed', () => {
    expect(boardPlace({ impact: 4, ease: null })).toBeNull();
    expect(boardPlace({ impact: null, ease: 1 })).toBeNull();
  });

  it('of a mean is the lower step, but for what is only rounding', () => {
    expect(boardPlace({ impact: 2.5, ease: 3.9 })).toEqual({ impact: 2, ease: 3 });
    expect(boardPlace({ impact: 0.1 + 0.2 + 2.7, ease: (0.1 + 0.2) * 10 })).toEqual({ impact: 3, ease: 3 });
  });

  it('never contradicts the quadrant of what lies there', () => {
    fc.assert(
      fc.property(four, four, (impact, ease) => {
        const place = boardPlace({ impact, ease })!;
        expect(quadrantOf(place.impact, place.ease)).toBe(quadrantOf(impact, ease));
      }),
    );
  });
});
