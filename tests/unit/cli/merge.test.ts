import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/merge.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { makeAnswerWorkbook } from '../../../src/domain/workbook/make-answer-workbook.ts';
import { writeAnswerWorkbook } from '../../../src/export/xlsx/write-answer-workbook.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import { ASSESSMENT, edited, framework, sheetsOf } from '../../fixtures/answer-workbooks.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { SENT } from '../../fixtures/returns.ts';
import { xlsxOf } from '../../fixtures/spoilings.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { runCollected, temporaryFolder } from './run-collected.ts';

interface Content {
  readonly settings: readonly Setting[];
  readonly id?: string;
  readonly framework?: Framework;
  /** Last digit of the random part of entry ids: another device. */
  readonly device?: string;
  readonly evidence?: string;
}

function save(folder: string, name: string, content: Content): string {
  const { settings, id = 'a', framework = tinyFramework(), device = '0', evidence } = content;
  const used: Setting[] =
    evidence === undefined
      ? []
      : [
          [`evidence/${evidence}`, { title: evidence, sha256: sha256Hex(new TextEncoder().encode(evidence)) }],
          [`evidence-link/A-1/lead/${evidence}`, {}],
        ];
  const entries = entriesOf([...settings, ...used]).map((entry) => ({
    ...entry,
    id: `${entry.id.slice(0, -1)}${device}`,
  }));
  const bytes = evidence === undefined ? null : new TextEncoder().encode(evidence);
  const path = join(folder, name);
  writeFileSync(
    path,
    writeSextantFile({
      assessment: { id, round: '1', parent: null },
      framework,
      journal: journalOf(entries),
      evidence: new Map(bytes === null ? [] : [[sha256Hex(bytes), bytes]]),
    }),
  );
  return path;
}

const interior: Setting[] = [['rating/interior/A-1/1/answer', { level: 'mature' }]];
const labour: Setting[] = [
  ['rating/labour/A-1/1/answer', { level: 'nascent' }],
  ['rating/labour/B-1/1/answer', { level: 'emerging' }],
];
const disputed = (level: string): Setting[] => [['agreed/A-2/answer', { level }]];

