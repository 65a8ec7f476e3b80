import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { run as check } from '../../../src/cli/check-framework.ts';
import { run as collect } from '../../../src/cli/collect.ts';
import { run as importFramework } from '../../../src/cli/import-framework.ts';
import { commandLine } from '../../../src/cli/run-command.ts';
import { run as merge } from '../../../src/cli/merge.ts';
import { run as reliability } from '../../../src/cli/reliability.ts';
import { run as report } from '../../../src/cli/report.ts';
import { run as score } from '../../../src/cli/score.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';
import { projectPath, runCollected, temporaryFolder } from './run-collected.ts';

const COMMANDS = { score, report, merge, check, reliability, collect, import: importFramework };
const SHEET = 'indicator,answer,comment\nA-1,mature,\n';
const TOO_LONG = 'x'.repeat(300);

/** A folder with everything that is needed, and everything that can stand in the way. */
function prepare() {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('framework.json'), JSON.stringify(tinyFrameworkJson()));
  writeFileSync(at('sheet.csv'), SHEET);
  writeFileSync(at('a.sextant'), writeSextantFile(sampleAssessment()));
  writeFileSync(at('b.sextant'), writeSextantFile(sampleAssessment()));
  writeFileSync(at('c.sextant'), writeSextantFile(sampleAssessment()));
  writeFileSync(at('old.json'), 'before');
  copyFileSync(projectPath('tests/fixtures/returned/error-cells.xlsx'), at('answers.xlsx'));
  writeFileSync(at('text.docx'), zipSync({ 'word/document.xml': strToU8('x') }));
  mkdirSync(at('folder'));
  mkdirSync(at('framework'));
  const { texts, ...structure } = tinyFrameworkJson() as { texts: { en: unknown } };
  writeFileSync(at('framework/framework.json'), JSON.stringify(structure));
  writeFileSync(at('framework/en.json'), JSON.stringify(texts.en));
  symlinkSync('old.json', at('link.json'));
  symlinkSync('nowhere.json', at('dangling.json'));
  symlinkSync('round.json', at('round.json'));
  linkSync(at('sheet.csv'), at('same-sheet.csv'));
  mkdirSync(at('tables'));
  symlinkSync('../old.json', at('tables/gaps.parquet'));
  mkdirSync(at('tables-of'));
  copyFileSync(at('a.sextant'), at('tables-of/agreed.parquet'));
  execFileSync('mkfifo', [at('pipe.json')]);
  return { folder, at };
}

type At = ReturnType<typeof prepare>['at'];
type Line = readonly [command: keyof typeof COMMANDS, argv: (at: At) => string[], codes: readonly string[]];

const scored = (at: At) => ['--framework', at('framework.json'), '--answers', at('sheet.csv')];
const out = (name: string) => (at: At) => [...scored(at), '--out', at(name)];

