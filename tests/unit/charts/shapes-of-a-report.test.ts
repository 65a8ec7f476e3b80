import { describe, expect, it } from 'vitest';
import { heatMap } from '../../../src/charts/heat-map.ts';
import { comparePairs } from '../../../src/charts/pair-comparison.ts';
import { positionScale } from '../../../src/charts/position-scale.ts';
import { radarData } from '../../../src/charts/radar-data.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = deepFreeze(pairedFramework());
const { scales } = framework.structure;
const answered = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const report = (...settings: Setting[]) =>
  deepFreeze(buildReport({ framework, state: assessmentOf(framework, settings), identity: null }));

describe('heatMap', () => {
  it('keeps the four states apart, marks a level without a document, and leaves out what is out of scope', () => {
    const rows = heatMap(
      report(
        answered('R-1', 'mature'),
        answered('R-2', 'nascent'),
        ['evidence/e1', { title: 'Act 12' }],
        ['evidence-link/R-1/lead/e1', {}],
        ['rating/lead/W-1/1/answer', { unknown: true }],
        ['rating/lead/W-4/1/answer', { notApplicable: 'No coast' }],
        ['round/outOfScope', ['W-3']],
      ),
      scales,
    );
    expect(rows).toEqual([
      {
        domain: 'rights',
        cells: [
          { id: 'R-1', status: 'answered', scale: 'maturity', level: 'mature', tone: 4, marks: [] },
          { id: 'R-2', status: 'answered', scale: 'maturity', level: 'nascent', tone: 1, marks: ['undocumented'] },
          { id: 'R-3', status: 'unanswered', scale: 'maturity', level: null, tone: null, marks: [] },
        ],
      },
      {
        domain: 'work',
        cells: [
          { id: 'W-1', status: 'unknown', scale: 'maturity', level: null, tone: null, marks: [] },
          { id: 'W-2', status: 'unanswered', scale: 'maturity', level: null, tone: null, marks: [] },
          { id: 'W-4', status: 'not-applicable', scale: 'maturity', level: null, tone: null, marks: [] },
        ],
      },
    ]);
  });

  it('leaves out a domain with nothing in scope', () => {
    const rows = heatMap(report(['round/outOfScope', ['R-1', 'R-2', 'R-3']]), scales);
    expect(rows.map(({ domain }) => domain)).toEqual(['work']);
  });
});

describe('positionScale', () => {
  const bands = [{ from: 0 }, { from: 25 }, { from: 50 }];

  it('places score, range and bands on 0 to 1, and no tick at the beginning', () => {
    expect(positionScale({ score: 57, low: 50, high: 60 }, bands)).toEqual({
      at: 0.57,
      range: { from: 0.5, to: 0.6 },
      ticks: [0.25, 0.5],
    });
  });

  it('has no range where nothing is open, and no point where there is no score', () => {
    expect(positionScale({ score: 0, low: 0, high: 0 }, [])).toEqual({ at: 0, range: null, ticks: [] });
    expect(positionScale({ score: null, low: 0, high: 100 }, [])).toEqual({
      at: null,
      range: { from: 0, to: 1 },
      ticks: [],
    });
    expect(positionScale({ score: null, low: null, high: null }, []).range).toBeNull();
  });
});

describe('radarData', () => {
  const domain = (id: string, score: number | null) => ({ id, score, low: score, high: score });
  const of = (...domains: ReturnType<typeof domain>[]) =>
    radarData({ domains } as unknown as Parameters<typeof radarData>[0]);

  it('needs three scored domains', () => {
    expect(of(domain('a', 10), domain('b', 20), domain('c', null))).toBeNull();
    expect(of(domain('a', 10), domain('b', 0), domain('c', 30))?.axes).toHaveLength(3);
  });

  it('keeps an axis without a score as a gap, never as a point at the centre', () => {
    const data = of(domain('a', 10), domain('b', 20), domain('c', 30), domain('d', null));
    expect(data?.axes[3]).toEqual({ domain: 'd', score: null, low: null, high: null });
    expect(data?.hasRange).toBe(false);
  });
});

describe('comparePairs', () => {
  it('counts which side stands higher, and what cannot be compared yet', () => {
    const comparison = comparePairs(
      report(answered('R-1', 'mature'), answered('R-2', 'emerging'), answered('W-1', 'nascent')),
      scales,
    );
    expect(comparison).toEqual({
      lawHigher: 1,
      same: 0,
      practiceHigher: 0,
      compared: 1,
      open: 1,
      rows: [
        {
          law: { id: 'R-1', level: 'mature', tone: 4 },
          practice: { id: 'R-2', level: 'emerging', tone: 2 },
          difference: 2,
        },
        {
          law: { id: 'W-1', level: 'nascent', tone: 1 },
          practice: { id: 'W-2', level: null, tone: null },
          difference: null,
        },
      ],
    });
  });

  it('is null where nothing is paired', () => {
    expect(comparePairs({ ...report(), pairs: [] }, scales)).toBeNull();
  });
});
