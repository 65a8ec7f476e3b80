// @vitest-environment node
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/collect.ts';
import { openParquetTable } from '../../../src/cli/parquet-table.ts';
import { makePack } from '../../../src/domain/copies/make-pack.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { makeFirstEntry } from '../../../src/domain/rounds/make-first-entry.ts';
import { COLLECTED_TABLES } from '../../../src/export/tables/collected-tables.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { openDuckdb } from '../../fixtures/open-duckdb.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { projectPath, runCollected, temporaryFolder } from './run-collected.ts';

const framework = tinyFramework();
const LEVELS = ['nascent', 'emerging', 'developed', 'mature'] as const;

/** A State's assessment: two institutions, an agreed level, a gap that comes first, an action, an instrument, a document. */
function stateFile(number: number, more: readonly Setting[] = []) {
  const assessment = { id: `state-${number}`, round: 'r1', parent: null };
  const id = `2026-11-20T09:00:00.000Z-0000-${number.toString(16).padStart(16, '0')}`;
  const first = makeFirstEntry({ id, nowMs: Date.UTC(2026, 10, 20, 9), actor: 'facilitator' }, assessment, framework);
  const level = (place: number) => ({ level: LEVELS[(number + place) % LEVELS.length] ?? 'nascent' });
  const settings: Setting[] = [
    ['round/country', `State ${number}`],
    ['round/closingDate', '2026-11-30'],
    ['institution/labour/name', 'Ministry of Labour'],
    ['assignment/A-1/labour', 'contributor'],
    ['rating/lead/A-1/1/answer', { level: 'emerging' }],
    ['rating/labour/A-1/1/answer', { level: 'nascent' }],
    ['rating/labour/A-1/1/comment', 'We would need a decree.'],
    ['reveal/A-1', { vote: 1 }],
    ['agreed/A-1/answer', { level: 'emerging' }],
    ['rating/lead/A-2/1/answer', level(0)],
    ['rating/lead/B-1/1/answer', { notApplicable: 'No such workers' }],
    ['impact/A-1', 4],
    ['ease/A-1', 2.5],
    ['action/a1/activity', 'Draft the decree'],
    ['action/a1/indicators', ['A-1', 'A-2']],
    ['action/a1/costOnce', 120_000.5],
    ['action/a1/end', '2027-06-30'],
    ['instrument/crc/status', 'ratified'],
    ['instrument/crc/date', '1990-07-13'],
    ['evidence/e1', { title: 'Decree 12', access: 'public' }],
    ['evidence-link/A-1/lead/e1', { passage: 'Article 3' }],
    ...more,
  ];
  return { assessment, framework, journal: journalOf([first, ...entriesOf(settings)]), evidence: new Map() };
}

function prepare(count: number) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'states/north'), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const place = number % 2 === 0 ? 'states' : 'states/north';
    writeFileSync(join(folder, place, `state-${number}.sextant`), writeSextantFile(stateFile(number)));
  }
  return { folder, states: join(folder, 'states'), out: join(folder, 'tables') };
}

const readTable = async (out: string, table: string) =>
  parquetReadObjects({ file: await asyncBufferFromFile(join(out, `${table}.parquet`)) });

