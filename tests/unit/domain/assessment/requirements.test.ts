import { describe, expect, it } from 'vitest';
import {
  levelFromRequirements,
  requirementsBetween,
  requirementsHeldAt,
  requirementsOfLevel,
} from '../../../../src/domain/assessment/requirements.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const framework = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'IC-01') }] }));
const indicator = framework.indicatorById.get('IC-01')!;
const from = (...ticked: string[]) =>
  levelFromRequirements(framework, indicator, new Set(ticked.map((address) => `IC-01/${address}`)));

describe('requirements', () => {
  it('are the sentences above the first level', () => {
    expect(requirementsOfLevel(framework, indicator, 'nascent')).toEqual([]);
    expect(requirementsOfLevel(framework, indicator, 'emerging')).toEqual(['IC-01/emerging/a', 'IC-01/emerging/b']);
    expect(requirementsOfLevel(framework, indicator, 'excellent')).toEqual([]);
  });

  it('are held with every level below', () => {
    expect(requirementsHeldAt(framework, indicator, 'nascent')).toEqual([]);
    expect(requirementsHeldAt(framework, indicator, 'developed')).toEqual([
      'IC-01/emerging/a',
      'IC-01/emerging/b',
      'IC-01/developed/a',
      'IC-01/developed/b',
    ]);
    expect(requirementsBetween(framework, indicator, 3, 2)).toEqual([]);
  });
});

describe('levelFromRequirements', () => {
  it('is the first level without any, or with a part of the second', () => {
    expect(from()).toEqual({ level: 'nascent', partial: [] });
    expect(from('emerging/a')).toEqual({ level: 'nascent', partial: ['IC-01/emerging/a'] });
  });

  it('is held with all requirements of the level and all below', () => {
    expect(from('emerging/a', 'emerging/b')).toEqual({ level: 'emerging', partial: [] });
    expect(from('emerging/a', 'emerging/b', 'developed/b', 'mature/a')).toEqual({
      level: 'emerging',
      partial: ['IC-01/developed/b', 'IC-01/mature/a'],
    });
  });

  it('does not jump over a level that is not held', () => {
    expect(from('emerging/a', 'developed/a', 'developed/b').level).toBe('nascent');
  });

  it('comes back from every level to itself', () => {
    for (const { id } of framework.structure.scales['maturity']!.levels) {
      const held = new Set(requirementsHeldAt(framework, indicator, id));
      expect(levelFromRequirements(framework, indicator, held)).toEqual({ level: id, partial: [] });
    }
  });

  it('does not hold a level whose requirements are not written', () => {
    const unwritten = frameworkOf(framework.structure, 0);
    expect(levelFromRequirements(unwritten, indicator, new Set()).level).toBe('nascent');
  });

  it('ignores ticks of other indicators', () => {
    expect(levelFromRequirements(framework, indicator, new Set(['IC-02/emerging/a'])).partial).toEqual([]);
  });
});
