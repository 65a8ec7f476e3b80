import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { heatMap } from '../../../../src/charts/heat-map.ts';
import { intervalConfiguration } from '../../../../src/charts/interval-chart.ts';
import { intervalRows } from '../../../../src/charts/interval-data.ts';
import { matrixConfiguration } from '../../../../src/charts/matrix-chart.ts';
import { comparePairs } from '../../../../src/charts/pair-comparison.ts';
import { paperLook } from '../../../../src/charts/chart-look.ts';
import { pictureTexts } from '../../../../src/charts/picture.ts';
import type { PictureTable } from '../../../../src/charts/picture-table.ts';
import { planTimeline } from '../../../../src/charts/plan-timeline.ts';
import { priorityMatrix } from '../../../../src/charts/priority-matrix.ts';
import { radarConfiguration } from '../../../../src/charts/radar-chart.ts';
import { radarData } from '../../../../src/charts/radar-data.ts';
import { movedWords, roundsConfiguration, roundsRows } from '../../../../src/charts/rounds-chart.ts';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import { writePictureCsv } from '../../../../src/export/csv/write-picture-csv.ts';
import { buildProjection } from '../../../../src/report/build-projection.ts';
import { buildReport, robustnessOf } from '../../../../src/report/build-report.ts';
import { institutionNames } from '../../../../src/ui/plan/institution-names.ts';
import { drawnPoints, matrixWords, prioritiesTable } from '../../../../src/ui/plan/pictures/priorities-picture.ts';
import { projectionPicture, projectionTable } from '../../../../src/ui/plan/pictures/projection-picture.ts';
import { timelinePicture, timelineTable } from '../../../../src/ui/plan/pictures/timeline-picture.ts';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { lensWords } from '../../../../src/words/lens-words.ts';
import {
  lensPicture,
  lensTables,
  profilePicture,
  profileTables,
} from '../../../../src/ui/results/pictures/distribution-picture.ts';
import { heatMapPicture, heatMapTable } from '../../../../src/ui/results/pictures/heat-map-picture.ts';
import { pairsPicture, pairsTables } from '../../../../src/ui/results/pictures/pairs-picture.ts';
import { radarTable, radarWords } from '../../../../src/ui/results/pictures/radar-picture.ts';
import { intervalWords, robustnessTable } from '../../../../src/ui/results/pictures/robustness-picture.ts';
import { roundsTable, roundsWords } from '../../../../src/ui/rounds/rounds-picture.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { localiserOf } from '../render-with-language.ts';
import { readingSession } from './reading-session.ts';

/**
 * One number everywhere, picture by picture: what is drawn on the screen and in the image, what stands in the table and
 * what is written as data are read back and compared with the Report.
 */
const framework = pairedFramework();
const rated = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const SETTINGS: Setting[] = [
  ...[rated('R-1', 'mature'), rated('R-2', 'emerging'), rated('R-3', 'nascent')],
  ...[rated('W-1', 'emerging'), rated('W-2', 'developed'), rated('W-4', 'nascent')],
  ['rating/lead/W-3/1/answer', { unknown: true }],
  ...[
    ['impact/R-2', 4] as Setting,
    ['ease/R-2', 3] as Setting,
    ['impact/W-4', 2] as Setting,
    ['ease/W-4', 1] as Setting,
  ],
  ...[['action/a/activity', '=1+1 Do it'] as Setting, ['action/a/indicators', ['R-2']] as Setting],
  ...[['action/a/start', '2027-01-11'] as Setting, ['action/a/end', '2027-06-30'] as Setting],
];
const session = deepFreeze(readingSession(framework, SETTINGS));
const { report } = session;
const localiser = localiserOf('en');
const words = frameworkWords(framework, textsIn(framework, 'en'), localiser);
const sources = { session, words, localiser };
const look = paperLook('ltr');
const scales = framework.structure.scales;

/** What is written, read back: heads and rows as texts. */
const written = (tables: readonly PictureTable[]) =>
  Papa.parse<string[]>(writePictureCsv(tables, localiserOf('en')).slice(1), { skipEmptyLines: true }).data;
const cells = ({ rows }: PictureTable) => rows.map((row) => row.map(({ text }) => text));
const text = (value: number | null) => (value === null ? '' : String(value));

