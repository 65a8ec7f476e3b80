import { describe, expect, it } from 'vitest';
import { buildProjection } from '../../../src/report/build-projection.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = pairedFramework();
const state = assessmentOf(framework, [
  ['rating/lead/R-1/1/answer', { level: 'nascent' }],
  ['rating/lead/R-2/1/answer', { level: 'emerging' }],
  ['target/R-1', { level: 'developed' }],
  ['target/R-2', { level: 'mature' }],
  ['action/a/indicators', ['R-1']],
  ['action/b/indicators', ['R-2']],
  ['action/c/indicators', ['R-2']],
]);
const report = deepFreeze(buildReport({ framework, state, identity: null }));
const rights = (...selected: string[]) =>
  buildProjection(framework, report, new Set(selected)).domains.find(({ id }) => id === 'rights')!;

describe('buildProjection', () => {
  it('without a ticked action shows twice what the report shows', () => {
    const { now, projected, countNow, countProjected } = rights();
    const { shown, low, high } = report.domains.find(({ id }) => id === 'rights')!;
    expect(now).toMatchObject({ shown, low, high });
    expect(projected).toMatchObject({ shown, low, high });
    expect(countProjected).toEqual(countNow);
  });

  it('counts what stands at level 3 or above, and moves position and range', () => {
    // Sub-domain standards: (0 + 1) / 6 now; (2 + 1) / 6 with action a. Services is open, so it is left out.
    const { now, projected, countNow, countProjected } = rights('a');
    expect([now.shown, projected.shown]).toEqual([17, 50]);
    expect(countNow).toMatchObject({ count: 0, of: 3, position: 3 });
    expect(countProjected).toMatchObject({ count: 1, of: 3, position: 3 });
    expect(projected.low).not.toBeNull();
    expect(projected.low!).toBeLessThan(projected.high!);
  });

  it('needs every action of an indicator, and names what only some of them work on', () => {
    const some = buildProjection(framework, report, new Set(['b']));
    expect([some.reached, some.partly]).toEqual([[], ['R-2']]);
    expect(rights('b').projected.shown).toBe(17);
    expect(rights('b', 'c').projected.shown).toBe(50);
  });

  it('never makes up a score where there is none', () => {
    const work = buildProjection(framework, report, new Set(['a'])).domains.find(({ id }) => id === 'work')!;
    expect([work.now.shown, work.projected.shown]).toEqual([null, null]);
  });
});