describe('collect', () => {
  it('puts the files of a folder and of those below it into one folder of tables', async () => {
    const { states, out } = prepare(6);
    const { code, out: printed, err } = await runCollected(run, states, '--out', out);
    expect([code, err]).toEqual([0, '']);
    expect(readdirSync(out).sort()).toEqual(COLLECTED_TABLES.map(({ name }) => `${name}.parquet`).sort());
    const assessments = await readTable(out, 'assessments');
    expect(assessments.map((row) => row['assessment']).sort()).toEqual([0, 1, 2, 3, 4, 5].map((one) => `state-${one}`));
    expect(assessments[0]).toMatchObject({
      closing_date: new Date('2026-11-30'),
      status: 'draft',
      country: null,
      applicable: 3,
      not_applicable: 1,
      answered: 2,
    });
    const [gap] = await readTable(out, 'gaps');
    expect(gap).toMatchObject({ indicator: 'A-1', level: 'emerging', impact: 4, ease: 2.5, rank: 1 });
    const [action] = await readTable(out, 'actions');
    expect(action).toMatchObject({ indicators: 'A-1 A-2', cost_once: 120_000.5, end: new Date('2027-06-30') });
    expect(action).toMatchObject({ activity: null, cost_yearly: null });
    expect(printed).toContain('assessments.parquet: 6 rows');
  });

  it('gives names, comments and documents when they are asked for', async () => {
    const { states, out } = prepare(1);
    const { code } = await runCollected(run, states, '--out', out, '--with', 'names,comments,evidence');
    expect(code).toBe(0);
    expect((await readTable(out, 'assessments'))[0]).toMatchObject({ country: 'State 0', file: 'state-0.sextant' });
    const answers = await readTable(out, 'answers');
    expect(answers).toContainEqual(
      expect.objectContaining({ institution_name: 'Ministry of Labour', comment: 'We would need a decree.' }),
    );
    expect(await readTable(out, 'evidence')).toMatchObject([{ title: 'Decree 12', passage: 'Article 3' }]);
  });

  it('names what cannot be read and leaves it out', async () => {
    const { folder, states, out } = prepare(3);
    const damaged = join(states, 'damaged.sextant');
    writeFileSync(damaged, readFileSync(join(states, 'state-0.sextant')).subarray(0, 900));
    writeFileSync(join(states, 'notes.txt'), 'not meant');
    const { code, err, out: printed } = await runCollected(run, states, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain(damaged);
    expect(err).not.toMatch(/^\s+at |notes\.txt/m);
    expect(printed).toContain('Left out: 1 file');
    expect(await readTable(out, 'assessments')).toHaveLength(3);
    const again = await runCollected(run, states, '--out', join(folder, 'again'), '--skip-refused');
    expect(again.code).toBe(0);
    expect(again.err).toBe(err);
  });

  it('counts no assessment twice, and no pack as an assessment', async () => {
    const { folder, states, out } = prepare(2);
    const copy = join(folder, 'copy.sextant');
    writeFileSync(copy, writeSextantFile(stateFile(0, [['impact/A-1', 2]])));
    const sent = stateFile(7, [['institution/labour/pack', { mode: 'answer' }]]);
    const pack = join(folder, 'pack.sextant');
    writeFileSync(pack, writeSextantFile({ ...sent, journal: makePack(sent.journal, 'labour') }));
    const { code, errLines } = await runCollected(run, states, copy, pack, '--out', out);
    expect(code).toBe(1);
    expect(errLines).toEqual([
      expect.stringMatching(/copy\.sextant .*state-0\.sextant.*\(collect\.sameAssessment\)$/),
      expect.stringMatching(/pack\.sextant .*\(collect\.isPart\)$/),
    ]);
    expect(await readTable(out, 'assessments')).toHaveLength(2);
  });

  it('goes into no folder that is a link, which may lead back', async () => {
    const { states, out } = prepare(2);
    symlinkSync('.', join(states, 'again'));
    const { code, err } = await runCollected(run, states, '--out', out);
    expect([code, err]).toEqual([0, '']);
    expect(await readTable(out, 'assessments')).toHaveLength(2);
  });

  it('writes over the tables of before, and leaves what else is in the folder', async () => {
    const { states, out } = prepare(2);
    mkdirSync(out);
    writeFileSync(join(out, 'notes.md'), 'ours');
    writeFileSync(join(out, 'gaps.parquet'), 'of before');
    expect((await runCollected(run, states, '--out', out)).code).toBe(0);
    expect(readFileSync(join(out, 'notes.md'), 'utf8')).toBe('ours');
    expect(await readTable(out, 'gaps')).not.toHaveLength(0);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves everything as it was where no file can be read', async () => {
    const { folder } = prepare(0);
    const bad = join(folder, 'bad.sextant');
    writeFileSync(bad, 'no zip');
    const { code, err } = await runCollected(run, bad, '--out', join(folder, 'new'));
    expect(code).toBe(1);
    expect(err).toContain('(collect.nothing)');
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});

describe('a Parquet table', () => {
  it('is written as rows come, a row group at a time', async () => {
    const path = join(temporaryFolder(), 'rows.parquet');
    const columns = [
      { name: 'number', type: 'whole', part: null },
      { name: 'text', type: 'text', part: null },
    ] as const;
    const table = openParquetTable(path, columns, { 'sextant.format': 'test' });
    for (let row = 0; row < 45_000; row += 1) table.add([row, row % 3 === 0 ? null : `row ${row}`]);
    table.finish();
    const file = await asyncBufferFromFile(path);
    const { row_groups, num_rows } = await parquetMetadataAsync(file);
    expect([row_groups.length, num_rows]).toEqual([3, 45_000n]);
    const rows = await parquetReadObjects({ file, rowStart: 44_998, rowEnd: 45_000 });
    expect(rows).toEqual(
      [
        { number: 44_998, text: 'row 44998' },
        { number: 44_999, text: null },
      ].map((row) => (row.number % 3 === 0 ? { ...row, text: null } : { ...row, text: `row ${row.number}` })),
    );
  });

  it('writes long texts before they are many', async () => {
    const path = join(temporaryFolder(), 'texts.parquet');
    const table = openParquetTable(path, [{ name: 'text', type: 'text', part: null }], {});
    for (let row = 0; row < 25; row += 1) table.add([`${row}`.padEnd(1_000_000, 'x')]);
    table.finish();
    const { row_groups } = await parquetMetadataAsync(await asyncBufferFromFile(path));
    expect(row_groups.length).toBeGreaterThan(2);
  });
});

const DOCUMENT = readFileSync(projectPath('docs/collect.md'), 'utf8');

describe('docs/collect.md', () => {
  it('lists every column of every table, its type, and what it must be asked for with', () => {
    const listed = [...DOCUMENT.matchAll(/^### `(\w+)`$([\s\S]*?)(?=^#|(?![\s\S]))/gm)].map(([, name, body = '']) => ({
      name,
      columns: [...body.matchAll(/^\| `(\w+)` \| ([a-z-]+) \| (\w*) ?\|/gm)].map(([, column, type, part]) => [
        column,
        type,
        part === '' ? null : part,
      ]),
    }));
    const own = COLLECTED_TABLES.map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => [column.name, column.type, column.part]),
    }));
    expect(listed).toEqual(own);
  });
});

