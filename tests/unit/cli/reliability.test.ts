import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/reliability.ts';
import type { Reliability } from '../../../src/domain/consensus/measure-reliability.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { runCollected, temporaryFolder } from './run-collected.ts';

const framework = tinyFramework();
const [one = '', two = '', three = ''] = framework.indicators.map(({ id }) => id);

function save(folder: string, name: string, settings: readonly Setting[]): string {
  const path = join(folder, name);
  const assessment = { id: name, round: '1', parent: null };
  const journal = journalOf(entriesOf(settings));
  writeFileSync(path, writeSextantFile({ assessment, framework, journal, evidence: new Map() }));
  return path;
}

const rating = (indicator: string, value: Setting[1]): Setting => [`rating/lead/${indicator}/1/answer`, value];

describe('reliability', () => {
  it('compares two files of two teams: agreed levels, else provisional ones; the rest is left out and counted', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', [
      rating(one, { level: 'nascent' }),
      [`agreed/${one}/answer`, { level: 'emerging' }],
      rating(two, { level: 'mature' }),
      rating(three, { unknown: true }),
    ]);
    const b = save(folder, 'b.sextant', [
      rating(one, { level: 'emerging' }),
      rating(two, { level: 'emerging' }),
      rating(three, { level: 'mature' }),
    ]);
    const { code, out } = await runCollected(run, a, b, '--json');
    expect(code).toBe(0);
    const found = JSON.parse(out) as Reliability;
    const byId = new Map(found.indicators.map((indicator) => [indicator.id, indicator]));
    expect(byId.get(one)).toMatchObject({ first: 'emerging', second: 'emerging', n: 1, agreement: 1, distance: 0 });
    expect(byId.get(two)).toMatchObject({ first: 'mature', second: 'emerging', n: 1, agreement: 0, distance: 2 });
    expect(byId.get(three)).toMatchObject({ first: null, second: 'mature', n: 0, agreement: null });
    expect(found.all).toMatchObject({ n: 2, agreement: 0.5 });
    expect(found.leftOut).toEqual({ unanswered: framework.indicators.length - 3, unknown: 1, notApplicable: 0 });
  });

  it('says it in words, in both languages', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', [rating(one, { level: 'nascent' }), rating(two, { level: 'mature' })]);
    const b = save(folder, 'b.sextant', [rating(one, { level: 'nascent' }), rating(two, { level: 'emerging' })]);
    const english = await runCollected(run, a, b);
    expect(english.out).toContain('2 indicators rated by both, the same level on 50%');
    expect(english.out).toContain(`${two}: 2 levels apart`);
    const french = await runCollected(run, a, b, '--lang', 'fr');
    expect(french.out).toContain('2 indicateurs évalués par les deux équipes');
  });

  it('refuses anything but two assessment files, in one message', async () => {
    const folder = temporaryFolder();
    const a = save(folder, 'a.sextant', []);
    for (const files of [[], [a], [a, a, a], [a, join(folder, 'missing.sextant')]]) {
      const { code, out, err } = await runCollected(run, ...files);
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(err.trim()).not.toBe('');
    }
  });
});
