import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../../src/domain/framework/framework.ts';
import { measureRoom } from '../../../../src/domain/consensus/measure-room.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const scale = scaleOf(framework, framework.indicators[0]!);

describe('measureRoom', () => {
  it('measures counts as opinions: 2, 0, 1, 1 gives A = 0.08 (van der Eijk 2001, R package agrmt)', () => {
    const agreement = measureRoom(scale, { counts: { nascent: 2, developed: 1, mature: 1 } });
    expect(agreement).toMatchObject({ n: 4, median: 'nascent', range: 3, class: 'to-discuss' });
    expect(agreement.a).toBeCloseTo(0.08, 2);
  });

  it('counts those who don’t know, and no opinion as no class', () => {
    expect(measureRoom(scale, { counts: { mature: 2 }, unknown: 1 }).class).toBe('information-gap');
    expect(measureRoom(scale, { counts: {} })).toMatchObject({ n: 0, class: null });
  });
});

describe('opinions in the room', () => {
  it('are kept by vote, apart from what institutions say', () => {
    const state = assessmentOf(framework, [
      ['round/room-2-A-1', { counts: { mature: 5 } }],
      ['round/room-1-A-1', { counts: { nascent: 3, mature: 2 }, unknown: 1 }],
      ['round/room-1-A-2', { counts: 'many' }],
      ['round/room-100-A-1', { counts: {} }],
    ]);
    expect(state.roomOpinions.get('A-1')?.map(({ vote, counts }) => [vote, counts])).toEqual([
      [1, { nascent: 3, mature: 2 }],
      [2, { mature: 5 }],
    ]);
    expect(state.ratings.size).toBe(0);
    expect(state.damaged.map(({ register }) => register)).toEqual(['round/room-1-A-2']);
    expect(state.unknownRegisters).toEqual(['round/room-100-A-1']);
  });
});
