import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../../src/domain/institutions/check-assignments.ts';
import { institutionId } from '../../../../src/domain/institutions/institution-id.ts';
import { listInstitutions, listObservers } from '../../../../src/domain/institutions/list-institutions.ts';
import { parseInstitutionList } from '../../../../src/domain/institutions/parse-institution-list.ts';
import { proposeAssignments } from '../../../../src/domain/institutions/propose-assignments.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework, tinyFrameworkJson } from '../../../fixtures/tiny-framework.ts';

const words = {
  types: new Map([
    ['interior', 'interior'],
    ["Ministère de l'intérieur", 'interior'],
    ['labour', 'labour'],
  ]),
  observer: ['observer', 'observateur'],
};

function namesIn(text: string): readonly string[] | false {
  const result = parseInstitutionList(text, words);
  return result.ok && result.value.map(({ name }) => name);
}

describe('parseInstitutionList', () => {
  it('reads names, types in any language and observers, whatever the separator', () => {
    const text =
      "Ministry of the Interior; interior\r\n\n  Labour \tLABOUR\nUnions;observateur\nSûreté; Ministere de l'Interieur\n";
    expect(parseInstitutionList(text, words)).toEqual({
      ok: true,
      value: [
        { name: 'Ministry of the Interior', type: 'interior', role: 'institution' },
        { name: 'Labour', type: 'labour', role: 'institution' },
        { name: 'Unions', type: null, role: 'observer' },
        { name: 'Sûreté', type: 'interior', role: 'institution' },
      ],
      advice: [],
    });
  });

  it('names every wrong line at once', () => {
    const result = parseInstitutionList('A; sea\n; interior\na\nKnown', words, ['known']);
    expect(!result.ok && result.problems.map(({ code, line }) => [line, code])).toEqual([
      [1, 'institutions.unknownWord'],
      [2, 'institutions.noName'],
    ]);
  });

  it('takes no text of thousands of lines for a list, and compares as many as a list can have at once', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `Bureau for migration ${index.toString(36)} of the region`).join(
        '\n',
      );
    const long = parseInstitutionList(lines(8000), words);
    expect(!long.ok && long.problems.map(({ code, params }) => [code, params])).toEqual([
      ['institutions.manyLines', { count: 8000, maximum: 2000 }],
    ]);
    expect(parseInstitutionList(lines(2000), words).ok).toBe(true);
  });

  it('takes one institution once, whatever apostrophe, case, space and number it is pasted with', () => {
    const text =
      "1. Ministère de l'Emploi\n2) ministère  de l’emploi\n•\tMinistère de l‘Emploi\n4.\tMINISTERE DE LʼEMPLOI\nMinistère de l´Emploi";
    const result = parseInstitutionList(text, words);
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(["Ministère de l'Emploi"]);
    expect(result.ok && result.advice.map(({ code, line }) => [line, code])).toEqual(
      [2, 3, 4, 5].map((line) => [line, 'institutions.nameTwice']),
    );
  });

  it('leaves a name that begins with a number as it is', () => {
    const names = [
      '10.7.2 Unit',
      '3rd Directorate',
      '3e Bureau',
      '4.0 Industrie',
      '2/3 Committee',
      '24/7 Hotline',
      '3-D Agency',
    ];
    expect(namesIn(names.join('\n'))).toEqual(names);
  });

  it('leaves a name that begins with an initial or a letter as it is, also beside another', () => {
    const names = [
      'A. Diallo Foundation',
      'B. Jones Trust',
      'M. Ba Fund',
      'o Ministério',
      'e-Government',
      '(E)Migration Office',
    ];
    expect(namesIn(names.join('\n'))).toEqual(names);
  });

  it.each([
    ['bare numbers', '1 Ministère du Travail\n2 Ministère du Plan\n3 Ministère de la Santé'],
    ['numbers and dashes without space', '1-Ministère du Travail\n2-Ministère du Plan\n3-Ministère de la Santé'],
    [
      'bare numbers below a title',
      'Institutions\n01 Ministère du Travail\n02 Ministère du Plan\n03 Ministère de la Santé',
    ],
    [
      'numbers in a column of their own',
      'N°;Institution;Type\n1;Ministère du Travail;\n2;Ministère du Plan;\n3;Ministère de la Santé;',
    ],
    [
      'titles, and quotation marks',
      'Nombre\tTipo\n"Ministère du Travail"\t\n« Ministère du Plan »\n“Ministère de la Santé”,',
    ],
    ['pictures and keys', '🔹 Ministère du Travail\n2️⃣ Ministère du Plan\n➡️ Ministère de la Santé'],
    [
      'signs of direction',
      '\u202B• Ministère du Travail\u202C\n\u200E- Ministère du Plan\n\u2067Ministère de la Santé.\u2069',
    ],
  ])('takes off what a table or a text brings around names: %s', (_, text) => {
    expect(namesIn(text)).toEqual(['Ministère du Travail', 'Ministère du Plan', 'Ministère de la Santé']);
  });

  it.each([
    'أ. وزارة العمل\nب. وزارة العدل\nج. وزارة الصحة',
    'أ. وزارة العمل\nب. وزارة العدل\nت. وزارة الصحة',
    'أولاً: وزارة العمل\nثانيًا: وزارة العدل\nثالثاً - وزارة الصحة',
    '١ وزارة العمل\n٢ وزارة العدل\n٣ وزارة الصحة',
  ])('takes off how a list counts in Arabic: %j', (text) => {
    expect(namesIn(text)).toEqual(['وزارة العمل', 'وزارة العدل', 'وزارة الصحة']);
  });

  it('leaves a number that alone tells names apart, and one that does not count on', () => {
    for (const text of ['1 Region\n2 Region\n3 Region', '3 Rivers Province\n21 Century Agency']) {
      expect(namesIn(text)).toEqual(text.split('\n'));
    }
  });

  it('asks about a short form in brackets, and about nothing where a short word tells two apart', () => {
    const likeOthers = (text: string) => {
      const result = parseInstitutionList(text, words);
      return result.ok && result.advice.map(({ code, line }) => [line, code]);
    };
    const alike = 'institutions.looksAlike';
    expect(likeOthers('Ministry of Labour (MoL)\nMinistry of Labour\nMoL\nMin. of Labour')).toEqual([
      [2, alike],
      [3, alike],
      [4, alike],
    ]);
    expect(likeOthers('وزارة العمل\nوزارة العدل')).toEqual([]);
  });

  it.each([
    ...[
      'o\t',
      'I.\t',
      'a)\t',
      '1.1.\t',
      '\u00A7\t',
      '\u27A2\t',
      '\uF0B7\t',
      '1\t',
      '(iv)\t',
      '\u2713\t',
      '\u00B7\t',
      '\u2013\t',
    ],
    ...[
      '1/ ',
      '1. ',
      '1.',
      '1.) ',
      '(4) ',
      '[1] ',
      '5\u00B0 ',
      '10 - ',
      '1.1. ',
      'II. ',
      'a) ',
      '(a) ',
      'iv) ',
      'II - ',
      '\u2460 ',
    ],
    ...['\u27A2 ', '\u25CB ', '\uF0B7', '\u2022 1. ', '\u2013 ', '-', '> ', '\u0661. '],
  ])('takes off the usual marks of lists: %j', (mark) => {
    expect(namesIn(`${mark}Ministère du Travail; labour`)).toEqual(['Ministère du Travail']);
  });

  it.each([
    ['I.', 'II.', 'III.'],
    ['A.', 'B.', 'C.'],
    ['a.', 'b.', 'c.'],
  ])('takes off letters where the lines count on: %s %s %s', (...marks) => {
    expect(namesIn(marks.map((mark, index) => `${mark} Région ${index}`).join('\n\n'))).toEqual(
      [0, 1, 2].map((n) => `Région ${n}`),
    );
  });

  it.each([
    ['Œuvres sociales', 'Oeuvres sociales'],
    ['Großes Amt', 'Grosses Amt'],
    ['Ærø Kommune', 'Aero Kommune'],
  ])('takes %s and %s as one name', (name, other) => {
    expect(namesIn(`${name}\n${other}`)).toEqual([name]);
  });

  it.each([
    ['Ministry of Labour', 'Labour Ministry', true],
    ['Ministry of Labour', 'Ministry of Labor', true],
    ['Ministère du Travail', 'Ministère de Travail', true],
    ['Ministry of Labour', 'Ministry of Justice', false],
    ['Region 1 Office', 'Region 2 Office', false],
    ['1 Office', '2 Office', false],
    ['A. Diallo Foundation', 'Diallo Foundation', true],
    ['Ministry of Labour', 'I. Ministry of Labor', true],
    ['Ministério do Trabalho', 'o Ministério do Trabalho', true],
    ['Ministère du Travail', 'n° 1 Ministère du Travail', true],
  ])('asks whether %s and %s are one: %s', (name, other, asks) => {
    const result = parseInstitutionList(`${name}\n${other}`, words);
    expect(result.ok && result.advice.map(({ code }) => code)).toEqual(asks ? ['institutions.looksAlike'] : []);
  });

  const types = new Map([
    ...[
      ['Labour and employment', 'labour'],
      ['Travail et emploi', 'labour'],
      ['Justice', 'justice'],
    ],
    ...[
      ['Higher education and research', 'higher-education'],
      ['Education', 'education'],
    ],
    ...[
      ['Affaires étrangères', 'foreign-affairs'],
      ['Social affairs', 'social-affairs'],
    ],
  ] as [string, string][]);
  it.each([
    ['Ministry of Justice', 'justice'],
    ["Ministère de l'Emploi", 'labour'],
    ['Ministère des Affaires étrangères', 'foreign-affairs'],
    ['Ministry of Higher Education', 'higher-education'],
    ['Ministry of Labour and Social Affairs', 'labour'],
    ['Office of the President', null],
  ])('proposes from the name %s the type %s', (name, type) => {
    const result = parseInstitutionList(name, { types, observer: [] });
    expect(result.ok && result.value[0]?.type).toBe(type);
  });
});