const READING: Line[] = [
  ...(['score', 'report'] as const).flatMap((command): Line[] => [
    [command, (at) => ['--file', at('answers.xlsx')], ['workbook.alone']],
    [command, (at) => ['--file', at('text.docx')], ['file.isWord']],
    [command, (at) => ['--file', at('sheet.csv')], ['file.isSheet']],
    [command, (at) => ['--framework', at('framework.json'), '--answers', at('answers.xlsx')], ['file.notText']],
  ]),
  ['check', (at) => [at('answers.xlsx')], ['file.notText']],
  ['reliability', (at) => [at('a.sextant'), at('answers.xlsx')], ['workbook.alone']],
  ...(['score', 'report'] as const).flatMap((command): Line[] => [
    [command, (at) => ['--framework', at('framework.json'), '--answers', `${at('sheet.csv')}/`], ['command.notFound']],
    [command, (at) => ['--framework', at('framework.json'), '--answers', at(TOO_LONG)], ['command.notReadable']],
    [command, (at) => ['--framework', at(TOO_LONG), '--answers', at('sheet.csv')], ['command.notReadable']],
    [command, (at) => ['--framework', at('round.json'), '--answers', at('sheet.csv')], ['command.notReadable']],
    [
      command,
      (at) => ['--framework', at('folder'), '--answers', at('folder')],
      ['command.noFramework', 'command.isFolder'],
    ],
    [command, (at) => ['--framework', at('framework.json'), '--answers', '/dev/zero'], ['command.isDevice']],
    [command, (at) => ['--file', at(TOO_LONG)], ['command.notReadable']],
    [command, (at) => ['--file', at('round.json')], ['command.notReadable']],
    [command, (at) => ['--file', `${at('a.sextant')}/x`], ['command.notFound']],
    [command, (at) => ['--file', at('folder')], ['command.isFolder']],
    [command, (at) => ['--file', at('a.sextant'), '--passphrase-file', at('nowhere.txt')], ['command.notFound']],
    [command, (at) => [...scored(at), '--passphrase-file', at('nowhere.txt')], ['command.notFound']],
    [command, (at) => [...scored(at), '--lang', 'xx'], ['command.unknownLanguage']],
    [command, () => [], ['command.missingInput']],
    [command, (at) => [at('sheet.csv'), '--nope'], ['command.unexpectedArgument', 'command.unknownOption']],
  ]),
  ['report', (at) => [...scored(at), '--previous', at(TOO_LONG)], ['command.notReadable']],
  ['report', (at) => [...scored(at), '--format', 'pdf'], ['command.missingOut']],
  ['check', (at) => [`${at('framework.json')}/`], ['command.notFound']],
  ['check', (at) => [at(TOO_LONG)], ['command.notReadable']],
  ['check', (at) => [at('round.json')], ['command.notReadable']],
  ['check', (at) => [at('folder')], ['command.noFramework']],
  ['check', () => ['/dev/null'], ['command.isDevice']],
  ['check', () => [], ['command.noPath']],
  ['merge', (at) => [at('a.sextant'), at(TOO_LONG), '--out', at('new.sextant')], ['command.notReadable']],
  ['merge', (at) => [at('a.sextant'), `${at('b.sextant')}/`, '--out', at('new.sextant')], ['command.notFound']],
  ['merge', (at) => [at('a.sextant'), '--out', at('new.sextant')], ['command.fewFiles']],
  ['merge', (at) => [at('a.sextant'), at('b.sextant')], ['command.missingOut']],
  [
    'merge',
    (at) => [at('a.sextant'), at('b.sextant'), '--out', at('new.sextant'), '--passphrase-file', at('nowhere.txt')],
    ['command.notFound'],
  ],
  ['collect', (at) => ['--out', at('new')], ['command.noFiles']],
  ['collect', (at) => [at('a.sextant')], ['command.missingFolder']],
  ['collect', (at) => [at('framework'), '--out', at('new')], ['command.noFileInFolder']],
  ['collect', (at) => [at('a.sextant'), '--out', at('new'), '--with', 'names,secrets'], ['command.unknownChoice']],
  ['collect', (at) => [at('a.sextant'), at(TOO_LONG), '--out', at('new'), '--nope'], ['command.unknownOption']],
  ['collect', (at) => [at(TOO_LONG), '--out', at('new')], ['command.notReadable']],
  ['collect', (at) => [at('round.json'), '--out', at('new')], ['command.notReadable']],
  [
    'collect',
    (at) => ['/dev/zero', at('answers.xlsx'), '--out', at('new')],
    ['collect.nothing', 'command.isDevice', 'workbook.alone'],
  ],
  ['reliability', (at) => [at('a.sextant'), at(TOO_LONG)], ['command.notReadable']],
  ['reliability', (at) => [at('a.sextant')], ['command.twoFiles']],
  ['reliability', (at) => [at('folder'), at('round.json')], ['command.isFolder', 'command.notReadable']],
];

