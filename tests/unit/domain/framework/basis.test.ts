import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../../src/domain/framework/basis.ts';
import type { IndicatorStructure } from '../../../../src/domain/framework/framework-schema.ts';

const on = (basis?: IndicatorStructure['basis']) => basisOf({ id: 'X-1', scale: 'maturity', basis });

describe('what contested requirements rest on', () => {
  it('is nothing where nothing is said', () => expect(on()).toEqual([]));

  it('is each article once, or a whole instrument', () => {
    const basis = { 'developed/a': ['iccpr#26', 'icerd'], 'mature/b': ['iccpr#26', 'cedaw#15(4)'] };
    expect(on(basis)).toEqual([
      { instrument: 'iccpr', article: '26' },
      { instrument: 'icerd', article: null },
      { instrument: 'cedaw', article: '15(4)' },
    ]);
  });
});
