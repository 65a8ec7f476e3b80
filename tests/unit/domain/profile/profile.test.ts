import { describe, expect, it } from 'vitest';
import { atOrAboveOverall, distributionsOf } from '../../../../src/domain/profile/distribution.ts';
import { findMostRoom } from '../../../../src/domain/profile/most-room.ts';
import { comparePairs } from '../../../../src/domain/profile/pairs.ts';
import type { Standing } from '../../../../src/domain/profile/standing.ts';
import { thresholdPosition } from '../../../../src/domain/profile/standing.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { frameworkOf, structureOf } from '../framework-of.ts';

const rated = (id: string, position: number, scale = 'maturity'): Standing => ({
  id,
  scale,
  status: 'answered',
  position,
  targetPosition: null,
  score: position,
  documented: false,
});

describe('thresholdPosition', () => {
  it('is level 3 of 4 and 4 of 5, and the highest of 2 or 3', () => {
    expect([2, 3, 4, 5].map(thresholdPosition)).toEqual([2, 3, 3, 4]);
  });
});

describe('distributionsOf', () => {
  it('leaves out scales that nothing in scope is on', () => {
    const standings = deepFreeze([rated('R-1', 4), { ...rated('W-3', 2, 'yes-no'), status: 'out-of-scope' as const }]);
    expect(distributionsOf(pairedFramework(), standings).map(({ scale }) => scale)).toEqual(['maturity']);
    expect(distributionsOf(pairedFramework(), [])).toEqual([]);
  });
});

describe('atOrAboveOverall', () => {
  it('adds over scales, and names the level only where they share it', () => {
    const standings = [rated('R-1', 4), rated('W-3', 2, 'yes-no')];
    const both = distributionsOf(pairedFramework(), standings);
    expect(atOrAboveOverall(both)).toEqual({ level: null, position: null, count: 2, of: 2 });
    expect(atOrAboveOverall(both.slice(0, 1))).toEqual({ level: 'developed', position: 3, count: 1, of: 1 });
    expect(atOrAboveOverall([])).toBeNull();
  });
});

describe('comparePairs', () => {
  it('leaves out pairs of two practices, and does not compare over scales', () => {
    const framework = frameworkOf(
      structureOf({
        domains: [
          {
            id: 'd',
            indicators: [
              { id: 'a', scale: 'maturity', kind: 'practice', pair: 'b' },
              { id: 'b', scale: 'maturity', kind: 'practice', pair: 'a' },
              { id: 'c', scale: 'maturity', kind: 'law', pair: 'e' },
              { id: 'e', scale: 'letters', kind: 'practice', pair: 'c' },
            ],
          },
        ],
      }),
    );
    const standings = [rated('a', 1), rated('b', 2), rated('c', 3), rated('e', 1, 'letters')];
    expect(comparePairs(framework, standings)).toEqual([{ law: 'c', practice: 'e', difference: null }]);
  });
});

describe('findMostRoom', () => {
  const domain = (id: string, shown: number | null, openCountedAs: 'zero' | null = null) => ({
    id,
    shown,
    openCountedAs,
  });

  it('is the lowest shown score of at least two', () => {
    expect(findMostRoom([domain('a', 50), domain('b', null), domain('c', 40)])).toBe('c');
    expect(findMostRoom([domain('a', 50), domain('b', null)])).toBeNull();
    expect(findMostRoom([])).toBeNull();
  });

  it('names none where two are equal, or where what is open counts', () => {
    expect(findMostRoom([domain('a', 50), domain('b', 50), domain('c', 60)])).toBeNull();
    expect(findMostRoom([domain('a', 50), domain('b', 0, 'zero')])).toBeNull();
  });
});
