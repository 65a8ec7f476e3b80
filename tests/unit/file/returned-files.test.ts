import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { originOfWorkbook, takeInWorkbook } from '../../../src/domain/workbook/take-in-workbook.ts';
import { isFull } from '../../../src/domain/journal/entry-schema.ts';
import { parseAnswerSheet, readAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { readGivenFile } from '../../../src/file/read-given-file.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { decodeText } from '../../../src/file/text-bytes.ts';
import { ASSESSMENT, SETTINGS, sheetsOf, side } from '../../fixtures/answer-workbooks.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { projectPath } from '../cli/run-collected.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const returned = (name: string) => new Uint8Array(readFileSync(projectPath(`tests/fixtures/returned/${name}`)));
const give = (bytes: Uint8Array, use: 'open' | 'return' | 'plan' = 'return', fileName = 'x') =>
  readGivenFile({ file: new Blob([bytes as BlobPart]), fileName, use, passphrase: null });
const codesOf = async (bytes: Uint8Array, use: 'open' | 'return' | 'plan' = 'return', fileName = 'x') =>
  (await give(bytes, use, fileName)).map(({ content }) =>
    content.ok ? content.value.kind : content.problems.map(({ code }) => code).join(' '),
  );

/** The framework that the workbooks were made on. */
function frameworkOfThem() {
  const read = readSextantFile(
    new Uint8Array(readFileSync(projectPath('tests/fixtures/files/rounds/migration-governance-0.9.0.sextant'))),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.framework;
}
const framework = frameworkOfThem();

/** What a returned file says, and what of it stays open. */
async function saidBy(name: string) {
  const [read] = await give(returned(name));
  if (read?.content.ok !== true || read.content.value.kind !== 'workbook') throw new Error(JSON.stringify(read));
  const { sheets } = read.content.value;
  const { assessment: id, institution } = originOfWorkbook(sheets)!;
  const institutions = new Map([[institution, { id: institution }]]);
  const taken = takeInWorkbook(sheets, { assessment: { ...ASSESSMENT, id }, framework, institutions });
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  const entries = taken.value.journal.entries.filter(isFull);
  return {
    said: Object.fromEntries(entries.map(({ register, value }) => [register, value])),
    open: taken.value.open.map(({ problem: { code, line } }) => [code, line]),
  };
}

describe('workbooks that came back', () => {
  it.each(['error-cells.xlsx', 'answers.ods'])('keep their name: %s is no zip of others', async (name) => {
    expect((await give(returned(name), 'return', name)).map(({ fileName }) => fileName)).toEqual([name]);
  });

  it('take nothing back where a spreadsheet shows an error: each is named', async () => {
    expect(await saidBy('error-cells.xlsx')).toEqual({
      said: {},
      open: [
        ['intake.cellError', 4],
        ['intake.cellError', 6],
        ['intake.cellError', 6],
      ],
    });
  });

  it('are understood with a date in French words', async () => {
    const { said, open } = await saidBy('date-in-french.xlsx');
    expect(open).toEqual([]);
    expect(said['endorsement/labour']).toEqual({
      state: 'prepared',
      function: 'Directrice',
      name: 'A. Diop',
      date: '2026-12-01',
    });
  });

  it('are understood with a level in French words', async () => {
    const { said, open } = await saidBy('level-in-french.xlsx');
    expect([said['rating/labour/IC-01/1/answer'], open]).toEqual([{ level: 'developed' }, []]);
  });

  it('are read as OpenDocument', async () => {
    expect((await saidBy('answers.ods')).open).toEqual([]);
  });

  it('are found in a zip of renamed files', async () => {
    expect(await codesOf(returned('zip-of-renamed.zip'))).toEqual(['assessment']);
    expect(await codesOf(returned('zip-of-renamed.zip'), 'open')).toEqual(['assessment']);
  });
});

const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from([...text].flatMap((one) => (bigEndian ? [0, one.charCodeAt(0)] : [one.charCodeAt(0), 0])));

describe('an answer sheet as other programs save it', () => {
  it('is read with semicolons in Windows-1252', () => {
    const sheet = parseAnswerSheet(decodeText(returned('semicolons-windows-1252.csv')) ?? '', framework);
    expect(sheet.ok && sheet.value.rows.map(({ indicator, comment }) => [indicator, comment])).toEqual([
      ['IC-01', 'Loi en vigueur, depuis l’été 2024 ; voir décret'],
      ['IC-02', 'n° 1 "cité"'],
      ['IC-03', 'hors champ'],
    ]);
  });

  it.each([
    ['tabs', strToU8('indicator\tanswer\nA-1\tmature')],
    ['a line that names the separator', strToU8('sep=;\r\nindicator;answer\r\nA-1;mature')],
    ['codes in small letters', strToU8('indicator,answer\na-1,mature')],
    ['UTF-16, low byte first', utf16('indicator,answer\nA-1,mature', false)],
    ['UTF-16, high byte first', utf16('indicator,answer\nA-1,mature', true)],
  ])('is read with %s', (_, bytes) => {
    const sheet = parseAnswerSheet(decodeText(bytes) ?? '', tinyFramework());
    expect(sheet.ok && sheet.value.rows).toMatchObject([
      { indicator: 'A-1', answer: { state: 'level', level: 'mature' } },
    ]);
  });

  it.each([
    ['each row in quotation marks as a whole', '"indicator;answer;comment"\r\n"A-1;mature;""so; really"""\r\n'],
    ['some rows in them, where texts had their own', 'indicator;answer;comment\r\n"A-1;mature;""so; really"""\r\n'],
    ['lines that end in three ways', 'indicator;answer;comment\r\nA-1;mature;"so; really"\nA-2;;\rB-1;;\r\n'],
  ])('is read with %s', (_, text) => {
    const sheet = readAnswerSheet(text, tinyFramework());
    expect(sheet.ok && sheet.value.open.list).toEqual([]);
    expect(sheet.ok && sheet.value.rows[0]).toMatchObject({
      ...{ indicator: 'A-1', answer: { state: 'level', level: 'mature' }, comment: 'so; really', line: 2 },
    });
  });

  it.each(['\r\n', '\r', '\n'])('names its lines where texts have inches in them and lines end in %j', (end) => {
    const lines = ['indicator;answer;comment', 'A-1;mature;5" pipes', 'A-2;mature;6" pipes', 'B-1;great;', ''];
    const sheet = readAnswerSheet(lines.join(end), tinyFramework());
    expect(sheet.ok && sheet.value.rows.slice(0, 2)).toMatchObject([
      { line: 2, comment: '5" pipes' },
      { line: 3, comment: '6" pipes' },
    ]);
    expect(sheet.ok && sheet.value.open.list.map(({ problem: { line } }) => line)).toEqual([4]);
  });

  it('keeps a line above its head whole that has a separator and several lines in it', () => {
    const sheet = readAnswerSheet('"Round 1; see\nbelow"\nindicator;answer\nA-1;great', tinyFramework());
    expect(sheet.ok && sheet.value.open.list.map(({ problem: { line } }) => line)).toEqual([4]);
  });

  it('names the lines of the file, below one that names the separator', () => {
    const sheet = parseAnswerSheet('sep=;\nindicator;answer\nA-1;great', tinyFramework());
    expect(sheet.ok ? [] : sheet.problems.map(({ line }) => line)).toEqual([3]);
  });
});

describe('an answer sheet that comes back', () => {
  it.each([
    ['commas', strToU8('indicator,answer\nA-1,mature')],
    [
      'semicolons, named in a line of their own, and a byte order mark',
      strToU8('\uFEFFsep=;\r\nIndicator;Answer\r\nA-1;mature'),
    ],
    ['tabs', strToU8('indicator\tanswer\nA-1\tmature')],
    ['Windows-1252', Uint8Array.from([...strToU8('indicator;answer;comment\nA-1;mature;'), 0xe9, 0x74, 0xe9])],
    ['UTF-16', utf16('indicator,answer\nA-1,mature', false)],
  ])('is read with %s, whatever it is called and in a zip', async (_how, bytes) => {
    for (const given of [bytes, zipSync({ 'x/y.txt': bytes })]) {
      const [read] = await readGivenFile({
        file: new Blob([given as BlobPart]),
        fileName: 'x',
        use: 'return',
        passphrase: null,
      });
      const content = read?.content.ok === true ? read.content.value : null;
      if (content?.kind !== 'sheet') throw new Error(JSON.stringify(read));
      const sheet = readAnswerSheet(content.text, tinyFramework());
      expect(sheet.ok && [sheet.value.rows, sheet.value.open.list]).toMatchObject([
        [{ indicator: 'A-1', answer: { level: 'mature' } }],
        [],
      ]);
    }
  });

  it('belongs to the assessment from which it is taken in: opened by itself it says so', async () => {
    expect(await codesOf(strToU8('indicator;answer\nA-1;mature'), 'open')).toEqual(['file.isSheet']);
  });
});

describe('a file that is none of ours', () => {
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
  const bytes = (begins: string) => strToU8(begins.padEnd(300, '\0'), true);
  /** A container of older office programs: its head, its table of sectors, and one sector of its directory after another. */
  const compound = (...names: string[]) => {
    const sectors = Math.ceil(names.length / 4);
    const data = Buffer.alloc(512 * (2 + sectors));
    data.set([0xd0, 0xcf, 0x11, 0xe0]);
    data[30] = 9;
    data.writeUInt32LE(1, 48);
    for (let at = 0; at < sectors; at += 1)
      data.writeUInt32LE(at + 1 < sectors ? at + 2 : 0xfffffffe, 512 + 4 * (at + 1));
    for (const [index, name] of names.entries()) {
      data.write(name, 1024 + 128 * index, 'utf16le');
      data[1024 + 128 * index + 64] = 2 * name.length + 2;
    }
    return new Uint8Array(data);
  };
  const XML = '<?xml version="1.0"?>\n';
  const files: readonly (readonly [string, string, Uint8Array, string?])[] = [
    ['file.isWord', 'docx', zip('word/document.xml', '[Content_Types].xml')],
    ['file.isWord', 'doc', compound('Root Entry', 'Data', '1Table', 'x', 'WordDocument')],
    ['file.isSlides', 'pptx', zip('ppt/presentation.xml')],
    ['file.isSlides', 'ppt', compound('Root Entry', 'PowerPoint Document')],
    ['file.isBinaryWorkbook', 'xlsb', zip('xl/workbook.bin')],
    ['file.isOpenText', 'odt', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })],
    ['file.oldOffice', 'xls', compound('Root Entry', 'Workbook')],
    ['file.oldOffice', 'xlsx with a password', compound('Root Entry', '\x06DataSpaces', 'EncryptedPackage')],
    ['file.isMail', 'msg', compound('Root Entry', '__nameid_version1.0', '__substg1.0_0037001F')],
    ['file.isOlderFile', 'any other container', compound('Root Entry', 'Contents')],
    ['file.isOlderFile', 'a container cut short', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['file.isOtherTable', 'Excel 2003 as XML', strToU8(`${XML}<?mso-application progid="Excel.Sheet"?>\n<Workbook/>`)],
    [
      'file.isOtherTable',
      'fods',
      strToU8(`${XML}<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">`),
    ],
    ['file.isOtherTable', 'a page of Excel', strToU8('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>')],
    ['file.isOtherTable', 'a page named .xls', strToU8('<meta charset="utf-8"><table><tr><td>A'), 'x.xls'],
    ['file.isOtherTable', 'a bare table', strToU8('<table><tr><td>A')],
    ['file.isOtherTable', 'Numbers', zip('Index/Document.iwa', 'Index/Tables/Tile.iwa')],
    ['file.isPdf', 'pdf', strToU8('%PDF-1.7')],
    ['file.isPicture', 'png', bytes('\x89PNG\r')],
    ['file.isPicture', 'heic', bytes('\0\0\0\x18ftypheic')],
    ['file.isPicture', 'heif', bytes('\0\0\0\x18ftypmif1')],
    ['file.isPicture', 'webp', bytes('RIFF0000WEBPVP8 ')],
    ['file.isPicture', 'bmp', bytes('BM\x36\x10\x0e\0\0\0\0\0')],
    ['file.isPicture', 'tiff', bytes('MM\0*')],
    ['file.isPicture', 'svg', strToU8(`${XML}<svg xmlns="http://www.w3.org/2000/svg">`)],
    ['file.isFilm', 'mp4', strToU8('0000ftypmp42')],
    ['file.isFilm', 'avi', bytes('RIFF0000AVI LIST')],
    ['file.isFilm', 'wav', bytes('RIFF0000WAVEfmt ')],
    ['file.isFilm', 'mp3', bytes('ID3\x03')],
    ['file.isArchive', 'rar', strToU8('Rar!x')],
    ['file.isArchive', 'tar', bytes(`${'a'.repeat(257)}ustar`)],
    ['file.isPage', 'html', strToU8('<!doctype html><title>x</title>')],
    ['file.isPage', 'xhtml', strToU8(`${XML}<html>`)],
    ['file.isMail', 'eml', strToU8('From: a@b.example\r\nSubject: Retour\r\n\r\n')],
    [
      'file.isMail',
      'eml with a long head',
      strToU8('Received: from x\r\n by y;\r\n z\r\nX-A: 1\r\nSubject: R\r\n\r\nA; B: c'),
    ],
    ['file.isMail', 'winmail.dat', bytes('\x78\x9f\x3e\x22')],
    ['file.isLink', 'lnk', bytes('L\0\0\0\x01\x14\x02\0')],
    ['file.isLink', 'url', strToU8('[InternetShortcut]\r\nURL=https://x.example')],
    ['file.isLink', 'gsheet', strToU8('{"":"WARNING! DO NOT EDIT","doc_id":"x"}')],
    ['file.isEmpty', 'nothing', new Uint8Array()],
    ['file.isSheet', 'csv', strToU8('name;place\nA;B')],
    [
      'file.isSheet',
      'csv below words of a mail',
      strToU8('Date: 30/11/2026;\nTo: Ministry; a@b.example\nSubject: x;\nname;place\nA;B'),
    ],
    ['file.nothingInZip', 'zip', zip('photo.jpg', 'note.txt')],
  ];
  const cases = files.map(([code, kind, content, name = 'x']) => ({ code, kind, content, name }));
  it.each(cases)('is told what it is, in one sentence: $code of $kind', async ({ code, content, name }) => {
    expect(await codesOf(content, 'return', name)).toEqual([code]);
    expect(await codesOf(content, 'open', name)).toEqual([code]);
  });

  it.each([
    'Date: 30/11/2026;;;\n',
    'To: Secrétariat\n',
    'To: a;\nDate: b;\n',
    'Subject: x\nTo: y\n\n',
    'Réponses du ministère\n\n',
  ])('is not said of an answer sheet that begins with %j', async (begins) => {
    expect(await codesOf(strToU8(`${begins}indicator;answer;comment\nA-1;mature;`))).toEqual(['sheet']);
  });

  it('is not left out of a zip where the answers may be in it', async () => {
    const table = strToU8('<table><tr><td>A');
    expect(await codesOf(zipSync({ 'a.xls': table, 'b.lnk': bytes('L\0\0\0\x01\x14\x02\0') }))).toEqual([
      'file.isOtherTable',
      'file.isLink',
    ]);
  });

  it('is the lock that a program leaves beside an open document', async () => {
    expect(await codesOf(strToU8('\x05Marie'), 'return', '~$reponses.xlsx')).toEqual(['file.isLock']);
  });

  it('is a framework, which is opened elsewhere', async () => {
    expect(await codesOf(strToU8('{\n "format": "sextant-framework"'))).toEqual(['file.isJson']);
  });

  it('is told so too where the workbook of the plan is asked for', async () => {
    expect(await codesOf(strToU8('%PDF-1.7'), 'plan')).toEqual(['file.isPdf']);
  });
});

describe('whatever goes out into a workbook', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '_x0041_',
      '_x005F_x0041_',
      '=1+1',
      "'=x",
      '-oui',
      ' +1',
      '\u0000\u001f',
      '\ud800',
      '#REF!',
      'valueOf',
      '__proto__',
      '3.',
      ' x ',
      'x'.repeat(40_000),
    ),
  );
  it('comes back unchanged where nobody touched it', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (comment, title, role) => {
        const entries = entriesOf([
          ...SETTINGS,
          ['rating/labour/A-2/1/comment', comment],
          ['rating/labour/B-1/1/answer', { notApplicable: title }],
          ['evidence/e1', { title: title.trim() === '' ? 'Act' : title, reference: comment, access: 'public' }],
          [
            'endorsement/labour',
            { state: 'prepared', function: role.trim() === '' ? 'Director' : role, date: '2026-12-01' },
          ],
        ]);
        const { journal, open } = side(await sheetsOf({ entries }));
        expect([journal.entries, open]).toEqual([[], []]);
      }),
      lawRuns(40),
    );
  });

  it('comes back unchanged where a text of many cells has characters of two units', async () => {
    for (const reference of ['\u{10000}\t', `${'x'.repeat(31_985)}\u{10000}`, '\u{10000}'.repeat(40_000)]) {
      const title = 'x'.repeat(40_000);
      const entries = entriesOf([...SETTINGS, ['evidence/e1', { title, reference, access: 'public' }]]);
      expect(side(await sheetsOf({ entries })).journal.entries).toEqual([]);
    }
  });

  it('is kept in full of a document whose cell cannot show it, when another cell is changed', async () => {
    const reference = 'x'.repeat(50_000);
    const entries = entriesOf([...SETTINGS, ['evidence/e1', { title: 'Act 12', access: 'public', reference }]]);
    const sheets = (await sheetsOf({ entries })).map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => (cell === 'Act 12' ? 'Act 13' : cell))),
    }));
    const [changed] = side(sheets).journal.entries.filter(isFull);
    expect(changed).toMatchObject({ register: 'evidence/e1', value: { title: 'Act 13', reference } });
  });
});
