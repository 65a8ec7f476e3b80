import { describe, expect, it } from 'vitest';
import { buildAgenda } from '../../../../src/domain/assessment/build-agenda.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const IDS = framework.indicators.map(({ id }) => id);
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'];

/** As many institutions as counts say, each with its level. */
function opinions(indicator: string, counts: readonly number[]): Setting[] {
  const levels = counts.flatMap((count, index) => Array.from({ length: count }, () => LEVELS[index] ?? ''));
  return levels.map((level, index) => [`rating/i${index}/${indicator}/1/answer`, { level }]);
}

describe('buildAgenda', () => {
  // Counts and classes of docs/methodology.md section 5: 3,0,4,0 is divided (A is exactly 0), 0,3,4,0 close.
  const state = assessmentOf(framework, [
    ...opinions('A-1', [0, 3, 4, 0]),
    ...opinions('A-2', [3, 0, 4, 0]),
    ...opinions('B-1', [7, 0, 0, 0]),
    ['assignment/B-2/i0', 'lead'],
  ]);
  const agenda = buildAgenda(framework, state, IDS);

  it('puts what divides first and counts without names', () => {
    expect(
      agenda.sections.map((section) => [
        section.class,
        section.items.map(({ indicator }) => indicator),
        section.minutes,
      ]),
    ).toEqual([
      ['divided', ['A-2'], 10],
      ['to-discuss', [], 0],
      ['information-gap', [], 0],
      ['to-confirm', [], 0],
      ['close', ['A-1'], 1],
      ['unanimous', ['B-1'], 1],
    ]);
    expect(agenda.sections[0]?.items[0]?.counts).toEqual({
      levels: [
        { level: 'nascent', count: 3 },
        { level: 'emerging', count: 0 },
        { level: 'developed', count: 4 },
        { level: 'mature', count: 0 },
      ],
      unknown: 0,
      notApplicable: 0,
      missing: 0,
    });
    expect(JSON.stringify(agenda)).not.toMatch(/"i\d"/);
  });

  it('keeps apart what nobody rated and what is agreed', () => {
    expect(agenda.unrated.map(({ indicator, counts }) => [indicator, counts.missing])).toEqual([['B-2', 1]]);
    const agreed = assessmentOf(framework, [
      ...opinions('A-2', [3, 0, 4, 0]),
      ['agreed/A-2/answer', { level: 'emerging' }],
    ]);
    const after = buildAgenda(framework, agreed, IDS);
    expect(after.settled.map(({ indicator }) => indicator)).toEqual(['A-2']);
    expect(after.sections.every(({ items }) => items.length === 0)).toBe(true);
  });

  it('names apart what somebody put first, in that order, and keeps a place for every other indicator', () => {
    const changed = assessmentOf(framework, [
      ...opinions('A-1', [0, 3, 4, 0]),
      ...opinions('A-2', [3, 0, 4, 0]),
      ...opinions('B-1', [7, 0, 0, 0]),
      ['agreed/B-1/answer', { level: 'nascent' }],
      ['round/programme', { order: ['B-2', 'A-1', 'B-1', 'X-9'], minutes: { 'A-1': 25 } }],
    ]);
    const after = buildAgenda(framework, changed, IDS);
    expect(after.placed.map(({ indicator, minutes }) => [indicator, minutes])).toEqual([
      ['B-2', 5],
      ['A-1', 25],
    ]);
    const everywhere = [...after.sections.flatMap(({ items }) => items), ...after.settled, ...after.unrated];
    expect(everywhere.map(({ indicator }) => indicator).sort()).toEqual([...IDS].sort());
    expect(everywhere.filter(({ placed }) => placed).map(({ indicator }) => indicator)).toEqual(['A-1', 'B-1', 'B-2']);
  });
});
