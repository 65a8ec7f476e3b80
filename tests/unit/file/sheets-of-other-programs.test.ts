import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFrameworkAt } from '../../../src/cli/read-framework.ts';
import { readAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { CODE_PAGE_720, CODE_PAGE_850, CODE_PAGE_864, MAC_ARABIC } from '../../../src/file/eight-bit-letters.ts';
import { decodeEightBits } from '../../../src/file/eight-bit-text.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import { sheetsOf } from '../../fixtures/answer-workbooks.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { projectPath } from '../cli/run-collected.ts';

/** What a file says as an answer sheet; the code of its problem where it is none. */
async function saidBy(bytes: Uint8Array) {
  const read = await readReturnedFile(bytes, 'x');
  if (!read.ok) return read.problems.map(({ code }) => code);
  const sheet = read.value.kind === 'sheet' ? readAnswerSheet(read.value.text, tinyFramework()) : null;
  if (sheet?.ok !== true) throw new Error(JSON.stringify(sheet));
  const { rows, open } = sheet.value;
  return [
    ...rows.map(({ indicator, answer, comment }) => [indicator, answer?.state === 'level' && answer.level, comment]),
    ...open.list.map(({ problem: { code, line } }) => [code, line]),
  ];
}

/** A text with a letter a byte, by what the bytes from 0x80 stand for. */
function encode(text: string, letters: string): Uint8Array {
  const byteOf = (letter: string) => (letter < '\x80' ? letter.charCodeAt(0) : 0x80 + letters.indexOf(letter));
  return Uint8Array.from([...text].map(byteOf));
}
const HIGH_BYTES = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
const lettersOf = (label: string) => new TextDecoder(label).decode(HIGH_BYTES);
const WINDOWS_1252 = `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ${String.fromCharCode(...HIGH_BYTES.subarray(32))}`;

const instrument = readFrameworkAt(projectPath('indicators/migration-governance'));
if (!instrument.ok) throw new Error(JSON.stringify(instrument.problems));
const saidIn = (language: string) => Object.values(instrument.value.texts[language]?.indicators ?? {});

describe('an answer sheet in the letters of another program', () => {
  const FRENCH = 'Décret publié à l’été, ça suffît';
  const SPANISH = '«Según la Ley nº 12, sí», año 2020 – ¿y después?';
  const ARABIC = 'القانون منشور في 2020';
  it.each([
    ['Windows', WINDOWS_1252, [FRENCH, SPANISH, 'd’accord', 'Cœur… (oui)', '± 5 000 €', 'À l’État : 20 °C']],
    ['older programs of Apple', lettersOf('macintosh'), [FRENCH, SPANISH, 'd’accord', 'où', 'ÉTAT CIVIL À JOUR']],
    [
      'MS-DOS',
      CODE_PAGE_850,
      [FRENCH.replace('’', "'"), SPANISH.replace('–', '-'), 'ñandú', 'Services des frontières'],
    ],
    ['Windows in Arabic', lettersOf('windows-1256'), [ARABIC, 'نعم', FRENCH]],
    ['Unix in Arabic', lettersOf('iso-8859-6'), [ARABIC, 'هل توجد وزارة واحدة؟']],
    ['MS-DOS in Arabic', CODE_PAGE_720, [ARABIC, 'الوزارة المكلفة بالهجرة', 'Décret, même là']],
    ['programs of Apple in Arabic', MAC_ARABIC, [ARABIC, 'الإدارة المحلية، منذ ٢٠٢٠', FRENCH.replace('’', "'")]],
  ])('is read as it was written: %s', async (_, letters, comments) => {
    for (const comment of comments) {
      const bytes = encode(`indicator,answer,comment\r\nA-1,3,"${comment}"`, letters);
      expect(await saidBy(bytes)).toEqual([['A-1', 'developed', comment]]);
    }
  });

  it('is read where each form of an Arabic letter has a sign of its own', async () => {
    const bytes = encode('indicator,answer,comment\r\nA-1,3,"ﻗﺎﻧﻭﻥ ﺍﻟﻬﺟﺭﺓ"', CODE_PAGE_864);
    expect(await saidBy(bytes)).toEqual([['A-1', 'developed', 'قانون الهجرة']]);
  });

  it('is read as it was written in any of them, whatever the app says in that language', () => {
    const ways = [
      [WINDOWS_1252, ['fr', 'es']],
      [lettersOf('macintosh'), ['fr', 'es']],
      [CODE_PAGE_850, ['fr', 'es']],
      [lettersOf('windows-1256'), ['ar']],
      [CODE_PAGE_720, ['ar']],
      [MAC_ARABIC, ['ar']],
    ] as const;
    const plain = (text: string) => text.replaceAll(/[’«»–…،؛؟\u00A0\u202F]/g, ' ');
    const spoiled = ways.flatMap(([letters, languages]) =>
      languages.flatMap((language) => {
        const titles = saidIn(language).map(({ title, question }) => plain(`${title} ${question}`));
        const known = titles.filter((text) => [...text].every((letter) => letter < '\x80' || letters.includes(letter)));
        expect(known.length).toBeGreaterThan(titles.length / 2);
        return known.filter((text) => decodeEightBits(encode(text, letters)) !== text);
      }),
    );
    expect(spoiled).toEqual([]);
  });

  it('leaves open what is written in letters that nobody here knows, and takes in the rest', async () => {
    const cyrillic = Uint8Array.from(
      [...'Закон принят'].map((letter) => (letter === ' ' ? 32 : letter.charCodeAt(0) - 0x350)),
    );
    const text = (comment: Uint8Array) =>
      Uint8Array.from([...strToU8('indicator,answer,comment\nB-1,2,\nA-1,3,'), ...comment]);
    const lost = [
      ['B-1', 'emerging', ''],
      ['A-1', 'developed', ''],
      ['intake.cellLetters', 3],
    ];
    expect(await saidBy(text(cyrillic))).toEqual(lost);
    // So where a part of a text in UTF-8 is in another code, or it is cut off.
    const mixed = Uint8Array.from([...strToU8('déjà à l’été '), 0xe9]);
    expect(await saidBy(text(mixed))).toEqual(lost);
    // So where another program put a sign in the place of letters.
    expect(await saidBy(text(strToU8('D\uFFFDcret')))).toEqual(lost);
  });

  it.each([
    ['Windows', lettersOf('windows-1256')],
    ['MS-DOS', CODE_PAGE_720],
    ['Unix', lettersOf('iso-8859-6')],
  ])('is left open where a word or two read as well in other Arabic letters: %s', async (_, letters) => {
    const bytes = encode('indicator,answer,comment\nB-1,2,\nA-1,3,هو', letters);
    expect(await saidBy(bytes)).toEqual([
      ['B-1', 'emerging', ''],
      ['A-1', 'developed', ''],
      ['intake.cellLetters', 3],
    ]);
  });

  it('is known by its beginning, which may end within a letter, and by its Arabic head below a title', async () => {
    const comment = 'قانون '.repeat(900).trim();
    for (const title of ['إجابات', 'إجابات ']) {
      const text = `${title}\nالمؤشر;الإجابة;التعليق\nA-1;3;${comment}`;
      expect(await saidBy(strToU8(text))).toEqual([['A-1', 'developed', comment]]);
    }
  });
});

describe('an answer sheet that a program wrote', () => {
  it.each([
    ['strokes', 'indicator|answer|comment\nA-1|3|Fine'],
    ['a separator that its first line names', 'sep=^\nindicator^answer^comment\nA-1^3^Fine'],
    ['that line in quotation marks', '"sep=;"\r\nindicator;answer;comment\r\nA-1;3;Fine'],
    ['texts kept from a spreadsheet', 'indicator,answer,comment\n"=""A-1""","=""3""",Fine'],
    ['rows that say nothing', 'institution;indicator;answer;comment\nLabour;;;\nLabour;A-1;3;Fine'],
  ])('is read with %s', async (_, text) => {
    expect(await saidBy(strToU8(text))).toEqual([['A-1', 'developed', 'Fine']]);
  });

  it('is none where it is the sheet of requirements, whose levels are no answers', async () => {
    const sheets = await sheetsOf();
    const csvOf = (at: number) => {
      const cells = (row: readonly unknown[]) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`);
      return strToU8(sheets[at]!.rows.map((row) => cells(row).join(';')).join('\n'));
    };
    expect(await saidBy(csvOf(2))).toEqual(['file.isSheet']);
    // Nor are titles of domains rows without a code.
    expect((await saidBy(csvOf(1))).map(([code]) => code)).toEqual(['A-1', 'A-2', 'B-1']);
  });

  it.each(['Bonjour,\nveuillez trouver ci-joint les réponses', 'Dear all,\nplease find attached'])(
    'is not a letter with a comma in its first line: %j',
    async (letter) => {
      expect(await saidBy(strToU8(letter))).toEqual(['file.notZip']);
    },
  );
});