describe('pictures, tables and data hold the numbers of the Report', () => {
  it('profile by domain', () => {
    const drawn = pictureTexts(profilePicture(sources));
    const tables = profileTables(sources);
    for (const node of report.domains) {
      for (const { scale, counts, unknown, atOrAbove } of node.distributions) {
        const numbers = counts.map(({ count }) => text(count));
        const row = tables
          .flatMap(cells)
          .find(
            (one) => one[0] === words.domain(node.id) && numbers.every((number, index) => one[index + 1] === number),
          );
        expect(row, `${node.id} on ${scale}`).toContain(`${atOrAbove.count} of ${atOrAbove.of}`);
        const data = written(tables).find((one) => one[0] === words.domain(node.id) && one[1] === numbers[0]);
        expect(data).toEqual(expect.arrayContaining([text(atOrAbove.count), text(atOrAbove.of), text(node.shown)]));
        expect(drawn).toEqual(expect.arrayContaining(numbers.filter((number) => number !== '0')));
        if (unknown > 0) expect(drawn).toContain(`?${unknown}`);
      }
    }
    const ratedBars = report.domains.flatMap(({ distributions }) =>
      distributions.filter(({ median }) => median !== null),
    );
    expect(drawn.filter((one) => /^\d+ of \d+$/.test(one))).toHaveLength(ratedBars.length);
  });

  it('a lens', () => {
    const lens = report.lenses[0]!;
    const named = lensWords(lens.key, undefined, localiser);
    const drawn = pictureTexts(lensPicture(sources, lens, named));
    const { count, of } = lens.codes[0]!.distributions[0]!.atOrAbove;
    expect(drawn).toContain(`${count} of ${of}`);
    expect(cells(lensTables(sources, lens, named)[0]!)[0]).toContain(`${count} of ${of}`);
    expect(written(lensTables(sources, lens, named))[1]).toEqual(expect.arrayContaining([text(count), text(of)]));
  });

  it('heat map', () => {
    const rows = heatMap(report, scales);
    const table = heatMapTable(sources, rows);
    const drawn = pictureTexts(heatMapPicture(sources, rows));
    expect(table.rows).toHaveLength(report.indicators.length);
    for (const { id, position, status } of report.indicators) {
      const sign = status === 'unknown' ? '?' : `${position}*`;
      const level = status === 'unknown' ? 'not known' : expect.stringMatching(new RegExp(`^${position} `));
      if (status === 'unanswered' || id === 'W-3') continue;
      expect(drawn[drawn.indexOf(id) + 1]).toBe(sign);
      expect(cells(table).find((row) => row[1] === id)![3]).toEqual(level);
      expect(written([table]).find((row) => row[1] === id)![3]).toEqual(level);
    }
  });

  it('law and practice', () => {
    const comparison = comparePairs(report, scales)!;
    const { lawHigher, compared } = report.pairedTopics;
    expect(pictureTexts(pairsPicture(sources, comparison))).toContain(`${lawHigher} of ${compared}`);
    expect(written(pairsTables(sources, comparison))[1]).toEqual([
      'law stands higher',
      text(lawHigher),
      text(compared),
    ]);
    expect(cells(pairsTables(sources, comparison)[1]!)).toHaveLength(report.pairs.length);
  });

  it('radar', () => {
    const domains = [...report.domains, ...report.domains];
    const data = radarData({ domains })!;
    const drawn = radarConfiguration(data, radarWords(sources, data), look).data.datasets[0]!.data;
    expect(drawn.slice(0, report.domains.length)).toEqual(report.domains.map(({ score }) => score));
    const table = radarTable(sources);
    expect(table.rows.map((row) => row[1]!.values[0])).toEqual(report.domains.map(({ shown }) => shown));
    expect(
      written([table])
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(report.domains.map(({ shown }) => text(shown)));
  });

  it('robustness', () => {
    const robustness = robustnessOf({ framework, state: assessmentOf(framework, SETTINGS), identity: null });
    const rows = intervalRows(report, robustness);
    const drawn = intervalConfiguration(rows, intervalWords(sources, rows), look).data.datasets[1]!.data;
    expect(drawn).toEqual(robustness.domains.map(({ low, high }) => [low, high]));
    const table = robustnessTable(sources, robustness);
    for (const [index, { low, high, lowestShare }] of robustness.domains.entries()) {
      expect(cells(table)[index]![2]).toBe(`${Math.round(low!)}–${Math.round(high!)}`);
      expect(written([table])[index + 1]!.slice(2, 4)).toEqual([text(Math.round(low!)), text(Math.round(high!))]);
      expect(written([table])[index + 1]).toContain(text(lowestShare));
    }
  });

  it('need and ease', () => {
    const matrix = priorityMatrix(report, scales);
    const points = drawnPoints(report, matrix, new Set(['R-2']));
    const { data, options } = matrixConfiguration(points, matrixWords(sources), look);
    expect(points.map(({ id, rank }) => [id, rank])).toEqual(report.priorities.map(({ id, rank }) => [id, rank]));
    expect(data.datasets[0]!.data).toEqual(matrix.points.map(({ x, y }) => ({ x, y })));
    expect(options?.animation).toBe(false);
    const needs = report.priorities.map(({ id }) => text(report.indicators.find((one) => one.id === id)!.need));
    expect(cells(prioritiesTable(sources)).map((row) => row[3])).toEqual(needs);
    expect(
      written([prioritiesTable(sources)])
        .slice(1)
        .map((row) => row[6]),
    ).toEqual(needs);
  });

  it('timeline of the plan, whose texts no spreadsheet computes', () => {
    const line = planTimeline(report.plan, '2027-03-01')!;
    const table = timelineTable(report.plan, institutionNames(report, textsIn(framework, 'en'), localiser), localiser);
    const drawn = pictureTexts(timelinePicture(line, report.plan, localiser));
    expect(drawn).toContain('from 11 January 2027 until 30 June 2027');
    expect(cells(table)[0]!.slice(4, 6)).toEqual(['11 January 2027', '30 June 2027']);
    expect(written([table])[1]!.slice(4, 6)).toEqual([report.plan[0]!.start, report.plan[0]!.end]);
    expect(written([table])[1]![1]).toBe("'=1+1 Do it");
  });

  it('what the plan would bring', () => {
    const projection = buildProjection(framework, report, new Set(['a']));
    const rows = projection.domains.map((node) => ({ name: words.domain(node.id), node }));
    const rights = projection.domains[0]!;
    expect(rights.projected.shown).toBeGreaterThan(report.domains[0]!.shown!);
    const drawn = pictureTexts(projectionPicture(sources, rows));
    const { count, of } = rights.countProjected!;
    expect(drawn.some((one) => one.includes(`${count} of ${of}`))).toBe(true);
    expect(written([projectionTable(sources, rows)])[1]).toEqual(
      [rights.countNow!.count, count, of, rights.now.shown, rights.projected.shown].reduce<string[]>(
        (row, value) => [...row, text(value)],
        [words.domain('rights')],
      ),
    );
  });

  it('two rounds', () => {
    const previous = {
      framework,
      state: assessmentOf(framework, [rated('R-1', 'nascent'), rated('R-2', 'mature')]),
      identity: null,
    };
    const { comparison } = buildReport({
      framework,
      state: assessmentOf(framework, SETTINGS),
      identity: null,
      previous,
    });
    const rows = roundsRows(comparison!);
    const rights = comparison!.domains[0]!;
    const chart = roundsConfiguration(rows, roundsWords(rows, words, localiser), look);
    expect(chart.data.datasets.map(({ data }) => data[0])).toEqual([rights.previousShown, rights.shown]);
    expect(chart.data.labels![0]).toEqual([words.domain('rights'), movedWords(rights)]);
    const table = roundsTable(comparison!.domains, words, localiser);
    expect(cells(table)[0]).toEqual([
      words.domain('rights'),
      movedWords(rights),
      text(rights.previousShown),
      text(rights.shown),
    ]);
    expect(written([table])[1]!.slice(1)).toEqual(
      [rights.up, rights.down, rights.same, rights.previousShown, rights.shown].map(text),
    );
  });

  it('two rounds that may not be subtracted have no picture', () => {
    const previous = {
      framework: { ...framework, version: '2.0.0', hash: 'x' },
      state: assessmentOf(framework, SETTINGS),
      identity: null,
    };
    const { comparison } = buildReport({
      framework,
      state: assessmentOf(framework, SETTINGS),
      identity: null,
      previous,
    });
    expect(roundsRows(comparison!)).toEqual([]);
  });
});

describe('data of a picture', () => {
  it('leaves empty what cannot be said, and has decimal commas for a spreadsheet that wants them', () => {
    const column = { title: 'Share' };
    const row = (value: number | null) => [{ text: '', values: [value] }];
    const table = { columns: [column], rows: [row(0.5), row(null), row(0)], headerColumn: 0 };
    expect(writePictureCsv([table], localiserOf('fr'))).toBe('\uFEFFShare\r\n0,5\r\n\r\n0\r\n');
  });
});
