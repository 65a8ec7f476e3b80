import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAXIMUM_FILE_BYTES, MAXIMUM_FRAMEWORK_BYTES, MAXIMUM_SHEET_BYTES } from '../../../src/domain/limits.ts';
import { readForeignFile } from '../../../src/file/read-foreign-file.ts';
import type { GivenFile } from '../../../src/file/given-file.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';

const MEBIBYTE = 1024 * 1024;

/** A file of which the first bytes are known and only those may be read. */
function largeFile(begins: string, size: number, isRead: () => void): Blob {
  const slice = (from: number, to: number) => new Blob([Buffer.from(begins.padEnd(to, ' ').slice(from, to), 'latin1')]);
  const arrayBuffer = () => {
    isRead();
    return Promise.resolve(new ArrayBuffer(0));
  };
  return { size, slice, arrayBuffer } as Blob;
}

async function answerTo(begins: string, use: GivenFile['use'], size: number) {
  let reads = 0;
  const file = largeFile(begins, size, () => (reads += 1));
  const [read] = await readGivenFile({ file, fileName: 'answers', use, passphrase: null });
  return { reads, codes: read?.content.ok === false ? read.content.problems.map(({ code }) => code) : [] };
}

describe('a file that is too large for what it is', () => {
  it.each([
    ['a table', 'indicator;answer\n', { open: 'file.isSheet', return: 'sheet.tooBig', plan: 'plan.tooBig' }],
    ['a table in Windows-1252', 'R\xe9gion;b\n', { open: 'file.isSheet', return: 'sheet.tooBig', plan: 'plan.tooBig' }],
    ['any text', 'hello\n', { open: 'file.notZip', return: 'file.notZip', plan: 'plan.tooBig' }],
    ['any bytes', '\0\x01\x02', { open: 'file.notZip', return: 'file.notZip', plan: 'plan.tooBig' }],
    ['JSON', '{"a": [', { open: 'file.partTooBig', return: 'file.isJson', plan: 'plan.tooBig' }],
    ['a PDF', '%PDF-1.7', { open: 'file.isPdf', return: 'file.isPdf', plan: 'file.isPdf' }],
    ['a film', '\0\0\0\x20ftypmp42', { open: 'file.isFilm', return: 'file.isFilm', plan: 'file.isFilm' }],
  ])('gets one sentence by its size and beginning, and is not read: %s', async (_, begins, codes) => {
    for (const use of ['open', 'return', 'plan'] as const) {
      expect(await answerTo(begins, use, 300 * MEBIBYTE)).toEqual({ reads: 0, codes: [codes[use]] });
    }
  });

  it.each([
    ['a library of another program, to open', 'library.yaml', 'open', 'frameworkTable.tooBig'],
    ['the same as a framework', 'library.yml', 'framework', 'frameworkTable.tooBig'],
    ['a framework as a table', 'framework.csv', 'framework', 'frameworkTable.tooBig'],
    ["anybody's table", 'poll.csv', 'table', 'sheet.tooBig'],
  ] as const)('is told by what it was chosen for: %s', async (_, fileName, use, code) => {
    const isRead = () => expect.unreachable('it is not read');
    const file = largeFile('part;code\n', MAXIMUM_SHEET_BYTES + 1, isRead);
    const [read] = await readForeignFile({ file, fileName, use, passphrase: null });
    expect(read?.content).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('is told the same where it is a table that is not known by its beginning, or one in a zip', async () => {
    const [read] = await readForeignFile({
      ...{ file: largeFile('Poll\nof all\n', MAXIMUM_SHEET_BYTES + 1, () => {}), fileName: 'poll.csv' },
      ...{ use: 'table', passphrase: null },
    });
    const csv = strToU8('Poll\nof all\n'.padEnd(MAXIMUM_SHEET_BYTES + 1));
    const [inside] = await readForeignFile({
      ...{ file: new Blob([zipSync({ 'poll.csv': csv }, { level: 0 })]), fileName: 'polls.zip / poll.csv' },
      ...{ use: 'table', part: 'poll.csv', passphrase: null },
    });
    for (const one of [read, inside]) {
      expect(one?.content).toMatchObject({ ok: false, problems: [{ code: 'sheet.tooBig' }] });
    }
  });

  it('is read where it is packed or encrypted, a framework, or small', async () => {
    expect((await answerTo('PK\x03\x04', 'return', 300 * MEBIBYTE)).reads).toBe(1);
    expect((await answerTo('age-encryption.org/v1\n', 'open', 300 * MEBIBYTE)).reads).toBe(1);
    expect((await answerTo('{"format"', 'open', MAXIMUM_FRAMEWORK_BYTES)).reads).toBe(1);
    expect((await answerTo('{"format"', 'open', MAXIMUM_FRAMEWORK_BYTES + 1)).reads).toBe(0);
    expect((await answerTo('a;b\n', 'return', MAXIMUM_SHEET_BYTES)).reads).toBe(1);
  });

  it('is not even looked at beyond what any file may be', async () => {
    expect(await answerTo('PK\x03\x04', 'return', MAXIMUM_FILE_BYTES + 1)).toEqual({
      reads: 0,
      codes: ['file.tooBig'],
    });
  });
});
