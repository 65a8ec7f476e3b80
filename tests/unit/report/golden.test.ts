import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/domain/scoring/engine.ts';
import { PRESENT_ENGINE, versionOfEngine } from '../../../src/domain/scoring/engine.ts';
import { reportHash } from '../../../src/report/report-hash.ts';
import type { Report } from '../../../src/report/report.ts';
import { GOLDEN_FOLDER, GOLDEN_INPUT, listGoldenInputs, readGolden } from '../../fixtures/golden-reports.ts';

const fileOf = (name: string, engine: Engine) =>
  `${GOLDEN_FOLDER}${name.replace(GOLDEN_INPUT, `.engine-${engine}.report.json`)}`;
const asJson = (report: Report): unknown => JSON.parse(JSON.stringify(report));
const readReport = (name: string, engine: Engine) => JSON.parse(readFileSync(fileOf(name, engine), 'utf8')) as Report;

/**
 * Whole reports of assessments, compared member by member, one for each engine. After a change that is meant, run
 * `UPDATE_GOLDEN=1 npx vitest run tests/unit/report/golden.test.ts`, read the difference, and say it in the changelog.
 * Only those of the present engine are ever written: what an earlier one made was printed and signed.
 */
describe('golden reports', () => {
  const names = listGoldenInputs();

  it.each(names)('%s by the present engine', (name) => {
    const { report } = readGolden(name);
    const golden = fileOf(name, PRESENT_ENGINE);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, `${JSON.stringify(report, null, 2)}\n`);
    expect(asJson(report)).toEqual(readReport(name, PRESENT_ENGINE));
    expect(report.engine).toBe(versionOfEngine(PRESENT_ENGINE));
  });

  it.each(names)('%s by engine 1, as it was released, but for what a report gained since', (name) => {
    const { report } = readGolden(name, 1);
    expect(report.engine).toBe('1.0.0');
    expect(asJson(report)).toMatchObject(readReport(name, 1));
  });

  it('has three of them', () => {
    expect(names).toHaveLength(3);
  });
});

/** What the program that made them said, before the members of the hash were named: signed reports carry these. */
const SIGNED: Record<string, string> = {
  'answer-sheet.input.json': 'e13ae874d253a306423e871b3c2ef9764245c8b0936c7511cbb6f61d0033fbb7',
  'institutions.input.json': '6fae7da5cafaa8fb8ba422f410f70a60d652a5217300bbe82e1e7e0de9fa57fd',
  'sdg-10-7-2-open.input.json': '971e313829b895ddaade7fad5ffe8e005ce09af0d7f19a4ccbe0e78dd1f3e96a',
};

describe('the hash of a report that was signed', () => {
  it.each(Object.entries(SIGNED))('is still that of %s', (name, hash) => {
    expect(reportHash(readReport(name, 1), 1)).toBe(hash);
    expect(reportHash(readGolden(name, 1).report, 1)).toBe(hash);
  });

  it('is changed by no member that a report gains', () => {
    const report = readReport('institutions.input.json', 1);
    const [first, ...others] = report.indicators;
    const grown = {
      ...report,
      later: 1,
      indicators: [{ ...first!, later: 2 }, ...others],
      round: { ...report.round, later: 3 },
    };
    expect(reportHash(grown, 1)).toBe(SIGNED['institutions.input.json']);
  });

  it.each([
    ['a score', (report: Report) => ({ ...report, domains: report.domains.map((node) => ({ ...node, score: 1 })) })],
    ['a count', (report: Report) => ({ ...report, coverage: { ...report.coverage, answered: 99 } })],
    [
      'a sentence',
      (report: Report) => ({ ...report, sentences: report.sentences.map((one) => ({ ...one, factsHash: '' })) }),
    ],
    ['a title', (report: Report) => ({ ...report, round: { ...report.round, title: 'Another' } })],
    ['a note on the record', (report: Report) => ({ ...report, record: { ...report.record, unknownRegisters: 7 } })],
  ])('is changed by %s', (_, change) => {
    const report = readReport('institutions.input.json', 1);
    expect(reportHash(change(report), 1)).not.toBe(SIGNED['institutions.input.json']);
  });
});
