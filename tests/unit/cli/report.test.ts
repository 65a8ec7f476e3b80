import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/report.ts';
import { assessmentOfRows } from '../../../src/domain/assessment/assessment-of-rows.ts';
import { parseAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { buildReport, robustnessOf } from '../../../src/report/build-report.ts';
import { tinyFramework, tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';
import { runCollected, temporaryFolder } from './run-collected.ts';

const SHEET =
  'indicator;institution;answer;comment\nA-1;;mature;\nA-2;Labour;emerging;We think so\nB-1;;n/a;No coast\n';

function inputs() {
  const folder = temporaryFolder();
  const [framework, answers] = [join(folder, 'tiny.json'), join(folder, 'sheet.csv')];
  writeFileSync(framework, JSON.stringify(tinyFrameworkJson()));
  writeFileSync(answers, SHEET);
  return { folder, argv: ['--framework', framework, '--answers', answers] };
}

describe('report', () => {
  it('is the report that the app makes, to a file or to the output', async () => {
    const { folder, argv } = inputs();
    const framework = tinyFramework();
    const sheet = parseAnswerSheet(SHEET, framework);
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
    const state = assessmentOfRows(sheet.value.rows, sheet.value);
    const assessed = { framework, state, identity: null };
    const robustness = robustnessOf(assessed, { seed: 1, draws: 10_000 });
    const expected: unknown = JSON.parse(JSON.stringify(buildReport({ ...assessed, robustness })));

    const printed = await runCollected(run, ...argv, '--format', 'json', '--lang', 'fr');
    expect({ code: printed.code, err: printed.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(printed.out)).toEqual(expected);

    const out = join(folder, 'report.json');
    expect(await runCollected(run, ...argv, '--out', out)).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(expected);
    expect(readdirSync(folder).sort()).toEqual(['report.json', 'sheet.csv', 'tiny.json']);
  });

  it('names every problem at once and writes nothing', async () => {
    const { folder, argv } = inputs();
    const out = join(folder, 'none', 'report.pptx');
    const wrong = await runCollected(
      run,
      ...argv.slice(0, 3),
      '/none.csv',
      '--format',
      'odt',
      '--out',
      out,
      '--lang',
      'xx',
    );
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.errLines.map((text) => /\((\S+)\)$/.exec(text)?.[1])).toEqual([
      'command.unknownLanguage',
      'command.unknownFormat',
      'command.noFolder',
      'command.notFound',
      undefined,
    ]);
    expect(existsSync(out)).toBe(false);
  });
});