describe('institutionId', () => {
  it.each([
    ['Ministère de l’Économie', 'ministere-de-l-economie'],
    ['Labour', 'labour-2'],
    ['وزارة', 'x1'],
  ])('makes of %s the id %s', (name, id) => {
    expect(institutionId(name, new Set(['labour']), 'x1')).toBe(id);
  });
});

const base = tinyFrameworkJson();
const framework = tinyFramework({
  domains: [
    {
      id: 'first',
      indicators: [
        { id: 'A-1', scale: 'maturity', competence: ['labour', 'interior'] },
        { id: 'A-2', scale: 'maturity', competence: ['interior'] },
      ],
    },
    ...(base['domains'] as unknown[]).slice(1),
  ],
});
const ids = framework.indicators.map(({ id }) => id);
const settings: Setting[] = [
  ['institution/moi/type', 'interior'],
  ['institution/mol/type', 'labour'],
  ['institution/union/role', 'observer'],
  ['institution/union/type', 'labour'],
  ['institution/old/type', 'labour'],
  ['institution/old/removed', true],
  ['assignment/A-2/mol', 'contributor'],
];

describe('proposeAssignments', () => {
  it('lets the first competence lead and the others contribute, and leaves alone what is assigned', () => {
    expect(proposeAssignments(framework, assessmentOf(framework, settings), ids)).toEqual([
      { indicator: 'A-1', institution: 'mol', assignment: 'lead' },
      { indicator: 'A-1', institution: 'moi', assignment: 'contributor' },
    ]);
  });
});

