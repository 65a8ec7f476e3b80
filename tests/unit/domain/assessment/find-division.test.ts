import { describe, expect, it } from 'vitest';
import { findDivision } from '../../../../src/domain/assessment/find-division.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const indicator = framework.indicatorById.get('A-1')!;
const INSTITUTIONS = ['lead', 'labour', 'health'];

function divisionOf(levels: Readonly<Record<string, string>>, more: readonly Setting[] = []) {
  const settings: Setting[] = [
    ...INSTITUTIONS.map((id): Setting => [`institution/${id}/name`, id]),
    ...INSTITUTIONS.map((id): Setting => ['assignment/A-1/' + id, id === 'lead' ? 'lead' : 'contributor']),
    ...Object.entries(levels).map(([id, level]): Setting => [`rating/${id}/A-1/1/answer`, { level }]),
    ...more,
  ];
  return findDivision(framework, assessmentOf(framework, settings), indicator);
}

describe('findDivision', () => {
  it('is the lowest requirement that some say is met and others not', () => {
    expect(divisionOf({ lead: 'nascent', labour: 'developed', health: 'developed' })).toEqual({
      requirement: 'A-1/emerging/a',
      met: 2,
      notMet: 1,
    });
    expect(divisionOf({ lead: 'emerging', labour: 'developed' })).toEqual({
      requirement: 'A-1/developed/a',
      met: 1,
      notMet: 1,
    });
  });

  it('goes by what was ticked above the level too', () => {
    const ticked: Setting = ['rating/lead/A-1/1/requirements', ['A-1/emerging/a']];
    expect(divisionOf({ lead: 'nascent', labour: 'emerging' }, [ticked])?.requirement).not.toBe('A-1/emerging/a');
  });

  it('is nothing where all say the same, where one says something, and where nobody does', () => {
    expect(divisionOf({ lead: 'emerging', labour: 'emerging' })).toBeNull();
    expect(divisionOf({ lead: 'emerging' })).toBeNull();
    expect(divisionOf({})).toBeNull();
  });
});
