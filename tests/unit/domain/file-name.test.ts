import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedFile } from '../../../src/domain/file-name.ts';
import {
  distinctNames,
  FILE_NAME_LENGTH,
  fileName,
  FOLDER_NAME_LENGTH,
  isDeviceName,
  plainName,
} from '../../../src/domain/file-name.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { lawRuns } from '../../fixtures/law-runs.ts';

const { t } = localiserOf('en');
const EDITIONS = ['whole', 'clean', 'internal', 'public', 'pack', 'packs', 'review', 'answers'] as const;
const STATUSES = ['draft', 'under-review', 'validated'] as const;

const named = (file: Partial<NamedFile>): string =>
  fileName(t, {
    assessment: ['Meridia', 'Round 2026'],
    edition: 'internal',
    status: 'draft',
    day: '2026-11-30',
    extension: 'pdf',
    ...file,
  });

/** Titles and names as people of many scripts write them, and what no system should have to take. */
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'مкфあ漢한ក็ิमंत्रालय😀𞤀ßıİﬁ…’/\\:*?"<>|. -_%&#+‮\u0000\n'),
    maxLength: 150,
  }),
  fc.constantFrom('CON', 'prn', 'AUX.', 'nul ', 'COM1', 'lpt9', 'COM¹', 'ＣＯＮ', 'con.tar', '..', '.', ' ', ''),
);

/** What Windows, macOS, Linux and the programs that unpack zips all take. */
function expectAnyMachineTakes(name: string): void {
  // eslint-disable-next-line no-control-regex
  expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001F\u007F\p{Cf}\p{Cs}\p{Co}\s]/u);
  expect(name).not.toMatch(/^[-. ]|[-. ]$/);
  expect(name).toBe(name.normalize('NFC'));
  expect(name.isWellFormed()).toBe(true);
  expect(isDeviceName(name)).toBe(false);
  expect(new TextEncoder().encode(name).length).toBeLessThan(255);
}

describe('the name of a file', () => {
  it.each([
    [{}, 'Meridia-Round-2026-internal-draft-2026-11-30.pdf'],
    [
      { edition: 'public', preset: 'summary', status: 'validated' },
      'Meridia-Round-2026-summary-public-validated-2026-11-30.pdf',
    ],
    [
      { subject: 'Ministère de l’Emploi', edition: 'pack', language: 'fr', extension: 'xlsx' },
      'Ministere-de-l-Emploi-Meridia-Round-2026-pack-draft-fr-2026-11-30.xlsx',
    ],
    [{ assessment: [], extension: 'sextant.age', edition: 'whole' }, 'sextant-whole-draft-2026-11-30.sextant.age'],
    [{ assessment: ['///'], subject: '…' }, 'sextant-internal-draft-2026-11-30.pdf'],
    [{ assessment: ['حوكمة الهجرة'] }, 'حوكمة-الهجرة-internal-draft-2026-11-30.pdf'],
    // Signs that are part of the word stay where they are; in Devanagari a word without them is another one.
    [{ assessment: ['श्रम मंत्रालय'] }, 'श्रम-मंत्रालय-internal-draft-2026-11-30.pdf'],
    [{ assessment: ['Bộ Ngoại giao'] }, 'Bo-Ngoai-giao-internal-draft-2026-11-30.pdf'],
  ] as const)('%j', (file, name) => {
    expect(named(file)).toBe(name);
  });

  it('differs by edition, ready choice, status and day, whatever the title', () => {
    const files: Partial<NamedFile>[] = [
      ...EDITIONS.map((edition) => ({ edition })),
      ...STATUSES.map((status) => ({ status, preset: 'summary' })),
      { day: '2026-12-01' },
    ];
    fc.assert(
      fc.property(written, (title) => {
        const names = files.map((file) => named({ ...file, assessment: [title] }));
        expect(new Set(names).size).toBe(files.length);
      }),
      lawRuns(50),
    );
  });

  it('is one that any machine takes, in every language, and short enough for a path on Windows', () => {
    // C:\Users\twenty letters\Downloads\zip\folder\file, at most 259 letters.
    const longest =
      'C:\\Users\\\\Downloads\\'.length + 20 + FILE_NAME_LENGTH - 4 + 1 + FOLDER_NAME_LENGTH + 1 + FILE_NAME_LENGTH;
    expect(longest).toBeLessThan(260);
    fc.assert(
      fc.property(
        fc.record({
          subject: fc.option(written, { nil: '' }),
          assessment: fc.array(written, { maxLength: 2 }),
          edition: fc.constantFrom(...EDITIONS),
          preset: fc.option(written),
          status: fc.constantFrom(...STATUSES),
          extension: fc.constantFrom('pdf', 'sextant.age'),
        }),
        fc.constantFrom(...LANGUAGES.map(({ code }) => code)),
        (file, code) => {
          const name = fileName(localiserOf(code).t, { ...file, language: code, day: '2026-11-30' });
          expectAnyMachineTakes(name);
          expect(name.length).toBeLessThanOrEqual(FILE_NAME_LENGTH);
          expect(name.endsWith(`-${code}-2026-11-30.${file.extension}`)).toBe(true);
        },
      ),
    );
  });
});

describe('short names of institutions', () => {
  it.each([
    [
      ['AUX', 'nul', 'COM1', 'Com¹'],
      ['AUX-sextant', 'nul-sextant', 'COM1-sextant', 'Com1-sextant-2'],
    ],
    [
      ['Health', 'HEALTH', 'Héalth'],
      ['Health', 'HEALTH-2', 'Health-3'],
    ],
    [
      ['', '/'],
      ['w-0', 'w-1'],
    ],
    [
      ['Ministry of Labour, Department of Employment', 'Ministry of Labour, Department of Emigration'],
      ['Ministry-of-Labour-Department', 'Ministry-of-Labour-Department-2'],
    ],
  ])('%j', (texts, names) => {
    expect(distinctNames(texts.map((text, index) => ({ text, fallback: `w-${index}` })))).toEqual(names);
  });

  it('never meet, are taken by any machine, and stand uncut in the names of their files', () => {
    const institutions = fc.array(fc.record({ text: written, fallback: written }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(institutions, written, (given, title) => {
        const names = distinctNames([...given, ...given]);
        names.forEach(expectAnyMachineTakes);
        expect(names.every((name) => name.length <= FOLDER_NAME_LENGTH)).toBe(true);
        const folded = names.map((name) => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase());
        expect(new Set(folded).size).toBe(names.length);
        const files = names.map((subject) => named({ subject, assessment: [title], edition: 'pack' }));
        expect(new Set(files.map((name) => name.toUpperCase())).size).toBe(names.length);
      }),
    );
  });

  it('plainName keeps a whole letter, never half of one', () => {
    expect(plainName('😀𞤀𞤁𞤂', 4)).toBe('𞤀𞤁');
  });
});
