import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../../src/domain/fold-words.ts';
import { readDate } from '../../../../src/domain/intake/read-date.ts';
import { columnOfHead } from '../../../../src/domain/intake/spelled-heads.ts';
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
function wordsOf(spellings: Spellings): string[] {
  const lists = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(lists);
  return lists(spellings);
}

describe.each(LANGUAGES)('what the app writes in $name', (language) => {
  const { t, find, date } = createLocaliser(language, readCatalogue(language.code));
  const noWords = new Map<string, string>();

  it('has words of its own that are written as they are compared', () => {
    const spellings = SPELLINGS[language.code];
    expect(wordsOf(spellings).filter((word) => word !== foldWords(word))).toEqual([]);
    expect(spellings.months).toHaveLength(12);
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
