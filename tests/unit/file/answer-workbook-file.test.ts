import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import { writeJournal } from '../../../src/file/journal-lines.ts';
import { readReturnedFile } from '../../../src/file/read-returned-file.ts';
import { officeParts, unescapeXml } from '../../fixtures/office-text.ts';
import type { Edit, Making } from '../../fixtures/answer-workbooks.ts';
import { A1, MADE, bytesOf, edited, framework, sheetsOf, side, take } from '../../fixtures/answer-workbooks.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const answerArbitrary = fc.constantFrom('1 nascent', '4 mature', "Don't know", 'Not our mandate', null, 2);
const textArbitrary = fc.option(fc.string({ maxLength: 12, unit: 'grapheme' }));
const fillings = fc.array(fc.tuple(fc.constantFrom('A-1', 'A-2', 'B-1'), answerArbitrary, textArbitrary), {
  maxLength: 4,
});

/** Forty workbooks of two institutions in two languages, as differently filled in as it comes. */
async function filledJournals() {
  const given = [
    { sheets: await sheetsOf(), answer: 'Your answer', comment: 'Comment' },
    { sheets: await sheetsOf({ code: 'fr' }), answer: 'Votre réponse', comment: 'Commentaire' },
    { sheets: await sheetsOf({ institution: 'lead' }), answer: 'Your answer', comment: 'Comment' },
  ];
  return fc.sample(fillings, { numRuns: 40, seed: 7 }).flatMap((filled, index) => {
    const { sheets, answer, comment } = given[index % given.length]!;
    const present = new Set(sheets[1]!.rows.map((row) => row[0]));
    const edits = filled
      .filter(([code]) => present.has(code))
      .flatMap(([code, word, text]): Edit[] => [
        [1, code, answer, answer === 'Votre réponse' && typeof word === 'string' ? 4 : word],
        [1, code, comment, text],
      ]);
    const taken = take(edited(sheets, ...edits));
    return taken.ok ? [taken.value.journal] : [];
  });
}

describe('reading workbooks', () => {
  it('gives the same state and the same bytes in any order and however often, and loses nothing', async () => {
    const journals = await filledJournals();
    expect(journals).toHaveLength(40);
    const mine = journalOf(MADE);
    const places = fc.array(fc.nat(journals.length - 1), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.nat(7)), (chosen, order) => {
        const once = mergeJournals(mine, ...chosen.map((place) => journals[place]!));
        const shuffled = [...chosen].sort(() => order.next().value! - 4).map((place) => journals[place]!);
        const again = mergeJournals(mergeJournals(...shuffled, mine), ...shuffled.slice(1));
        expect(Buffer.compare(writeJournal(again), writeJournal(once))).toBe(0);
        const ids = new Set(once.entries.map(({ id }) => id));
        expect(chosen.flatMap((place) => journals[place]!.entries).every(({ id }) => ids.has(id))).toBe(true);
      }),
      lawRuns(1000),
    );
  });

  it('gives the same entries however often the same workbook is read', async () => {
    const filled = edited(await sheetsOf(), A1);
    expect(side(filled).journal.entries).toHaveLength(2);
    expect(side(filled)).toEqual(side(edited(filled)));
  });

  it('makes a conflict of answers that were given without seeing each other', async () => {
    const first = side(edited(await sheetsOf(), A1)).journal;
    const second = side(edited(await sheetsOf(), [1, 'A-1', 'Your answer', '4 mature'])).journal;
    const { entries } = mergeJournals(journalOf(MADE), first, second);
    expect(fold(entries).registers.get('rating/labour/A-1/1/answer')).toMatchObject({ conflict: true });
  });
});

describe('the file', () => {
  it('offers lists to choose from and holds no formula', async () => {
    const parts = officeParts(await bytesOf({ withDraft: true }));
    const all = [...parts.values()].join('\n');
    expect(all).not.toContain('<f>');
    expect(all).not.toMatch(/<t[^>]*>[=+\-@]/);
    const answers = parts.get('xl/worksheets/sheet2.xml') ?? '';
    const lists = [...answers.matchAll(/<dataValidation type="list"[^>]*sqref="([^"]*)"><formula1>([^<]*)</g)];
    expect(lists.map(([, cells, source]) => [cells, unescapeXml(source ?? '')])).toEqual([
      ['D4', "'Key'!$B$10:$B$17"],
      ['D5 D7', "'Key'!$B$18:$B$24"],
      ['J4 J5 J7', "'Key'!$B$25:$B$27"],
    ]);
    expect(answers.indexOf('</sheetData><dataValidations')).toBeGreaterThan(0);
    expect(answers.indexOf('<pageMargins')).toBeGreaterThan(answers.indexOf('</dataValidations>'));
    const words = (await sheetsOf({ withDraft: true }))[4]!.rows.slice(9, 17).map((row) => row[1]);
    expect(words).toEqual([
      ...['1 nascent', '2 emerging', '3 developed', '4 mature', 'Don’t know', 'Not applicable', 'Not our mandate'],
      'No view',
    ]);
  });

  it('says on every sheet to what it belongs, and hides the key', async () => {
    const sheets = await sheetsOf();
    const code = `sextant-answers | 1 | tiny | 1.2.0 | ${framework.hash} | labour | a`;
    expect(sheets.slice(0, 4).map(({ rows }) => rows[0]?.[0])).toEqual(Array(4).fill(code));
    const workbook = officeParts(await bytesOf()).get('xl/workbook.xml') ?? '';
    expect(
      [...workbook.matchAll(/name="([^"]*)"( state="hidden")?\/>/g)].map(([, name, hidden]) => [name, hidden]),
    ).toEqual([
      ['Instructions', undefined],
      ['Answers', undefined],
      ['Requirements', undefined],
      ['Evidence', undefined],
      ['Key', ' state="hidden"'],
    ]);
  });

  it('holds no one else’s answer, unless the draft of the lead goes along', async () => {
    const text = async (making: Making) => JSON.stringify((await sheetsOf(making))[1]);
    expect(await text({})).not.toContain('Draft of');
    expect(await text({ withDraft: true })).toContain('Draft of Lead: 4 mature');
    expect(JSON.stringify(await sheetsOf({ institution: 'union' }))).not.toMatch(/rating|Act 12/);
  });

  it('is told from other files', async () => {
    const codes = async (bytes: Uint8Array) => {
      const read = await readReturnedFile(bytes, 'x');
      return read.ok ? [] : read.problems.map(({ code }) => code);
    };
    expect(await codes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toEqual(['file.isOlderFile']);
    expect(await codes(new TextEncoder().encode('age-encryption.org/v1\n'))).toEqual(['file.encrypted']);
    expect(await codes(new TextEncoder().encode('name;place\nA;B'))).toEqual(['file.isSheet']);
  });
});
