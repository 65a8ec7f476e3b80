import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/domain/problem.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { checksumLine, fetchAppFile, readAppFile } from '../../../src/state/device/app-file.ts';

const FOLDER = 'https://ministry.example/tools/sextant/';
const page = (version: string) =>
  new TextEncoder().encode(`<!doctype html><head><meta name="generator" content="Sextant ${version}" /></head>`);
const PAGE = page('0.2.0');
const SUM = checksumLine(sha256Hex(PAGE));
const codeOf = (read: Result<unknown>) => (read.ok ? null : read.problems.map(({ code }) => code).join());

/** A server with these files; the others are not there. */
function server(files: Readonly<Record<string, BodyInit>>) {
  const asked: { address: string; cache: RequestCache | undefined }[] = [];
  const get: typeof fetch = async (address, wanted) => {
    const { href } = address as URL;
    asked.push({ address: href, cache: wanted?.cache });
    const body = files[href.slice(FOLDER.length)];
    return body === undefined ? new Response('', { status: 404 }) : new Response(body);
  };
  return { asked, get };
}

describe('the app beside the hosted files', () => {
  it('is fetched past every copy, from the folder of the app, and compared with its checksum', async () => {
    const { asked, get } = server({ 'sextant.html': PAGE, 'sextant.html.sha256': SUM });
    const got = await fetchAppFile(FOLDER, get);
    if (!got.ok) throw new Error(JSON.stringify(got.problems));
    expect([...got.value.bytes]).toEqual([...PAGE]);
    expect(got.value.sha256).toBe(sha256Hex(PAGE));
    expect(asked).toEqual([
      { address: `${FOLDER}sextant.html.sha256`, cache: 'no-store' },
      { address: `${FOLDER}sextant.html`, cache: 'no-store' },
    ]);
  });

  it.each([
    ['is not there', {}, 'appFile.missing'],
    ['has no checksum', { 'sextant.html': PAGE }, 'appFile.missing'],
    ['was cut off', { 'sextant.html': PAGE.slice(0, -1), 'sextant.html.sha256': SUM }, 'appFile.changed'],
    [
      'is a page to sign in, and so is its checksum',
      { 'sextant.html': '<html>', 'sextant.html.sha256': '<html>' },
      'appFile.noChecksum',
    ],
    [
      'is another page with a checksum',
      { 'sextant.html': '<html>', 'sextant.html.sha256': sha256Hex(new TextEncoder().encode('<html>')) },
      'appFile.notSextant',
    ],
  ] as const)('says so where it %s', async (_what, files, code) => {
    expect(codeOf(await fetchAppFile(FOLDER, server(files).get))).toBe(code);
  });

  it('says so where the network breaks off', async () => {
    const broken = () => Promise.reject(new TypeError('network'));
    expect(codeOf(await fetchAppFile(FOLDER, broken))).toBe('appFile.missing');
  });
});

describe('the app that a person chose', () => {
  const file = (name: string, content: BlobPart) => new File([content], name);

  it.each([
    ['alone', [file('sextant.html', PAGE)], null],
    [
      'with its checksum, in any order and under other names',
      [file('SEXTANT (1).HTML.sha256', SUM.toUpperCase()), file('sextant (1).html', PAGE)],
      null,
    ],
    [
      'with another checksum',
      [file('sextant.html', PAGE), file('sextant.html.sha256', checksumLine('0'.repeat(64)))],
      'appFile.changed',
    ],
    ['and is none', [file('letter.html', '<html>')], 'appFile.notSextant'],
    ['and is a checksum only', [file('sextant.html.sha256', SUM)], 'appFile.notSextant'],
    ['and is nothing', [], 'appFile.notSextant'],
    ['and is older than the packs need', [file('sextant.html', page('0.1.9'))], 'appFile.tooOld'],
  ] as const)('%s', async (_how, files, code) => {
    expect(codeOf(await readAppFile(files, '0.2.0'))).toBe(code);
  });
});
