import { describe, expect, it } from 'vitest';
import { cssString, marginBoxes } from '../../../../src/ui/report/running-head.ts';

const words = { head: 'Meridia', marking: 'DRAFT', foot: 'Self-assessment', direction: 'ltr' } as const;

describe('the running head', () => {
  it('stays a string whatever a person typed into the title', () => {
    expect(cssString('a "b" \\ } </style>\nc')).toBe('"a \\22 b\\22  \\5c  } \\3c /style>\\a c"');
  });

  it('puts the marking above and below, and counts pages below', () => {
    const css = marginBoxes(words);
    expect(css).toMatch(/@top-left { content: "Meridia"/);
    expect(css).toMatch(/@top-right { content: "DRAFT"/);
    expect(css).toMatch(/@bottom-right { content: "DRAFT {3}" counter\(page\) " \/ " counter\(pages\)/);
  });

  it('is mirrored from right to left', () => {
    expect(marginBoxes({ ...words, direction: 'rtl' })).toMatch(/@top-right { content: "Meridia"/);
  });
});
