import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/merge.ts';
import type { Framework } from '../../../src/domain/framework/framework.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
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
  const entries = entriesOf(settings).map((entry) => ({ ...entry, id: `${entry.id.slice(0, -1)}${device}` }));
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
  it('says what was new, the same and in differing versions, and writes the union', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', { settings: [...interior, ...disputed('mature')], evidence: 'one' });
    const b = save(folder, 'b.sextant', { settings: labour, device: '1', evidence: 'two' });
    const c = save(folder, 'c.sextant', { settings: disputed('nascent'), device: '2' });
    const out = join(folder, 'all.sextant');
    const { code, out: said, err } = await runCollected(run, a, b, c, a, '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(said.split('\n')).toEqual([
      `${a}: 2 entries`,
      `${b}: 2 new, 0 the same, no differing versions`,
      `${c}: 1 new, 0 the same, differing versions in 1 place`,
      '  agreed/A-2/answer',
      `${a}: 0 new, 2 the same, no differing versions`,
      `Written: ${out}, 5 entries`,
      '',
    ]);
    const merged = readSextantFile(readFileSync(out));
    if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
    expect(merged.value.journal.entries).toHaveLength(5);
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
});
