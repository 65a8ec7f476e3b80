import { describe, expect, it } from 'vitest';
import type { Crosswalk } from '../../../src/domain/framework/crosswalk-schema.ts';
import type { SectionId } from '../../../src/export/document/document.ts';
import { PUBLISHABLE_PARTS } from '../../../src/export/parts/parts-of-edition.ts';
import { optionsOf, REPORT_PRESETS } from '../../../src/export/parts/report-presets.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { frameworkOf, structureOf } from '../domain/framework-of.ts';
import { blockOf, cellsOf, documentOf, partsOf, plain, textsOf } from './document-of.ts';

const level = (institution: string, id: string, vote: number, of: string): Setting => [
  `rating/${institution}/${id}/${vote}/answer`,
  { level: of },
];
const settings: Setting[] = [
  ['round/lead', 'Office of Migration'],
  ['institution/interior/name', 'Ministry of the Interior'],
  ['institution/labour/name', 'Ministry of Labour'],
  ...['R-1', 'R-2', 'W-1'].flatMap((id): Setting[] => [
    [`assignment/${id}/interior`, 'lead'],
    [`assignment/${id}/labour`, 'contributor'],
  ]),
  level('interior', 'R-1', 1, 'nascent'),
  level('labour', 'R-1', 1, 'mature'),
  level('interior', 'R-2', 1, 'developed'),
  level('labour', 'R-2', 1, 'developed'),
  ['rating/labour/R-2/1/confidence', 'low'],
  level('interior', 'W-1', 1, 'emerging'),
  ['reveal/R-1', { vote: 1 }],
  ['reveal/R-2', { vote: 1 }],
  ['agreed/R-1/answer', { level: 'emerging' }],
  ['agreed/R-1/rationale', 'Seen in two regions only'],
  ['reservation/labour/R-1', 'We see the higher level'],
  ['comment/a', { indicator: 'R-1', institution: 'labour', text: 'Which regions?' }],
  ['comment/b', { indicator: 'R-1', institution: 'interior', text: 'North and East', replyTo: 'a', settled: true }],
  ['evidence/x', { title: 'Gazette 7', access: 'public' }],
  ['evidence/y', { title: 'Internal minutes' }],
  ['evidence-link/R-1/interior/x', {}],
  ['evidence-link/R-1/interior/y', {}],
  ['impact/R-1', 4],
  ['ease/R-1', 3],
  ['target/R-1', { level: 'mature' }],
  ['action/p/indicators', ['R-1']],
  ['action/p/activity', 'Extend to all regions'],
  ['action/p/lead', 'interior'],
  ['action/p/resourcesToFind', '40 posts'],
  ['action/q/activity', 'Print the form'],
  ['round/sentence-next-steps.lessons', { text: 'Begin with the archives.', factsHash: '' }],
];

describe('domain chapters', () => {
  it('say what is in place by the name of its document, strengths, what to develop, and what is planned', () => {
    const texts = textsOf(documentOf(settings), 'domains');
    expect(texts).toContain('Mechanisms in place');
    expect(texts).toContain('Legal texts: Gazette 7 (E1): R-1; Internal minutes (E2): R-1');
    expect(texts).toContain('Strengths');
    expect(texts).toContain('Areas with potential for further development');
    expect(texts).toContain('Extend to all regions (Lead: Ministry of the Interior; not started)');
  });

  it('propose nothing in an assessment without what to do next', () => {
    const document = documentOf(settings, { sections: optionsOf('assessment').sections });
    expect(textsOf(document, 'domains')).not.toContain('Actions under way and planned');
  });
});

