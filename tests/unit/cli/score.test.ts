import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/score.ts';
import { entriesToValidate, hashEntryIds } from '../../../src/domain/assessment/validation.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { loadScenarios } from '../../scenarios/load-scenarios.ts';
import { projectPath, runCollected, temporaryFolder } from './run-collected.ts';

const OFFICIAL = projectPath('indicators/sdg-10-7-2');

function officialCases() {
  const scenario = loadScenarios().find(({ file }) => file === 'sdg-10-7-2.json');
  if (scenario === undefined || !('cases' in scenario)) throw new Error('the scenario of SDG 10.7.2 is missing');
  return scenario.cases;
}

function sheetOf(answers: Readonly<Record<string, string>>, lines: readonly string[] = []): string {
  const path = join(temporaryFolder(), 'sheet.csv');
  const rows = Object.entries(answers).map(([indicator, answer]) => `${indicator},${answer},`);
  writeFileSync(path, ['indicator,answer,comment', ...rows, ...lines].join('\n'));
  return path;
}

describe('score', () => {
  it('prints the tree of the worked example of SDG 10.7.2', async () => {
    const [example] = officialCases();
    const answers = sheetOf(example!.answers);
    const { code, out, err } = await runCollected(run, '--framework', OFFICIAL, '--answers', answers, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const printed = JSON.parse(out) as Record<string, { id: string; score: number }[]> & {
      framework: unknown;
      overall: unknown;
    };
    expect(Object.keys(printed)).toEqual(['framework', 'engine', 'overall', 'domains', 'subdomains', 'indicators']);
    expect(printed.framework).toEqual({
      id: 'sdg-10-7-2',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(printed.overall).toMatchObject({ id: 'overall', shown: 73.3, band: 'partially-meets', answered: 30 });
    expect(printed['domains']!.map(({ id, score }) => [id, score])).toEqual([
      ['d1', 60],
      ['d2', 60],
      ['d3', 100],
      ['d4', 40],
      ['d5', 80],
      ['d6', 100],
    ]);
    expect(printed['indicators']).toHaveLength(30);
  });

  it('prints lines for people without --json, with titles in the language asked for', async () => {
    const [example] = officialCases();
    const answers = sheetOf(example!.answers);
    const { out } = await runCollected(run, '--framework', OFFICIAL, '--answers', answers, '--lang=fr');
    expect(out.split('\n')[1]).toMatch(/^ 73,3 {4}30\/30 {2}Ensemble$/);
  });

  it('reads an assessment file by the same path', async () => {
    const framework = tinyFramework();
    const entries = entriesOf([
      ['rating/lead/A-1/1/answer', { level: 'mature' }],
      ['rating/lead/A-2/1/answer', { level: 'nascent' }],
      ['round/outOfScope', ['B-2']],
    ]);
    const assessment = { id: 'a', round: '1', parent: null };
    const path = join(temporaryFolder(), 'a.sextant');
    writeFileSync(path, writeSextantFile({ assessment, framework, journal: journalOf(entries), evidence: new Map() }));
    const { code, out } = await runCollected(run, '--file', path, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      framework: { id: 'tiny', version: '1.2.0' },
      overall: null,
      domains: [
        { id: 'first', score: 50, status: 'scored' },
        { id: 'second', score: null, status: 'unanswered', total: 1 },
      ],
    });
  });

  it('reads a validated file as it was validated', async () => {
    const before: Setting[] = [
      ['rating/lead/A-1/1/answer', { level: 'mature' }],
      ['rating/lead/A-2/1/answer', { level: 'mature' }],
    ];
    const entries = entriesToValidate(entriesOf(before));
    const hashes = { entriesHash: hashEntryIds(entries), engine: '1.0.0', reportHash: '0'.repeat(64) };
    const after: Setting[] = [
      ['validation', { entries, ...hashes }],
      ['rating/lead/A-1/1/answer', { level: 'nascent' }],
    ];
    const path = join(temporaryFolder(), 'a.sextant');
    const journal = journalOf(entriesOf([...before, ...after]));
    const assessment = { id: 'a', round: '1', parent: null };
    writeFileSync(path, writeSextantFile({ assessment, framework: tinyFramework(), journal, evidence: new Map() }));
    const { out } = await runCollected(run, '--file', path, '--json');
    expect(JSON.parse(out)).toMatchObject({ domains: [{ id: 'first', score: 100 }, { id: 'second' }] });
  });

  it('lists every problem of a sheet, and prints no score', async () => {
    const answers = sheetOf({ '9z': 'yes', '1a': 'perhaps' }, ['1b,yes,', '1b,no,']);
    const { code, out, errLines } = await runCollected(run, '--framework', OFFICIAL, '--answers', answers, '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errLines.slice(0, 3)).toEqual([
      expect.stringMatching(/sheet\.csv:2 .*9z.*\(sheet\.unknownIndicator\)$/),
      expect.stringMatching(/sheet\.csv:3 .*perhaps.*regular-only.*\(sheet\.unknownAnswer\)$/),
      expect.stringMatching(/sheet\.csv:5 .*\(sheet\.duplicateRow\)$/),
    ]);
    expect(errLines.at(-1)).toBe('3 problems found. Nothing was changed.');
  });

  it('warns and goes on where something was left out', async () => {
    const answers = sheetOf({ '1a': 'n/a' });
    const { code, err, out } = await runCollected(run, '--framework', OFFICIAL, '--answers', answers, '--json');
    expect(code).toBe(0);
    expect(err).toContain('(sheet.notApplicableWithoutReason)');
    expect(JSON.parse(out)).toMatchObject({ overall: { score: 0, applicable: 30 } });
  });

  it.each([
    [[], 'command.missingInput'],
    [['--framework', OFFICIAL], 'command.missingInput'],
    [['--file', 'a.sextant', '--answers', 'b.csv'], 'command.inputTwice'],
    [['--file', OFFICIAL], 'command.isFolder'],
    [['--file', '--json'], 'command.missingValue'],
    [['--file', 'a', '--file', 'b'], 'command.twice'],
    [['--json', 'stray'], 'command.unexpectedArgument'],
  ])('refuses %j', async (argv, code) => {
    const result = await runCollected(run, ...argv);
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain(`(${code})`);
  });

  it('lists fifty wrong rows and says how many more there are', async () => {
    const wrong = Array.from({ length: 20_000 }, (_, n) => `NO-${n},mature,`);
    const { code, err } = await runCollected(run, '--framework', OFFICIAL, '--answers', sheetOf({}, wrong));
    expect(code).toBe(1);
    expect(err.match(/unknownIndicator/g)).toHaveLength(50);
    expect(err).toContain('19,950 more are not listed here.');
  });
});
