import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../../src/domain/fold-words.ts';
import type { CountingWords } from '../../../../src/domain/intake/counting-words.ts';
import { COUNTING_WORDS } from '../../../../src/domain/intake/counting-words.ts';
import { readDate } from '../../../../src/domain/intake/read-date.ts';
import { columnOfHead } from '../../../../src/domain/intake/spelled-heads.ts';
import { spelledGrade } from '../../../../src/domain/intake/spelled-grades.ts';
import { PLAN_SHEET_COLUMNS } from '../../../../src/domain/plan/plan-sheet.ts';
import type { SpelledChoice, Spellings } from '../../../../src/domain/intake/spellings.ts';
import {
  spelledAnswer,
  spelledChoice,
  spelledRequirementState,
  SPELLINGS,
} from '../../../../src/domain/intake/spellings.ts';
import {
  ANSWER_COLUMNS,
  ENDORSEMENT_FIELDS,
  EVIDENCE_COLUMNS,
  REQUIREMENT_COLUMNS,
} from '../../../../src/domain/workbook/answer-workbook.ts';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { shortDate } from '../../../../src/i18n/short-date.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';

const MONTHS = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-23`);
const TABLES = { answers: ANSWER_COLUMNS, requirements: REQUIREMENT_COLUMNS, evidence: EVIDENCE_COLUMNS };

/** Every word of a language, with the list that it stands in. */
function wordsOf(spellings: readonly (Spellings | CountingWords)[]): string[] {
  const lists = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(lists);
  return lists(spellings);
}

describe.each(LANGUAGES)('what the app writes in $name', (language) => {
  const { t, find, date } = createLocaliser(language, readCatalogue(language.code));
  const noWords = new Map<string, string>();

  it('has words of its own that are written as they are compared', () => {
    const [spellings, counting] = [SPELLINGS[language.code], COUNTING_WORDS[language.code]];
    expect(wordsOf([spellings, counting]).filter((word) => word !== foldWords(word))).toEqual([]);
    expect(counting.months).toHaveLength(12);
  });

  it('is read back as the dates it is, by day and month in words', () => {
    for (const iso of MONTHS) {
      expect(readDate(date(iso))).toEqual({ date: iso });
      expect(readDate(shortDate(language, iso))).toEqual({ date: iso });
    }
  });

  it('is known as a title of each column, without the key of the file', () => {
    for (const [table, columns] of Object.entries(TABLES)) {
      const columnOf = columnOfHead(table, noWords);
      const titles = columns.map((column) => find(`institutions.workbook.${table}.${column}`) ?? '');
      expect(titles.map(columnOf), table).toEqual(columns);
    }
    const ofPlan = PLAN_SHEET_COLUMNS.map(
      (column) => find(`plan.${column === 'number' || column === 'id' ? 'sheet' : 'field'}.${column}`) ?? '',
    );
    expect(ofPlan.map(columnOfHead('plan', noWords))).toEqual(PLAN_SHEET_COLUMNS);
    const fieldOf = columnOfHead('endorsement', noWords);
    const labels = ENDORSEMENT_FIELDS.map((field) => find(`institutions.workbook.endorsement.${field}`) ?? '');
    expect(labels.map(fieldOf)).toEqual(ENDORSEMENT_FIELDS);
  });

  it.each([
    ['confidence', 'beside.confidence', ['high', 'medium', 'low']],
    ['state', 'institutions.state', ['prepared', 'endorsed']],
    ['status', 'plan.status', ['not-started', 'ongoing', 'done', 'blocked']],
  ] as const)('is understood where one of a list is meant: %s', (list: SpelledChoice, key, ids) => {
    expect(ids.map((id) => spelledChoice(list, find(`${key}.${id}`) ?? ''))).toEqual(ids);
  });

  it('is understood where impact and ease are meant, in words for numbers', () => {
    for (const column of ['impact', 'ease'] as const) {
      const words = [1, 2, 3, 4].map((grade) => find(`gaps.${column}.${grade}`) ?? '');
      expect(words.map((word) => spelledGrade(column, word))).toEqual([1, 2, 3, 4]);
    }
  });

  it('is understood as yes, no, under way, and as the answers beside levels', () => {
    const met = (['yes', 'no', 'under-way'] as const).map((id) => t(`institutions.workbook.met.${id}`));
    expect(met.map(spelledRequirementState)).toEqual(['yes', 'no', 'under-way']);
    const answers = [t('assess.unknown'), t('institutions.workbook.notApplicable'), t('institutions.notOurs')];
    expect(answers.map(spelledAnswer)).toEqual(['unknown', 'not-applicable', 'not-ours']);
  });
});

describe('dates in Arabic', () => {
  it.each([
    ['15 كانون الثاني/يناير 2027', '2027-01-15'],
    ['يوم الاثنين 1 شباط 2027', '2027-02-01'],
    ['٣ أكتوبر ٢٠٢٦م', '2026-10-03'],
    ['3 تشرين الأول، 2026', '2026-10-03'],
    ['٢٠٢٧-٠٣-٣١', '2027-03-31'],
  ])('are read under the names of every country, in either digits: %s', (written, iso) => {
    expect(readDate(written)).toEqual({ date: iso });
  });
});

describe('dates as programs and officials write them', () => {
  it.each([
    ...[
      '31/03/2027 00:00',
      '31/03/2027 10:15:00',
      '31 mars 2027 à 10h15'.replace(' à', ','),
      "'31/03/2027",
      '31.03.2027.',
    ],
    ...['2027. 3. 31.', '31/3/2027م', '\u202B٣١/٣/٢٠٢٧\u202C', 'mar. 31 mars 2027', 'miércoles, 31 de marzo de 2027'],
  ])('are read whatever stands around them: %s', (written) => {
    expect(readDate(written)).toEqual({ date: '2027-03-31' });
  });

  it.each([
    ...[
      '1° décembre 2026',
      '1 er décembre 2026',
      '1ᵉʳ décembre 2026',
      'premier décembre 2026',
      'primero de diciembre de 2026',
    ],
    ...[
      'uno de diciembre de 2026',
      '1.º de diciembre de 2026',
      'mar. 1 déc. 2026',
      'Tues 1 Dec 2026',
      'الثلاثاء 1 كانون الأول 2026',
    ],
  ])('are the first of a month, and a Tuesday: %s', (written) => {
    expect(readDate(written)).toEqual({ date: '2026-12-01' });
  });

  it('know the short name of each month that officials use', () => {
    expect(readDate('14 juill. 2027')).toEqual({ date: '2027-07-14' });
  });

  it.each(['12/05/1448', '12 محرم 1448 هـ', '1405/12/10', '31/03/2570', '2027-31-03', '3 mars, 4 avril 2027'])(
    'of another calendar, or none, are asked about: %s',
    (written) => {
      expect(readDate(written)).toEqual({ couldBe: [] });
    },
  );
});