describe('differing positions', () => {
  const document = documentOf(settings);

  it('counts opinions without names, and gives the level retained, why, and who keeps a reservation', () => {
    const tables =
      document.sections.find(({ id }) => id === 'differences')?.blocks.filter((b) => b.kind === 'table') ?? [];
    expect(cellsOf(tables[0] as never)).toEqual([
      [['Close or the same'], ['1'], ['0']],
      [['Two steps or more apart'], ['0'], ['1']],
    ]);
    expect(cellsOf(tables[1] as never)).toEqual([
      [
        ['R-1 Title of R-1'],
        ['1 Level nascent: 1', '4 Level mature: 1'],
        ['2 Level emerging≠'],
        ['Seen in two regions only', 'Reservation, Ministry of Labour: We see the higher level'],
      ],
    ]);
  });

  it('lists what is said with low confidence', () => {
    expect(textsOf(document, 'differences')).toContain('1 indicator rated with low confidence');
    expect(textsOf(document, 'differences')).toContain('R-2 Title of R-2');
  });

  it('stays out of the summary pack', () => {
    expect(REPORT_PRESETS.summary.parts).not.toContain('differences');
  });
});

describe('the plan', () => {
  it('has a row an action with everything said of it', () => {
    const rows = cellsOf(blockOf(documentOf(settings), 'plan', 'table'));
    expect(rows[0]).toEqual([
      ['1'],
      ['Extend to all regions'],
      ['R-1 2≠ → 4'],
      ['Ministry of the Interior'],
      ['To find: 40 posts'],
      ['not started'],
    ]);
    expect(rows).toHaveLength(2);
  });

  it('has no column for what nobody filled in', () => {
    const columnsOf = (given: readonly Setting[]) =>
      blockOf(documentOf(given), 'plan', 'table').columns.map(({ label }) => label);
    expect(columnsOf(settings)).not.toContain('Indicator of success');
    const one: Setting[] = [['action/a/activity', 'Publish']];
    expect(columnsOf(one)).toEqual(['No.', 'Activity', 'Status']);
    expect(columnsOf([...one, ['action/a/verification', 'Gazette']])).toContain('Indicator of success');
    const { columns } = blockOf(documentOf(one), 'plan', 'table');
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
  });

  it('puts first what still needs resources, for partners', () => {
    const rows = cellsOf(blockOf(documentOf(settings, { options: optionsOf('donor') }), 'plan', 'table'));
    expect(rows.map(([first]) => first?.[0])).toEqual([
      'Resources to find: one action',
      '1',
      'No resources named as missing: one action',
      '2',
    ]);
  });
});

describe('the comparison with the round before', () => {
  const previous: Setting[] = [
    ['round/title', 'Round 2024'],
    ['round/closingDate', '2024-10-30'],
    ['agreed/R-1/answer', { level: 'nascent' }],
    ['agreed/R-2/answer', { level: 'developed' }],
  ];
  const more: Setting[] = [['round/cause-R-1', { cause: 'better-evidence', note: 'Gazette 7 was found' }]];
  const tables = (edition: 'internal' | 'public') =>
    documentOf([...settings, ...more], { previous, edition })
      .sections.find(({ id }) => id === 'comparison')
      ?.blocks.flatMap((block) => (block.kind === 'table' ? [cellsOf(block)] : [])) ?? [];

  it('says what moved, by how much and why, with arrows and digits', () => {
    expect(textsOf(documentOf(settings, { previous }), 'comparison')).toContain(
      'Compared with: Round 2024, 30 October 2024, version 1.0.0.',
    );
    expect(tables('internal')[0]?.[0]?.slice(0, 4)).toEqual([['Title of rights'], ['1'], ['0'], ['1']]);
    expect(tables('internal')[1]).toEqual([
      [
        ['R-1 Title of R-1'],
        ['1 Level nascent'],
        ['2 Level emerging≠'],
        ['▲ +1'],
        ['better evidence', 'Gazette 7 was found'],
      ],
    ]);
  });

  it('keeps the note on a cause in the house', () => {
    expect(tables('public')[1]?.[0]?.[4]).toEqual(['better evidence']);
  });

  it('is left out without a round before', () => {
    expect(partsOf(documentOf(settings))).not.toContain('comparison');
  });
});

