import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/report.ts';
import { assessmentOfRows } from '../../../src/domain/assessment/assessment-of-rows.ts';
import { parseAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { buildReport, robustnessOf } from '../../../src/report/build-report.ts';
import { tinyFramework, tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';
import { pageTexts, readPdf } from '../../fixtures/read-pdf.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
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

  it('refuses wishes that it does not know, with those it does, beside a sheet that is wrong', async () => {
    const { folder, argv } = inputs();
    const sheet = join(folder, 'wrong.csv');
    writeFileSync(sheet, 'indicator,answer\nZ-9,mature\nA-1,splendid\n');
    const wishes = ['--edition', 'secret', '--preset', 'queen', '--second', 'xx', '--gaps', 'some', '--format', 'pdf'];
    const wrong = await runCollected(run, ...argv.slice(0, 3), sheet, ...wishes);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.errLines.map((text) => /\((\S+)\)$/.exec(text)?.[1])).toEqual([
      'command.missingOut',
      'command.unknownChoice',
      'command.unknownChoice',
      'command.unknownLanguage',
      'command.unknownChoice',
      'sheet.unknownIndicator',
      'sheet.unknownAnswer',
      undefined,
    ]);
    expect(wrong.err).toContain('full, one-page, summary, assessment, ministry, iom, donor, treaty-body');
  });

  it('makes the public edition, with nothing said in the room', async () => {
    const { argv } = inputs();
    const whole = await runCollected(run, ...argv);
    const open = await runCollected(run, ...argv, '--edition', 'public');
    expect(whole.out).toContain('We think so');
    expect(JSON.parse(open.out)).toMatchObject({ edition: 'public', comments: [] });
    expect(open.out).not.toContain('We think so');
  });

  it('speaks two languages, holds the parts of a preset, and names what its fonts do not hold', async () => {
    const { folder, argv } = inputs();
    const [sheet, out] = [join(folder, 'names.csv'), join(folder, 'report.pdf')];
    writeFileSync(sheet, 'indicator,answer,comment\nA-1,mature,移民 office\nA-2,emerging,\n');
    const wanted = [...argv.slice(0, 3), sheet, '--format', 'pdf', '--out', out];
    const written = await runCollected(run, ...wanted, '--second', 'fr');
    expect(written).toMatchObject({ code: 0, out: '' });
    expect(written.err).toContain('移 民');
    expect(written.err).toContain('(command.missingCharacters)');
    const read = () => pageTexts(readPdf(new Uint8Array(readFileSync(out)))).join('\n');
    const both = read();
    expect(both).toContain('Executive summary');
    expect(both).toContain('Synthèse');
    expect(both).toContain('Annex: glossary');
    await runCollected(run, ...wanted, '--preset', 'summary');
    expect(read()).not.toContain('Annex: glossary');
  });

  it('makes no empty document where the decision to publish names none of the parts', async () => {
    const folder = temporaryFolder();
    const [file, out] = [join(folder, 'x.sextant'), join(folder, 'page.pdf')];
    const decided = { by: 'The committee', date: '2026-11-20', parts: ['profile'] };
    writeFileSync(file, writeSextantFile(sampleAssessment([['round/publication', decided]])));
    const wishes = ['--file', file, '--edition', 'public', '--format', 'pdf', '--out', out];
    const refused = await runCollected(run, ...wishes, '--preset', 'one-page');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('(command.noPublicPart)');
    expect(refused.err).toContain('Profile by domain');
    expect(existsSync(out)).toBe(false);
    expect(await runCollected(run, ...wishes)).toMatchObject({ code: 0, err: '' });
  });

  it.each(['docx', 'xlsx', 'pptx', 'csv', 'json', 'pdf'])(
    'writes %s in the language of an assessment file',
    async (format) => {
      const folder = temporaryFolder();
      const [file, out] = [join(folder, 'x.sextant'), join(folder, `report.${format}`)];
      writeFileSync(file, writeSextantFile(sampleAssessment()));
      const wishes = ['--edition', 'public', '--second', 'fr', '--previous', file, '--format', format, '--out', out];
      expect(await runCollected(run, '--file', file, ...wishes)).toMatchObject({ code: 0, out: '', err: '' });
      expect(readFileSync(out).length).toBeGreaterThan(500);
    },
  );
});
