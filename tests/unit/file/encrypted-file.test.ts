import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decryptFile, encryptFile } from '../../../src/file/encrypted-file.ts';
import { isEncrypted } from '../../../src/file/is-encrypted.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { FIXTURE_PASSPHRASE, sampleAssessment } from '../../fixtures/sample-assessment.ts';

const PASSPHRASE = 'correct horse battery staple';
const bytes = writeSextantFile(sampleAssessment());
const encrypted = await encryptFile(bytes, PASSPHRASE);

async function codesOf(file: Uint8Array, passphrase = PASSPHRASE) {
  const result = await decryptFile(file, passphrase);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}
const damagedAt = (at: number) => encrypted.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe('an encrypted file', () => {
  it('is an age file with an scrypt work factor of 16, and gives back what was written', async () => {
    expect(isEncrypted(encrypted)).toBe(true);
    expect(isEncrypted(bytes)).toBe(false);
    const [version, recipient] = new TextDecoder().decode(encrypted.subarray(0, 200)).split('\n');
    expect(version).toBe('age-encryption.org/v1');
    expect(recipient).toMatch(/^-> scrypt \S+ 16$/);
    expect(await decryptFile(encrypted, PASSPHRASE)).toEqual({ ok: true, value: bytes, advice: [] });
  });

  it('opens in every released format, with the same content as without a passphrase', async () => {
    const folder = new URL('../../fixtures/files/', import.meta.url);
    const released = readdirSync(folder).filter((name) => name.endsWith('.sextant.age'));
    expect(released).toContain('sample-v1.sextant.age');
    for (const name of released) {
      const plain = readFileSync(new URL(name.replace(/\.age$/, ''), folder));
      const opened = await decryptFile(new Uint8Array(readFileSync(new URL(name, folder))), FIXTURE_PASSPHRASE);
      expect(opened).toEqual({ ok: true, value: new Uint8Array(plain), advice: [] });
    }
  });

  it('opens whichever way accents were typed', async () => {
    const file = await encryptFile(bytes, 'Mérida évalue la côte'.normalize('NFD'));
    expect(await codesOf(file, 'Mérida évalue la côte'.normalize('NFC'))).toEqual([]);
  });

  it('tells a wrong passphrase or a damaged head from a damaged body', async () => {
    const headLength = new TextDecoder('latin1').decode(encrypted).indexOf('\n---') + 48;
    expect(await codesOf(encrypted, 'wrong')).toEqual(['file.wrongPassphrase']);
    expect(await codesOf(damagedAt(60))).toEqual(['file.wrongPassphrase']);
    expect(await codesOf(damagedAt(encrypted.length - 1))).toEqual(['file.damagedBody']);
    expect(await codesOf(damagedAt(headLength + 40))).toEqual(['file.damagedBody']);
    expect(await codesOf(encrypted.subarray(0, encrypted.length - 20))).toEqual(['file.damagedBody']);
    expect(await codesOf(encrypted.subarray(0, 100))).toEqual(['file.wrongPassphrase']);
  });

  it('does not let a file ask for more work than a computer can do', async () => {
    const asking = (factor: number) => {
      const head = new TextDecoder('latin1').decode(encrypted).replace(/ 16\n/, ` ${factor}\n`);
      return Uint8Array.from(head, (character) => character.charCodeAt(0));
    };
    // 19 would take half a gigabyte; 64 and more no computer has. The age program writes 18, which is tried.
    for (const factor of [19, 30, 64, 999_999]) expect(await codesOf(asking(factor))).toEqual(['file.workFactor']);
    expect(await codesOf(asking(17))).toEqual(['file.wrongPassphrase']);
  });
});