describe('annexes', () => {
  const document = documentOf(settings);

  it('set a response beside its comment', () => {
    expect(cellsOf(blockOf(document, 'comments', 'table'))).toEqual([
      [
        ['1'],
        ['R-1'],
        ['Ministry of Labour'],
        ['Which regions?'],
        ['open'],
        ['Ministry of the Interior', 'North and East'],
      ],
    ]);
  });

  it('name the institution of a reservation', () => {
    const alone = documentOf(settings, { sections: new Set<SectionId>(['cover', 'reservations']) });
    expect(cellsOf(blockOf(alone, 'reservations', 'table'))[0]?.[2]).toEqual(['Ministry of Labour']);
  });

  it('say a reservation once: where positions differ, or in the annex', () => {
    const apart = (indicator: string) => [
      level('interior', indicator, 1, 'nascent'),
      level('labour', indicator, 1, 'mature'),
    ];
    const reserved = ['R-1', 'R-2'].map((id, place): Setting => [
      `reservation/labour/${id}`,
      `Not in the ${place === 0 ? 'north' : 'south'}.`,
    ]);
    const annex = (given: readonly Setting[], sections?: ReadonlySet<SectionId>) =>
      textsOf(documentOf(given, sections === undefined ? {} : { sections }), 'reservations').join('\n');
    const one = [...settings, ...reserved];
    expect(textsOf(documentOf(one), 'differences').join('\n')).toContain('Not in the north.');
    expect(annex(one)).toContain('Not in the south.');
    expect(annex(one)).not.toContain('Not in the north.');
    expect(annex(one)).toContain('stands with the differing positions: see section');
    expect(partsOf(documentOf([...one, ...apart('R-2')]))).not.toContain('reservations');
    // Without that part the annex says all of them.
    expect(annex(one, new Set<SectionId>(['cover', 'reservations']))).toContain('Not in the north.');
  });

  it('keep what was learnt', () => {
    expect(textsOf(document, 'next-steps')).toContain('[Figures changed since:] Begin with the archives.');
  });

  it('explain the record where there is something to explain, and are left out elsewhere', () => {
    const damaged: Setting[] = [...settings, ['target/R-2', { level: 'no-such-level' }]];
    expect(textsOf(documentOf(damaged), 'record')).toContain('Target: R-2');
    expect(partsOf(document)).not.toContain('record');
    expect(partsOf(document)).not.toContain('by-lens');
  });
});

describe('the gap table', () => {
  const gaps = (more: object) => documentOf(settings, { options: more }).sections.find(({ id }) => id === 'gaps');

  it('is compact and upright unless the full one is wanted', () => {
    expect(gaps({})?.orientation).toBe('portrait');
    expect(gaps({ gapTable: 'full' })?.orientation).toBe('landscape');
    const shown = (more: object) =>
      gaps(more)?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).length;
    expect(shown({})).toBe(shown({ gapTable: 'full' }));
  });
});

describe('two languages', () => {
  const document = documentOf(settings, { second: 'fr' });

  it('has a summary page in the second, and both beside each other for the levels', () => {
    const summary = document.sections.find(({ id }) => id === 'second-summary');
    expect(summary).toMatchObject({ language: 'fr', direction: 'ltr', title: 'Synthèse' });
    expect(blockOf(document, 'second-levels', 'table').columns.map(({ label }) => label)).toEqual([
      'English',
      'Français',
    ]);
  });

  it('has neither in a report of one language', () => {
    expect(partsOf(documentOf(settings))).not.toEqual(expect.arrayContaining(['second-summary']));
  });
});

describe('the public edition', () => {
  const words = (more: readonly Setting[] = []) =>
    JSON.stringify(documentOf([...settings, ...more], { edition: 'public' }));
  const decision = (parts: readonly SectionId[]): Setting => [
    'round/publication',
    { by: 'Council of Ministers', date: '2026-12-01', parts: [...parts] },
  ];

  it('holds no internal evidence, comments, rationales, reservations or opinions', () => {
    const text = words();
    expect(text).toContain('Gazette 7');
    for (const kept of ['Internal minutes', 'Which regions?', 'Seen in two regions', 'We see the higher level'])
      expect(text).not.toContain(kept);
  });

  it('has the same levels and counts', () => {
    const profile = (edition: 'internal' | 'public') =>
      cellsOf(blockOf(documentOf(settings, { edition }), 'profile', 'table'));
    expect(profile('public')).toEqual(profile('internal'));
  });

  it('says that it is not released until the decision is recorded', () => {
    expect(documentOf(settings, { edition: 'public' }).marking).toBe('DRAFT · PUBLIC EDITION, NOT RELEASED');
  });

  it('holds the parts that the decision names and no other', () => {
    const document = documentOf([...settings, decision(['cover', 'profile', 'comments'])], { edition: 'public' });
    expect(partsOf(document)).toEqual(['cover', 'profile']);
    expect(document.marking).toBe('DRAFT · PUBLIC EDITION');
    expect(PUBLISHABLE_PARTS).not.toContain('differences');
  });
});