describe('checkAssignments', () => {
  it('finds indicators without lead and with several, and counts loads', () => {
    const state = assessmentOf(framework, [
      ...settings,
      ['assignment/A-1/moi', 'lead'],
      ['assignment/A-1/mol', 'lead'],
      ['assignment/B-1/old', 'lead'],
    ]);
    const check = checkAssignments(state, ids);
    expect(check.withoutLead).toEqual(['A-2', 'B-1', 'B-2']);
    expect(check.severalLeads).toEqual(['A-1']);
    expect(check.loads).toEqual([
      { institution: 'lead', lead: 0, contributor: 0, many: false },
      { institution: 'moi', lead: 1, contributor: 0, many: false },
      { institution: 'mol', lead: 1, contributor: 1, many: false },
    ]);
  });

  it('says from 41 on that it is many', () => {
    const many = Array.from({ length: 41 }, (_, index) => `X-${index}`);
    const state = assessmentOf(framework, []);
    const assigned = new Map(many.map((id) => [id, new Map([['lead', 'contributor' as const]])]));
    const check = (count: number) =>
      checkAssignments({ ...state, assignments: assigned }, many.slice(0, count)).loads[0];
    expect(check(40)?.many).toBe(false);
    expect(check(41)?.many).toBe(true);
  });
});

describe('listInstitutions and listObservers', () => {
  it('keep apart who rates and who comments', () => {
    const state = assessmentOf(framework, settings);
    expect(listInstitutions(state).map(({ id }) => id)).toEqual(['lead', 'moi', 'mol']);
    expect(listObservers(state).map(({ id }) => id)).toEqual(['union']);
  });
});