describe('merge', () => {
  it('takes in workbooks that were filled in, wherever they are named, and reading one twice changes nothing', async () => {
    const folder = temporaryFolder();
    const framework = tinyFramework();
    const settings: Setting[] = [
      ['institution/labour/name', 'Labour'],
      ['assignment/A-1/labour', 'lead'],
    ];
    const a = save(folder, 'a.sextant', { settings });
    const journal = fold(entriesOf(settings));
    const state = readAssessment(journal, framework);
    const mark = entriesOf(settings).at(-1)?.id ?? '';
    const input = { assessment: 'a', institution: 'labour', mark, withDraft: false };
    const untouched = makeAnswerWorkbook(state, journal, framework, input);
    // As if the cells were filled in: what they said when the workbook was made stays as it was.
    const rows = new Map([
      ['A-1', { said: { kind: 'answer', answer: { state: 'level', level: 'mature' } }, confidence: null, comment: '' }],
    ] as const);
    const filled = { ...untouched, content: { ...untouched.content, rows } };
    const workbook = join(folder, 'labour.xlsx');
    writeFileSync(workbook, await writeAnswerWorkbook(filled, state, framework, localiserOf('fr')));
    const out = join(folder, 'all.sextant');
    const { code, out: said, err } = await runCollected(run, workbook, a, workbook, '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(said.split('\n').slice(0, 3)).toEqual([
      `${workbook}: 2 new, 0 the same, no differing versions`,
      `${a}: 2 entries`,
      `${workbook}: 0 new, 2 the same, no differing versions`,
    ]);
    const merged = readSextantFile(new Uint8Array(readFileSync(out)));
    const answers = merged.ok ? readAssessment(fold(merged.value.journal.entries), framework).ratings.get('A-1') : [];
    expect(answers).toMatchObject([{ institution: 'labour', answer: { state: 'level', level: 'mature' } }]);
  });

  it('takes in an answer sheet, and a line of it that cannot be read stays out where what is right is to be taken', async () => {
    const folder = temporaryFolder();
    const named: Setting[] = [['institution/labour/name', 'Ministry of Labour']];
    const a = save(folder, 'a.sextant', { settings: named });
    const [sheet, out] = [join(folder, 'labour.csv'), join(folder, 'all.sextant')];
    const lines = ['A-1,mature,As in the Act,Ministry of Labour', 'B-1,superb,,Ministry of Labour'];
    writeFileSync(sheet, ['indicator,answer,comment,institution', ...lines].join('\n'));
    const refused = await runCollected(run, a, sheet, '--out', out);
    expect([refused.code, existsSync(out)]).toEqual([1, false]);
    const { code, out: said } = await runCollected(run, a, sheet, '--take-right', '--out', out);
    expect(code).toBe(0);
    expect(said).toContain(`${sheet}: 2 new, 0 the same, no differing versions`);
    const merged = readSextantFile(new Uint8Array(readFileSync(out)));
    const state = merged.ok ? readAssessment(fold(merged.value.journal.entries), tinyFramework()) : null;
    expect(state?.ratings.get('A-1')).toMatchObject([
      { institution: 'labour', answer: { state: 'level', level: 'mature' }, comment: 'As in the Act' },
    ]);
    expect([...(state?.returns.values() ?? [])].map(({ institution }) => institution)).toEqual(['labour']);
  });

  it('asks for the assessment that a workbook belongs to', async () => {
    const folder = temporaryFolder();
    const framework = tinyFramework();
    const entries = entriesOf([['assignment/A-1/lead', 'lead']]);
    const state = readAssessment(fold(entries), framework);
    const input = { assessment: 'a', institution: 'lead', mark: entries[0]?.id ?? '', withDraft: false };
    const workbook = join(folder, 'lead.xlsx');
    const made = makeAnswerWorkbook(state, fold(entries), framework, input);
    writeFileSync(workbook, await writeAnswerWorkbook(made, state, framework, localiserOf('en')));
    const out = join(folder, 'all.sextant');
    const { code, err } = await runCollected(run, workbook, workbook, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('(workbook.alone)');
    expect(existsSync(out)).toBe(false);
    const foreign = save(folder, 'b.sextant', { settings: interior, id: 'b' });
    const refused = await runCollected(run, foreign, workbook, '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('(merge.otherAssessment)');
    expect(existsSync(out)).toBe(false);
  });

  it('says what was new, the same and in differing versions, and writes the union', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', { settings: [...interior, ...disputed('mature')], evidence: 'one' });
    const b = save(folder, 'b.sextant', { settings: labour, device: '1', evidence: 'two' });
    const c = save(folder, 'c.sextant', { settings: disputed('nascent'), device: '2' });
    const out = join(folder, 'all.sextant');
    const { code, out: said, err } = await runCollected(run, a, b, c, a, '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(said.split('\n')).toEqual([
      `${a}: 4 entries`,
      `${b}: 4 new, 0 the same, no differing versions`,
      `${c}: 1 new, 0 the same, differing versions in 1 place`,
      '  agreed/A-2/answer',
      `${a}: 0 new, 4 the same, no differing versions`,
      `Written: ${out}, 9 entries`,
      '',
    ]);
    const merged = readSextantFile(readFileSync(out));
    if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
    expect(merged.value.journal.entries).toHaveLength(9);
    expect(merged.value.evidence.size).toBe(2);
  });

  it('gives the same bytes in every order', async () => {
    const folder = temporaryFolder();
    const newer = tinyFramework({ version: '1.2.5' });
    const a = save(folder, 'a.sextant', { settings: interior, evidence: 'one' });
    const b = save(folder, 'b.sextant', { settings: labour, device: '1', framework: newer });
    const [one, other] = [join(folder, 'one.sextant'), join(folder, 'other.sextant')];
    const first = await runCollected(run, a, b, '--out', one);
    await runCollected(run, b, a, '--out', other);
    expect(first.out).toContain('(merge.otherFrameworkTexts)');
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  it('writes nothing when a file is refused, unless told to skip it', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', { settings: interior });
    const b = save(folder, 'b.sextant', { settings: labour, device: '1' });
    const stranger = save(folder, 'stranger.sextant', { settings: labour, id: 'z', device: '3' });
    const other = save(folder, 'other.sextant', { settings: labour, framework: tinyFramework({ version: '2.0.0' }) });
    const broken = join(folder, 'broken.sextant');
    writeFileSync(broken, 'not a zip');
    const out = join(folder, 'all.sextant');
    const argv = [a, stranger, broken, other, b, '--out', out];

    const refused = await runCollected(run, ...argv);
    expect(refused.code).toBe(1);
    expect(refused.errLines).toEqual([
      expect.stringMatching(/^\S*stranger\.sextant.*\(merge\.otherAssessment\)$/),
      expect.stringMatching(/^\S*broken\.sextant.*\(file\.\w+\)$/),
      expect.stringMatching(/^\S*other\.sextant.*\(merge\.otherFrameworkVersion\)$/),
      '3 problems found. Nothing was changed.',
    ]);
    expect(refused.out).toContain(`${stranger}: refused`);
    expect(existsSync(out)).toBe(false);

    const skipped = await runCollected(run, ...argv, '--skip-refused');
    expect(skipped.code).toBe(0);
    expect(skipped.err).toContain('(merge.otherAssessment)');
    expect(skipped.out).toContain(`Written: ${out}, 3 entries`);
  });

  it('refuses to begin without files or a place to write', async () => {
    const folder = temporaryFolder();
    const { code, err } = await runCollected(run, save(folder, 'a.sextant', { settings: interior }));
    expect(code).toBe(1);
    expect(err).toMatch(/\(command\.fewFiles\)[\s\S]*\(command\.missingOut\)/);
  });

  it('names an encrypted file as such', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', { settings: interior });
    const locked = join(folder, 'b.sextant.age');
    writeFileSync(locked, 'age-encryption.org/v1\n-> scrypt');
    const { err } = await runCollected(run, a, locked, '--out', join(folder, 'out.sextant'));
    expect(err).toContain(`${locked}  `);
    expect(err).toContain('(command.encrypted)');
  });

  /** The facilitator's file, and a workbook of the Ministry of Labour with cells as they were filled in. */
  async function filledIn(folder: string, name: string, saved: string, ...cells: readonly Edit[]) {
    const base = join(folder, 'base.sextant');
    const journal = journalOf(SENT);
    writeFileSync(base, writeSextantFile({ assessment: ASSESSMENT, framework, journal, evidence: new Map() }));
    const workbook = join(folder, name);
    writeFileSync(workbook, xlsxOf(edited(await sheetsOf({ entries: SENT }), ...cells), { saved }));
    return { base, workbook };
  }
  const answerIn = (path: string, indicator: string) => {
    const read = readSextantFile(new Uint8Array(readFileSync(path)));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { registers } = fold(read.value.journal.entries);
    return registers.get(`rating/labour/${indicator}/1/answer`)?.value ?? null;
  };
  const returnsIn = (path: string) => {
    const read = readSextantFile(new Uint8Array(readFileSync(path)));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return [...readAssessment(fold(read.value.journal.entries), framework).returns.values()];
  };

  it('refuses a form of which something cannot be read, with its list; with --take-right it takes what is right and lists the rest', async () => {
    const folder = temporaryFolder();
    const { base, workbook } = await filledIn(
      folder,
      'labour.xlsx',
      '2026-11-28T16:00:00Z',
      [1, 'A-1', 'Your answer', 'quite good'],
      [1, 'B-1', 'Your answer', '3'],
    );
    const out = join(folder, 'all.sextant');
    const refused = await runCollected(run, base, workbook, '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(`${workbook}: refused`);
    expect(refused.errLines[0]).toMatch(/labour\.xlsx:.*quite good.*\(workbook\.unknownWord\)$/);
    expect(existsSync(out)).toBe(false);

    const taken = await runCollected(run, base, workbook, '--out', out, '--take-right');
    expect({ code: taken.code, err: taken.err }).toEqual({ code: 0, err: '' });
    expect(taken.out).toMatch(/labour\.xlsx:.*quite good.*\(workbook\.unknownWord\)/);
    expect([answerIn(out, 'A-1'), answerIn(out, 'B-1')]).toEqual([null, { level: 'developed' }]);
  });

  it('counts what came back as a return: a later one takes the place of an earlier one, in any order, and it says so', async () => {
    const folder = temporaryFolder();
    const first = await filledIn(folder, 'first.xlsx', '2026-11-28T16:00:00Z', [1, 'A-1', 'Your answer', '2']);
    const { workbook: later } = await filledIn(folder, 'later.xlsx', '2026-11-29T16:00:00Z', [
      1,
      'A-1',
      'Your answer',
      '4',
    ]);
    const { base, workbook: earlier } = first;
    for (const [order, says] of [
      [[base, earlier, later], 'Replaces the return of 28 November 2026: A-1.'],
      [[later, earlier, base], 'A later return, of 29 November 2026, is here already and stands: A-1.'],
    ] as const) {
      const out = join(folder, 'all.sextant');
      const { code, out: said } = await runCollected(run, ...order, '--out', out);
      expect([code, said.includes(`  ${says}`)]).toEqual([0, true]);
      expect(said).not.toContain('differing versions in');
      expect(answerIn(out, 'A-1')).toEqual({ level: 'mature' });
      expect(returnsIn(out)).toMatchObject([
        { institution: 'labour', form: 'workbook' },
        { institution: 'labour', form: 'workbook' },
      ]);
      // Once more, nothing is new.
      const again = join(folder, 'again.sextant');
      await runCollected(run, out, earlier, later, '--out', again);
      expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
    }
  });

  it('writes over what is there only where nothing of it is lost, or when told to', async () => {
    const folder = temporaryFolder();
    const [a, b] = ['1', '2'].map((device) =>
      save(folder, `${device}.sextant`, { settings: [['impact/A-1', Number(device)]], device }),
    ) as [string, string];
    const other = save(folder, 'other.sextant', { settings: [['impact/A-1', 3]], id: 'b', device: '3' });
    const [empty, letter, out] = ['empty', 'letter.txt', 'out.sextant'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(empty, '');
    writeFileSync(letter, 'Dear all');
    const merge = async (...line: string[]) => (await runCollected(run, ...line)).code;
    expect(await merge(a, b, '--out', empty)).toBe(0);
    expect([await merge(a, b, '--out', out), await merge(b, a, '--out', out)]).toEqual([0, 0]);
    for (const kept of [other, letter]) {
      const before = readFileSync(kept);
      expect(await merge(a, b, '--out', kept)).toBe(1);
      expect(readFileSync(kept).equals(before)).toBe(true);
      expect(await merge(a, b, '--replace', '--out', kept)).toBe(0);
    }
  });

  it('reads a zip of what came back', async () => {
    const folder = temporaryFolder();
    const { base, workbook } = await filledIn(folder, 'x.xlsx', '2026-11-28T16:00:00Z', [1, 'A-1', 'Your answer', '2']);
    const zip = join(folder, 'returns.zip');
    writeFileSync(zip, zipSync({ 'labour/answers.xlsx': new Uint8Array(readFileSync(workbook)) }));
    const out = join(folder, 'all.sextant');
    const { code, out: said } = await runCollected(run, base, zip, '--out', out);
    expect([code, answerIn(out, 'A-1')]).toEqual([0, { level: 'emerging' }]);
    expect(said).toContain(`${zip} / labour/answers.xlsx: 2 new`);
  });
});