const WRITING: Line[] = [
  ['report', out('link.json'), ['command.outIsLink']],
  ['report', out('dangling.json'), ['command.outIsLink']],
  ['report', out('round.json'), ['command.outIsLink']],
  ['report', out('pipe.json'), ['command.outIsNoFile']],
  ['report', (at) => [...scored(at), '--out', '/dev/null'], ['command.outIsNoFile']],
  ['report', out('folder'), ['command.isFolder']],
  ['report', out('nowhere/new.json'), ['command.noFolder']],
  ['report', out('sheet.csv/new.json'), ['command.notWritten']],
  ['report', out(TOO_LONG), ['command.notWritten']],
  ['report', out('sheet.csv'), ['command.outIsInput']],
  ['report', out('folder/../sheet.csv'), ['command.outIsInput']],
  ['report', out('same-sheet.csv'), ['command.outIsInput']],
  ['report', out('framework.json'), ['command.outIsInput']],
  [
    'report',
    (at) => ['--framework', at('framework'), '--answers', at('sheet.csv'), '--out', at('framework/en.json')],
    ['command.outIsInput'],
  ],
  ['report', (at) => ['--file', at('a.sextant'), '--out', at('a.sextant')], ['command.outIsInput']],
  ['report', out('a.sextant'), ['command.outIsAssessment']],
  ['import', (at) => ['--template', '--out', at('answers.xlsx')], ['command.outIsThere']],
  ['import', (at) => ['--template', '--replace', '--out', at('a.sextant')], ['command.outIsAssessment']],
  ['import', (at) => ['--template', '--out', at('pipe.json')], ['command.outIsNoFile']],
  ['import', (at) => [at('sheet.csv'), '--out', at('sheet.csv')], ['command.outIsInput']],
  [
    'report',
    (at) => ['--file', at('a.sextant'), '--previous', at('b.sextant'), '--out', at('b.sextant')],
    ['command.outIsInput'],
  ],
  ['collect', (at) => [at('a.sextant'), '--out', at('old.json')], ['command.outNoFolder']],
  ['collect', (at) => [at('a.sextant'), '--out', at('pipe.json')], ['command.outNoFolder']],
  ['collect', (at) => [at('a.sextant'), '--out', at('dangling.json')], ['command.outIsLink']],
  ['collect', (at) => [at('a.sextant'), '--out', at('nowhere/new')], ['command.noFolder']],
  ['collect', (at) => [at('a.sextant'), '--out', at(TOO_LONG)], ['command.notReadable']],
  ['collect', (at) => [at('a.sextant'), '--out', at('tables')], ['command.outIsLink']],
  ['collect', (at) => [at('tables-of/agreed.parquet'), '--out', at('tables-of')], ['command.outIsInput']],
  ['merge', (at) => [at('a.sextant'), at('b.sextant'), '--out', at('b.sextant')], ['command.outIsInput']],
  ['merge', (at) => [at('a.sextant'), at('b.sextant'), '--out', at('answers.xlsx')], ['command.outIsThere']],
  ['merge', (at) => [at('a.sextant'), at('c.sextant'), '--replace', '--out', at('c.sextant')], ['command.outIsInput']],
  ['merge', (at) => [at('a.sextant'), at('b.sextant'), '--out', at('link.json')], ['command.outIsLink']],
  ['merge', (at) => [at('a.sextant'), at('b.sextant'), '--out', at('pipe.json')], ['command.outIsNoFile']],
  ['merge', (at) => [at('a.sextant'), at('b.sextant'), '--out', at('folder')], ['command.isFolder']],
];

/** Names, kinds, targets and contents of everything in a folder. */
function stateOf(folder: string): unknown {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const found = lstatSync(path);
      if (found.isSymbolicLink()) return [name, 'link', readlinkSync(path)];
      return [name, found.isFIFO() ? 'pipe' : 'other', found.isFile() ? readFileSync(path, 'base64') : ''];
    });
}

let prepared: ReturnType<typeof prepare>;
beforeEach(() => {
  prepared = prepare();
});

describe.each([...READING, ...WRITING].map(([command, argv, codes]) => ({ command, argv, codes })))(
  'a command line that cannot be followed: $command $codes',
  ({ command, argv, codes }) => {
    it('is refused in one message, and leaves everything as it was', async () => {
      const { folder, at } = prepared;
      const before = stateOf(folder);
      const { code, err } = await runCollected(COMMANDS[command], ...argv(at));
      expect(code).toBe(1);
      const found = [...err.matchAll(/\((\w+\.\w+)\)$/gm)].map(([, own]) => own);
      expect(found.sort()).toEqual([...codes].sort());
      expect(err).not.toMatch(/^\s+at |Error:|\bunforeseen\b/m);
      expect(stateOf(folder)).toEqual(before);
    });
  },
);

describe('a report', () => {
  it('is still written over an earlier one, which no command reads', async () => {
    const { at } = prepared;
    const { code, err } = await runCollected(report, ...out('old.json')(at));
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(at('old.json'), 'utf8'))).toMatchObject({ format: 'sextant-report' });
  });

  it('is written beside nothing that stood there before', async () => {
    const { at, folder } = prepared;
    symlinkSync('old.json', at(`.new.json.${process.pid}.part`));
    const { code, err } = await runCollected(report, ...out('new.json')(at));
    expect(code).toBe(1);
    expect(err).toContain('command.notWritten');
    expect(readFileSync(at('old.json'), 'utf8')).toBe('before');
    expect(existsSync(join(folder, 'new.json'))).toBe(false);
  });
});

describe('an error that nobody foresaw', () => {
  it.each([
    [
      'at once',
      () => {
        throw new TypeError('x is not a function\n    at somewhere');
      },
    ],
    ['later', () => Promise.reject(new Error('no more memory'))],
  ])('is said in one sentence: %s', async (_, fail) => {
    const run = commandLine({ usage: 'commands.score.usage', options: {}, takesFiles: false, run: fail });
    const { code, out: printed, err } = await runCollected(run);
    expect([code, printed]).toEqual([1, '']);
    expect(err).toMatch(/^Something went wrong .*\(command\.unforeseen\)\n/);
    expect(err).not.toContain('    at ');
  });
});
