import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run as merge } from '../../../src/cli/merge.ts';
import { run as score } from '../../../src/cli/score.ts';
import { encryptFile } from '../../../src/file/encrypted-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { runCollected } from './run-collected.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sextant-passphrase-'));
afterAll(() => rmSync(folder, { recursive: true }));
function write(name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const bytes = writeSextantFile(sampleAssessment());
const plain = write('plain.sextant', bytes);
const locked = write('locked.sextant.age', await encryptFile(bytes, 'correct horse battery'));
const right = write('right.txt', 'correct horse battery\r\nanother line');

describe('--passphrase-file', () => {
  it('opens an encrypted file to the same score', async () => {
    const opened = await runCollected(score, '--file', locked, '--passphrase-file', right, '--json');
    expect(opened.code).toBe(0);
    expect(opened.out).toBe((await runCollected(score, '--file', plain, '--json')).out);
  });

  it('opens encrypted and plain files in one merge', async () => {
    const out = path.join(folder, 'merged.sextant');
    const { code, err } = await runCollected(merge, plain, locked, '--passphrase-file', right, '--out', out);
    expect([code, err]).toEqual([0, '']);
  });

  it.each([
    ['no passphrase', [], /--passphrase-file/],
    ['a wrong one', ['--passphrase-file', write('wrong.txt', 'wrong\n')], /does not open this file/],
    ['an empty one', ['--passphrase-file', write('empty.txt', '\n')], /first line of the passphrase file is empty/],
    ['one that is not there', ['--passphrase-file', path.join(folder, 'nowhere')], /nowhere/],
  ])('refuses with what to do: %s', async (_, more, words) => {
    const { code, out, err } = await runCollected(score, '--file', locked, ...more);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(words);
  });
});
