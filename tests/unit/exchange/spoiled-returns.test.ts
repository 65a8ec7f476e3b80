import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/domain/registers/fold.ts';
import { mergeJournals } from '../../../src/domain/journal/merge.ts';
import { planMerge } from '../../../src/exchange/merge-plan.ts';
import { returnedSide } from '../../../src/exchange/returned-side.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { ASSESSMENT, bytesOf, framework } from '../../fixtures/answer-workbooks.ts';
import { placeOf, random, SENT, START } from '../../fixtures/returns.ts';

const NOW_MS = Date.UTC(2026, 10, 30, 16);

/** What would become of files that are dropped together on the page of returns. */
async function drop(...files: (readonly [name: string, bytes: Uint8Array])[]) {
  const read = [];
  for (const [fileName, bytes] of files) {
    const file = new Blob([bytes as BlobPart]);
    read.push(...(await readGivenFile({ file, fileName, use: 'return', passphrase: null })));
  }
  const place = placeOf(START, NOW_MS);
  const sides = read.map((one) => returnedSide(one, place));
  const mine = { assessment: ASSESSMENT, framework, journal: START };
  const plan = planMerge({ mine, nowMs: NOW_MS, random }, sides);
  const { registers } = fold(mergeJournals(START, plan.journal).entries);
  const values = [...registers].flatMap(([register, { value }]) =>
    /^(rating\/labour|mandate|endorsement|agreed)/.test(register) ? [[register, value]] : [],
  );
  return {
    files: plan.files.map(({ fileName, problems, notices, intake }) => ({
      fileName,
      problems: problems.map(({ code, line }) => `${line ?? ''} ${code}`),
      notices: notices.map(({ code, line }) => `${line ?? ''} ${code}`),
      open: intake?.open.map(({ problem: { code, line } }) => `${line ?? ''} ${code}`) ?? [],
    })),
    conflicts: plan.conflicts,
    values: Object.fromEntries(values),
  };
}

const HEAD = 'indicator;answer;comment;institution';
const sheet = (...rows: string[]) => strToU8([HEAD, ...rows].join('\r\n'));
const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const buffer = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return new Uint8Array(bigEndian ? buffer.swap16() : buffer);
};

const A1 = 'rating/labour/A-1/1/answer';
const B1 = 'rating/labour/B-1/1/answer';
const level = (id: string) => ({ level: id });

describe('what people send, as they send it', () => {
  it('is found in a zip in a zip, under other names, between what programs leave beside it', async () => {
    const workbook = await bytesOf({ entries: SENT });
    const inside = zipSync({ 'a/b/answers.doc': sheet('A-1;3;so;labour'), 'note.txt': strToU8('hello, there') });
    const beside = { '__MACOSX/._Labour.xlsx': 'x', '~$Labour.xlsx': 'lock', '.DS_Store': 'x', 'Thumbs.db': 'x' };
    const bytes = zipSync({
      ...Object.fromEntries(Object.entries(beside).map(([name, text]) => [name, strToU8(text)])),
      'Labour.xlsx.txt': workbook,
      'inner/again.zip': inside,
    });
    const { files, values } = await drop(['mail.zip', bytes]);
    expect(files.map(({ fileName, problems }) => [fileName, problems])).toEqual([
      ['mail.zip / Labour.xlsx.txt', []],
      ['mail.zip / inner/again.zip / a/b/answers.doc', []],
    ]);
    expect(values[A1]).toEqual(level('developed'));
  });

  it.each([
    [
      'UTF-16 without a mark, with tabs that the first line names',
      'x.xls',
      utf16(`sep=\t\n${HEAD.replaceAll(';', '\t')}\nA-1\tNiveau 3\té\tMinistry of Labour`, true, false),
    ],
    ['UTF-16 with a mark', 'x.txt', utf16(`${HEAD}\r\nA-1;3,0;é;MINISTRY OF LABOUR`, false, true)],
    ['Windows-1252', 'x.csv', new Uint8Array(Buffer.from(`${HEAD}\r\nA-1;developed;\xe9;labour`, 'latin1'))],
    ['line ends of old Macs', 'x', strToU8(`${HEAD}\rA-1;3;é;labour\r`)],
    ['empty columns and rows behind it', 'x.csv', sheet('A-1;3;é;labour;;;;', ';;;;', ';')],
    ['a code with a hyphen of Word and a space that is not seen', 'x.csv', sheet('A\u20111\u00a0;3;é;labour')],
    ['a title above the head', 'x.csv', strToU8(`Answers of the ministry;;;\r\n;;;\r\n${HEAD}\r\nA-1;3;é;labour`)],
  ])('is read: %s', async (_, name, bytes) => {
    const { files, values } = await drop([name, bytes]);
    expect(files.map(({ problems, open }) => [problems, open])).toEqual([[[], []]]);
    expect([values[A1], values['rating/labour/A-1/1/comment']]).toEqual([level('developed'), 'é']);
  });

  it('is taken in but for the row whose cells cannot be told apart', async () => {
    const { files, values } = await drop(['x.csv', sheet('A-1;3;so; no;labour', 'B-1;2;;labour')]);
    expect(files.map(({ problems, open }) => [problems, open])).toEqual([[[], ['2 sheet.tooManyCells']]]);
    expect([values[A1], values[B1]]).toEqual([undefined, level('emerging')]);
  });

  it('is taken in but for the row whose quotation marks do not match', async () => {
    const { files, values } = await drop(['x.csv', sheet('A-1;3;"as we said" before;labour', 'B-1;2;;labour')]);
    expect(files.map(({ problems, open }) => [problems, open])).toEqual([[[], ['2 sheet.unreadRow']]]);
    expect([values[A1], values[B1]]).toEqual([undefined, level('emerging')]);
  });

  it('is nobody’s agreed level because a merged cell names the institution once', async () => {
    const text = sheet('A-1;3;;labour', 'A-2;4;;', 'B-1;4;;');
    const { files, values } = await drop(['x.csv', text]);
    expect(files[0]!.open).toEqual(['3 sheet.nameAbove']);
    expect(Object.keys(values).filter((register) => register.startsWith('agreed/'))).toEqual([]);
    expect([values[A1], values[B1]]).toEqual([level('developed'), undefined]);
  });

  it('is one return where the same comes in two forms, twice', async () => {
    const workbook = await bytesOf({ entries: SENT });
    const same = sheet('A-1;3;;labour');
    const { files, conflicts, values } = await drop(
      ['a.xlsx', workbook],
      ['a (1).xlsx', workbook],
      ['x.csv', same],
      ['y.csv', same],
    );
    expect([files.flatMap(({ problems }) => problems), conflicts]).toEqual([[], []]);
    expect(values[A1]).toEqual(level('developed'));
  });

  it('is for a person to choose where two sheets of one institution differ and no time tells', async () => {
    const { conflicts } = await drop(['x.csv', sheet('A-1;3;;labour')], ['y.csv', sheet('A-1;4;;labour')]);
    expect(conflicts).toEqual([A1]);
  });
});
