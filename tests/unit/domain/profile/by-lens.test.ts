import { describe, expect, it } from 'vitest';
import type { IndicatorStructure } from '../../../../src/domain/framework/framework-schema.ts';
import { viewByLens } from '../../../../src/domain/profile/by-lens.ts';
import type { Standing } from '../../../../src/domain/profile/standing.ts';
import { frameworkOf, structureOf } from '../framework-of.ts';

const linked = (id: string, scale: string, links?: Record<string, string[]>): IndicatorStructure => ({
  id,
  scale,
  ...(links === undefined ? {} : { links }),
});

const framework = frameworkOf(
  structureOf({
    domains: [
      {
        id: 'd',
        indicators: [
          linked('a', 'maturity', { gcm: ['7', '23'], themes: ['gender'] }),
          linked('b', 'maturity', { gcm: ['7', '7'] }),
          linked('c', 'yes-no', { gcm: ['7'] }),
          linked('e', 'maturity', { gcm: ['5'], themes: ['health'] }),
          linked('f', 'maturity'),
        ],
      },
    ],
  }),
);

const standing = (id: string, position: number | null, status: Standing['status'] = 'answered'): Standing => ({
  id,
  scale: framework.indicatorById.get(id)!.scale,
  status,
  position,
  targetPosition: null,
  score: null,
  documented: false,
});

const lenses = viewByLens(framework, [
  standing('a', 3),
  standing('b', null, 'unknown'),
  standing('c', 2),
  standing('e', null, 'out-of-scope'),
  standing('f', 1),
]);

describe('viewByLens', () => {
  it('counts the indicators of every code, each once, on their own scales', () => {
    const seven = lenses.find(({ key }) => key === 'gcm')!.codes.find(({ code }) => code === '7')!;
    expect(seven.indicators).toEqual(['a', 'b', 'c']);
    expect(
      seven.distributions.map(({ scale, unknown, counts }) => [scale, unknown, counts.map(({ count }) => count)]),
    ).toEqual([
      ['maturity', 1, [0, 0, 1, 0]],
      ['yes-no', 0, [0, 1]],
    ]);
    // Level 3 of 4 and 2 of 2: they have no common name.
    expect(seven.atOrAbove).toEqual({ level: null, position: null, count: 2, of: 3 });
  });

  it('leaves out codes without an indicator in scope, and says how many indicators a lens does not see', () => {
    expect(lenses.map(({ key, codes, unlinked }) => [key, codes.map(({ code }) => code), unlinked])).toEqual([
      ['gcm', ['7', '23'], 1],
      ['themes', ['gender'], 3],
    ]);
  });

  it('is empty for a framework without links', () => {
    const plain = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: [linked('f', 'maturity')] }] }));
    expect(viewByLens(plain, [standing('f', 1)])).toEqual([]);
  });
});