describe('sentences', () => {
  const sentence = (id: string, value: object): Setting => [`round/sentence-${id}`, { factsHash: '', ...value }];
  const summary = (value: object) => {
    const { standing } = blockOf(
      documentOf([...settings, sentence('summary.mostRoom', value)]),
      'summary',
      'summary',
    ).page;
    return plain(standing?.text ?? '');
  };

  it('keeps what a person wrote, marked when its figures have changed since', () => {
    expect(summary({ text: 'Our own words.' })).toContain('[Figures changed since:] Our own words.');
  });

  it('generates in a language that nobody wrote in', () => {
    expect(summary({ text: 'Nos mots.', language: 'fr' })).not.toContain('Nos mots');
  });
});

describe('the face', () => {
  it('carries version and logo', () => {
    const logo = { dataUrl: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==', widthPixels: 40, heightPixels: 20 };
    const cover = blockOf(documentOf([...settings, ['round/version', '0.3'], ['round/logo', logo]]), 'cover', 'cover');
    expect(cover.status).toBe('DRAFT v0.3');
    expect(cover.logo).toMatchObject({ ...logo, alternative: 'Coat of arms or logo: Office of Migration' });
  });
});

describe('another order', () => {
  const crosswalk = (key: string, codes: Readonly<Record<string, string>>): Crosswalk => ({
    format: 'sextant-crosswalk',
    formatVersion: 1,
    key,
    languages: ['en'],
    default: true,
    source: 'Test',
    codes: Object.keys(codes).map((code) => ({ code })),
    texts: { en: { title: 'Six dimensions', codes } },
  });
  const framework = frameworkOf(
    structureOf({
      domains: [
        {
          id: 'd',
          indicators: [
            { id: 'A-1', scale: 'maturity', links: { mgi6: ['4', '5'] } },
            { id: 'A-2', scale: 'maturity' },
          ],
        },
      ],
    }),
  );
  const rated: Setting[] = [
    ['rating/lead/A-1/1/answer', { level: 'mature' }],
    ['rating/lead/A-2/1/answer', { level: 'nascent' }],
  ];
  const crosswalks = new Map([['mgi6', crosswalk('mgi6', { 4: 'Well-being', 5: 'Crises' })]]);
  const shown = (lens: string | null) => documentOf(rated, { framework, options: { crosswalks, lens } });

  it('puts every indicator under each heading it is related to, and names the others', () => {
    const section = shown('mgi6').sections.find(({ id }) => id === 'by-lens');
    expect(section?.title).toBe('Indicators: Six dimensions');
    expect(cellsOf(blockOf(shown('mgi6'), 'by-lens', 'table')).map(([first]) => first?.[0])).toEqual([
      'Well-being',
      'A-1 Title of A-1',
      'Crises',
      'A-1 Title of A-1',
    ]);
    expect(textsOf(shown('mgi6'), 'by-lens')).toContain('One indicator without a link');
    expect(blockOf(shown('mgi6'), 'heat-map', 'heat-map').groups.map(({ title }) => plain(title))).toEqual([
      'Well-being',
      'Crises',
      'One indicator without a link',
    ]);
  });

  it('says in the annex what is related, with levels, and where well-being and crises land', () => {
    const document = shown(null);
    expect(partsOf(document)).not.toContain('by-lens');
    expect(cellsOf(blockOf(document, 'crosswalk', 'table'))).toEqual([
      [['4'], ['Well-being'], ['1 of 1'], ['A-1:4*']],
      [['5'], ['Crises'], ['1 of 1'], ['A-1:4*']],
    ]);
    expect(textsOf(document, 'crosswalk')).toContain('Well-being: Title of d (1)');
  });
});