const query = await openDuckdb();

describe.skipIf(query === null)(
  `the queries of docs/collect.md${query === null ? ' (left out: @duckdb/node-api is not installed)' : ''}`,
  () => {
    const queries = [...DOCUMENT.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map(([, sql = '']) => sql);

    it('give what they say, on the tables as they are', async () => {
      const { states, out } = prepare(8);
      await runCollected(run, states, '--out', out, '--with', 'names');
      const ask = (index: number) => query?.((queries[index] ?? '').replaceAll("'tables/", `'${out}/`));
      expect(queries).toHaveLength(4);
      const levels = await ask(0);
      expect(levels).toContainEqual({ indicator: 'A-1', level: 'emerging', participants: '8', share: 1 });
      expect(levels?.filter(({ indicator }) => indicator === 'A-2')).toHaveLength(4);
      expect(await ask(1)).toContainEqual({ indicator: 'A-1', gaps: '8', mean_impact: 4, often_first: '8' });
      expect(await ask(2)).toEqual([
        { indicator: 'A-1', actions: '8', cost_once: 960_004 },
        { indicator: 'A-2', actions: '8', cost_once: 960_004 },
      ]);
      expect(await ask(3)).toEqual([{ instrument: 'crc', status: 'ratified', participants: '8' }]);
    });
  },
);
