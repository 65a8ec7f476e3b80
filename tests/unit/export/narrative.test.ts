import { describe, expect, it } from 'vitest';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { cellsOf, blockOf, documentOf, partsOf, textsOf } from './document-of.ts';

const NARRATIVE = ['foreword', 'acknowledgements', 'recommendations', 'key-figures'] as const;
const answered: Setting[] = [['rating/lead/R-1/1/answer', { level: 'developed' }]];
const written: Setting[] = [
  ...answered,
  ['round/foreword', { en: 'A word of the Minister.\n\nA. Bello, Minister', fr: 'Un mot de la Ministre.' }],
  ['round/acknowledgements', { en: 'Thanks to all who answered.' }],
  ['round/recommendations', { en: ['Give the committee a budget.', ' ', 'Publish the figures.'] }],
  [
    'round/keyFigures',
    {
      en: [
        { name: 'Remittances', value: '2.1 billion', year: '2025', source: 'Central Bank' },
        { name: '', value: '', year: '', source: '' },
        { name: 'Foreign residents', value: '180,000', year: '', source: 'Census' },
      ],
    },
  ],
  ['practice/rights', { en: 'A desk in every province since 2024.' }],
];
const factsOf = (document: ReturnType<typeof documentOf>, id: (typeof NARRATIVE)[number]) => textsOf(document, id);

describe('what is written around the results', () => {
  const document = documentOf(written);

  it('stands before what is numbered, and after the page for the minister, never on it', () => {
    const parts = partsOf(document);
    expect(parts.slice(0, 4)).toEqual(['cover', 'foreword', 'acknowledgements', 'about']);
    const after = parts.indexOf('summary');
    expect(parts.slice(after, after + 3)).toEqual(['summary', 'recommendations', 'key-figures']);
    expect(document.sections.map(({ number }) => number).slice(0, 4)).toEqual([null, null, null, '1']);
    expect(JSON.stringify(textsOf(document, 'summary'))).not.toContain('budget');
    expect(textsOf(document, 'cover')).toEqual(expect.arrayContaining(['Foreword', 'Acknowledgements']));
  });

  it('prints what was written, one paragraph a line, and leaves out what is blank', () => {
    expect(factsOf(document, 'foreword')).toEqual(
      expect.arrayContaining(['A word of the Minister.', 'A. Bello, Minister']),
    );
    expect(blockOf(document, 'recommendations', 'key-values').rows).toEqual([
      { label: 'Recommendation 1', values: ['Give the committee a budget.'] },
      { label: 'Recommendation 2', values: ['Publish the figures.'] },
    ]);
    expect(cellsOf(blockOf(document, 'key-figures', 'table'))).toEqual([
      [['Remittances'], ['2.1 billion'], ['2025'], ['Central Bank']],
      [['Foreign residents'], ['180,000'], [], ['Census']],
    ]);
    expect(textsOf(document, 'domains')).toEqual(
      expect.arrayContaining(['Good practice', 'A desk in every province since 2024.']),
    );
  });

  it('prints in the language of the report only', () => {
    const french = documentOf(written, { language: 'fr' });
    expect(partsOf(french).filter((id) => NARRATIVE.some((one) => one === id))).toEqual(['foreword']);
    expect(factsOf(french, 'foreword')).toContain('Un mot de la Ministre.');
    expect(textsOf(french, 'domains')).not.toContain('Bonne pratique');
  });

  it('takes no room where nothing is written', () => {
    const empty = documentOf([...answered, ['round/foreword', { en: '  ' }], ['round/recommendations', { en: [''] }]]);
    expect(partsOf(empty).filter((id) => NARRATIVE.some((one) => one === id))).toEqual([]);
    expect(textsOf(empty, 'domains')).not.toContain('Good practice');
  });

  it('goes out with the public edition', () => {
    expect(partsOf(documentOf(written, { edition: 'public' }))).toEqual(expect.arrayContaining([...NARRATIVE]));
  });
});

describe('mechanisms in place', () => {
  const law: Setting[] = [
    ['rating/lead/R-1/1/answer', { level: 'developed' }],
    ['rating/lead/W-1/1/answer', { level: 'emerging' }],
    ['rating/lead/W-3/1/answer', { level: 'yes' }],
    ['rating/lead/W-2/1/answer', { level: 'nascent' }],
    ['evidence/act', { title: 'Decentralisation Act', reference: 'L 2018-40', date: '2018-06-04', access: 'public' }],
    ['evidence/note', { title: 'Note on the committee', date: 'spring of 2024', access: 'internal' }],
    ['evidence-link/R-1/lead/act', {}],
    ['evidence-link/W-3/lead/act', {}],
    ['evidence-link/W-3/lead/note', {}],
    ['evidence-link/W-2/lead/note', {}],
  ];
  const lineOf = (settings: readonly Setting[], start: string, edition: 'internal' | 'public' = 'internal') =>
    textsOf(documentOf(settings, { edition }), 'domains').find((text) => text.startsWith(start));

  it('are named by title, reference and year, each with the indicators it serves', () => {
    expect(lineOf(law, 'Legal texts')).toBe('Legal texts: Decentralisation Act (L 2018-40 · E1): R-1');
    expect(lineOf(law, 'Institutions')).toBe(
      'Institutions: Decentralisation Act (L 2018-40 · E1): W-3; Note on the committee (2024 · E2): W-3',
    );
  });

  it('are named by their indicator where no document shows them, with its sign; none stands at the lowest level', () => {
    expect(lineOf(law, 'Policies')).toBe('Policies: W-1 Title of W-1*');
    expect(lineOf(law, 'Data')).toBeUndefined();
  });

  it('are named by their indicator in the public edition where the document is not public', () => {
    const internal = law.filter(([register]) => register !== 'evidence-link/W-3/lead/act');
    expect(lineOf(internal, 'Institutions', 'public')).toBe('Institutions: W-3 Title of W-3');
  });
});

describe('actions of a domain', () => {
  const settings: Setting[] = [
    ...answered,
    ...(['done', 'ongoing', 'blocked', 'not-started'] as const).flatMap((status): Setting[] => [
      [`action/${status}/indicators`, ['R-1']],
      [`action/${status}/activity`, `Act ${status}`],
      [`action/${status}/status`, status],
    ]),
  ];

  it('are done, or planned with their state: what is done is proposed to nobody', () => {
    const texts = textsOf(documentOf(settings), 'domains');
    const place = (text: string) => texts.indexOf(text);
    expect(place('done: Act done')).toBeGreaterThan(place('Actions completed'));
    expect(place('done: Act done')).toBeLessThan(place('Actions under way and planned'));
    expect(texts).toEqual(
      expect.arrayContaining(['Act ongoing (under way)', 'Act blocked (blocked)', 'Act not-started (not started)']),
    );
  });
});
