import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { documentOf, textsOf } from '../document-of.ts';

const level = (id: string, of: string): Setting => [`rating/lead/${id}/1/answer`, { level: of }];

describe('low confidence', () => {
  it('counts what is rated: where nobody knows there is no level to be unsure of', () => {
    const settings: Setting[] = [
      level('R-2', 'developed'),
      ['rating/lead/R-2/1/confidence', 'low'],
      ['rating/lead/W-2/1/answer', { unknown: true }],
      ['rating/lead/W-2/1/confidence', 'low'],
    ];
    const texts = textsOf(documentOf(settings), 'differences');
    expect(texts).toContain('1 indicator rated with low confidence');
    expect(texts).toContain('R-2');
    expect(texts).not.toContain('W-2');
  });
});
