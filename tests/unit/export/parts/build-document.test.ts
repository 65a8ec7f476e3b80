import { describe, expect, it } from 'vitest';
import type { SectionId } from '../../../../src/export/document/document.ts';
import { SECTION_IDS } from '../../../../src/export/document/document.ts';
import { optionsOf, REPORT_PRESETS } from '../../../../src/export/parts/report-presets.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { frameworkOf, indicatorsOn, PLAIN_METHOD, structureOf } from '../../domain/framework-of.ts';
import { blockOf, cellsOf, documentOf, paired, plain, textsOf } from '../document-of.ts';

const answered = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const rated: Setting[] = [
  answered('R-1', 'mature'),
  answered('R-2', 'emerging'),
  answered('R-3', 'developed'),
  answered('W-1', 'nascent'),
  ['rating/lead/W-2/1/answer', { unknown: true }],
  answered('W-3', 'yes'),
  ['rating/lead/W-4/1/answer', { notApplicable: 'No coast' }],
];
const round: Setting[] = [
  ['round/country', 'Meridia'],
  ['round/title', 'Round 2026'],
  ['round/closingDate', '2026-11-30'],
  ['round/marking', 'Working document'],
];

describe('buildDocument', () => {
  it('gives the same document for the same frozen input', () => {
    expect(documentOf([...round, ...rated])).toEqual(documentOf([...round, ...rated]));
  });

  it('prints the wanted parts in print order, numbered after the cover', () => {
    const { sections } = documentOf(rated, { sections: new Set<SectionId>(['gaps', 'cover', 'summary']) });
    expect(sections.map(({ id, number }) => [id, number])).toEqual([
      ['cover', null],
      ['summary', '1'],
      ['gaps', '2'],
    ]);
  });

  it.each(['full', 'compact'] as const)('gives the columns of a %s table of gaps the whole width', (gapTable) => {
    const targets = ['R-2', 'R-3', 'W-1'].map((id): Setting => [`target/${id}`, { level: 'mature' }]);
    const { sections } = documentOf([...rated, ...targets], {
      sections: new Set<SectionId>(['gaps']),
      options: { gapTable },
    });
    const tables = sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
    const widths = tables.map(({ columns }) => columns.reduce((sum, { share }) => sum + share, 0));
    expect(widths.length).toBeGreaterThan(0);
    expect(new Set(widths)).toEqual(new Set([100]));
  });

  it('says on the face who, what, until when, its status and what it is not', () => {
    const document = documentOf([...round, ...rated]);
    const cover = blockOf(document, 'cover', 'cover');
    expect(cover).toMatchObject({
      country: 'Meridia',
      round: 'Round 2026',
      status: 'DRAFT',
      marking: 'Working document',
    });
    expect(cover.date).toBe('Situation as at 30 November 2026');
    expect(cover.notices.join(' ')).toMatch(/not a ranking.*Not an IOM product/);
    // What a reader looks up stands behind it; what only a program reads, in the first part.
    expect(document.sections[0]?.blocks.map(({ kind }) => kind)).toEqual(['cover', 'page-break', 'contents']);
    const hash = '0'.repeat(12);
    expect(textsOf(document, 'cover').join(' ')).not.toContain(hash);
    expect(textsOf(document, 'about').join(' ')).toContain(hash);
    const uncovered = documentOf([], { sections: new Set(['about', 'methodology']) });
    expect(uncovered.sections[0]?.blocks[0]?.kind).toBe('contents');
  });

  it('marks fictional data across every page, and nothing else', () => {
    expect(documentOf([['round/fictional', true]]).watermark).toBe('FICTIONAL');
    expect(documentOf(rated).watermark).toBeNull();
  });

  it('carries head and marking for every page, cut to one line', () => {
    const document = documentOf([...round, ['round/country', 'x'.repeat(300)]]);
    expect(document.head.length).toBeLessThan(100);
    expect(document.head).toContain('Round 2026');
    expect(document.marking).toBe('DRAFT · Working document');
  });

  it('numbers evidence alike in the annex and with every indicator', () => {
    const document = documentOf([
      ...rated,
      ['evidence/a', { title: 'Decree 12', access: 'public' }],
      ['evidence-link/R-2/lead/a', {}],
    ]);
    expect(cellsOf(blockOf(document, 'evidence', 'table'))[0]).toMatchObject([
      ['E1'],
      ['Decree 12'],
      ['Public'],
      ['R-2'],
    ]);
    const records = document.sections.find(({ id }) => id === 'indicators')?.blocks ?? [];
    const record = records.find((block) => block.kind === 'record' && block.code === 'R-2');
    expect(record).toMatchObject({ marks: '' });
    expect(textsOf(document, 'indicators')).toContain('E1');
  });

  it('lists what carries no level, with the reason', () => {
    const texts = textsOf(documentOf([...rated, ['round/outOfScope', ['R-3']]]), 'left-out');
    expect(texts).toContain('W-4 Title of W-4: No coast');
    expect(texts).toContain('R-3 Title of R-3');
    expect(texts).toContain('Not part of this round (1)');
  });

  it('compares law and practice on paired topics alone', () => {
    const rows = cellsOf(blockOf(documentOf(rated), 'law-and-practice', 'table'));
    expect(rows[0]).toEqual([
      ['R-1 Title of R-1'],
      ['4 Level mature*'],
      ['R-2 Title of R-2'],
      ['2 Level emerging*'],
      ['text 2 steps higher'],
    ]);
    expect(rows[1]?.[4]).toEqual(['cannot be said']);
  });

  it('names the language of framework texts that are not in the reader’s', () => {
    const title = blockOf(documentOf(rated, { language: 'fr' }), 'heat-map', 'heat-map').groups[0]?.title;
    expect(title).toEqual([{ text: 'Title of rights', language: 'en' }]);
  });

  it('has ready choices made of known parts', () => {
    for (const { parts } of Object.values(REPORT_PRESETS))
      expect(SECTION_IDS).toEqual(expect.arrayContaining([...parts]));
    expect(REPORT_PRESETS.assessment.parts).not.toContain('gaps');
  });
});

describe('what is open', () => {
  it('prints words where nothing is answered, never a zero', () => {
    const document = documentOf([]);
    const rows = cellsOf(blockOf(document, 'profile', 'table'));
    for (const [, median, , atOrAbove, count, position] of rows) {
      expect(new Set(median)).toEqual(new Set(['–']));
      expect(new Set(atOrAbove)).toEqual(new Set(['not yet answered']));
      expect(count?.[0]).toMatch(/^none of \d$/);
      expect(position).toEqual(['not yet answered']);
    }
    expect(textsOf(document, 'summary')).toContain('No indicator has been rated yet.');
    expect(textsOf(document, 'summary')).toContain('No measure has been chosen yet.');
    expect(document.sections.map(({ id }) => id)).not.toContain('gaps');
  });

  it('prints words where nothing applies', () => {
    const nothing = paired.indicators.map(({ id }): Setting => [
      `rating/lead/${id}/1/answer`,
      { notApplicable: 'None' },
    ]);
    const document = documentOf(nothing);
    for (const row of cellsOf(blockOf(document, 'profile', 'table')).filter(({ length }) => length > 1)) {
      expect(row.slice(3).map((cell) => [...new Set(cell)])).toEqual([
        ['not applicable'],
        ['not applicable'],
        ['not applicable'],
      ]);
    }
    for (const { segments, alternative } of blockOf(document, 'profile', 'distribution').bars) {
      expect({ segments, alternative }).toEqual({ segments: [], alternative: 'not applicable' });
    }
    expect(textsOf(document, 'summary').join(' ')).toContain('All 7 indicators of this round are not applicable');
  });

  it('says insufficient data, with the range, under the coverage that the method needs', () => {
    const rows = cellsOf(blockOf(documentOf([answered('R-1', 'mature')]), 'profile', 'table'));
    expect(rows[0]?.[5]?.[0]).toMatch(/^insufficient data; between \d+ and \d+$/);
  });

  it('says so where the method counts open answers as 0, and gives no category', () => {
    const framework = deepFreeze(
      frameworkOf(
        structureOf({
          method: { ...PLAIN_METHOD, missing: 'zero', notApplicable: 'forbid', bands: [{ id: 'partly', from: 0 }] },
          domains: [{ id: 'd', indicators: indicatorsOn('yes-no', 'A-1', 'A-2') }],
        }),
      ),
    );
    const document = documentOf([answered('A-1', 'yes')], { framework });
    const position = cellsOf(blockOf(document, 'profile', 'table'))[0]?.[5];
    expect(position).toEqual([
      '50 (50–100)',
      'category given once everything is answered',
      'open answers counted as 0 by the method',
    ]);
  });
});

describe('the summary page', () => {
  const page = (settings: readonly Setting[], more = {}) =>
    blockOf(documentOf(settings, more), 'summary', 'summary').page;
  const many = deepFreeze(
    frameworkOf(
      structureOf({
        domains: Array.from({ length: 20 }, (_, domain) => ({
          id: `a-domain-with-a-long-name-of-many-words-${domain}`,
          indicators: indicatorsOn(
            'maturity',
            ...Array.from({ length: 10 }, (_, n) => `${domain}-${n}-${'long-'.repeat(8)}end`),
          ),
        })),
      }),
    ),
  );
  const everything = many.indicators.flatMap(({ id }, index): Setting[] => [
    answered(id, index % 2 === 0 ? 'nascent' : 'mature'),
    [`impact/${id}`, 4],
    [`ease/${id}`, 3],
  ]);

  it('shows no more than four strengths, four aspects and eight measures, and says where the others are', () => {
    const { lists, measures, profile } = page(everything, { framework: many });
    expect(lists.every(({ items }) => items.length >= 3 && items.length <= 4)).toBe(true);
    expect(measures?.rows.length).toBeGreaterThanOrEqual(3);
    expect(measures?.rows.length).toBeLessThanOrEqual(8);
    const left = 8 - (measures?.rows.length ?? 0);
    expect(plain(measures?.more?.text ?? '')).toBe(left === 0 ? '' : `${left} more: see section 10`);
    expect(profile.more).not.toBeNull();
  });

  it('leads from the indicators with room to where every gap stands, and without that part to the annex', () => {
    const unweighed = everything.filter(([register]) => register.startsWith('rating/'));
    const moreOf = (sections?: ReadonlySet<SectionId>) => {
      const document = documentOf(unweighed, { framework: many, ...(sections === undefined ? {} : { sections }) });
      const { lists } = blockOf(document, 'summary', 'summary').page;
      const numberOf = (id: SectionId) => document.sections.find((section) => section.id === id)?.number;
      return { more: plain(lists[1]?.more?.text ?? ''), numberOf };
    };
    const whole = moreOf();
    expect(whole.more).toMatch(new RegExp(`^\\d+ more: see section ${whole.numberOf('gaps')}$`));
    const assessed = moreOf(optionsOf('assessment').sections);
    expect(assessed.more).toMatch(new RegExp(`: see section ${assessed.numberOf('indicators')}$`));
  });

  it('carries no number of the 0-100 scale', () => {
    const position = cellsOf(blockOf(documentOf(rated), 'profile', 'table'))[0]?.[5]?.[0];
    expect(position).toBe('67');
    expect(textsOf(documentOf(rated), 'summary').join(' ')).not.toMatch(/\b67\b/);
  });

  it('shows from and to, who and by when where anybody said so, and marks what is undocumented', () => {
    const settings: Setting[] = [
      ...rated,
      ['impact/W-1', 4],
      ['action/a/indicators', ['W-1']],
      ['action/a/lead', 'Ministry of Labour'],
      ['action/a/end', '2027-12-31'],
    ];
    const { measures, lists } = page(settings);
    expect(measures?.rows[0]?.cells.map(({ text }) => plain(text))).toEqual([
      '1',
      'Title of W-1',
      '31\u00a0Dec\u00a02027',
    ]);
    expect(plain(measures?.rows[0]?.under?.text ?? '')).toBe('W-1: 1* → 2 · Lead: Ministry of Labour');
    expect(lists[0]?.items[0]).toMatchObject({ sign: '4*' });
  });

  it('has no measures and no decision in a report without what to do next', () => {
    const assessed = page(rated, { sections: optionsOf('assessment').sections });
    expect([assessed.measures, assessed.decision, assessed.approval]).toEqual([null, null, null]);
  });
});

describe('in French', () => {
  const document = documentOf(
    [...round, ...rated, ['rating/lead/R-1/1/comment', "Cela suffit ? Oui : l'arrêté « existe » !"]],
    { language: 'fr' },
  );

  it('sets spaces before high signs and inside guillemets in what people wrote', () => {
    expect(textsOf(document, 'indicators')).toContain(
      'Cela suffit\u202F? Oui\u00A0: l’arrêté «\u202Fexiste\u202F»\u202F!',
    );
  });

  it('has the words of a French administration', () => {
    expect(document.marking).toBe('PROJET · Working document');
    expect(blockOf(document, 'cover', 'cover').date).toBe('Situation arrêtée au 30 novembre 2026');
    const cells = blockOf(document, 'heat-map', 'heat-map').groups.flatMap((group) => group.cells);
    expect(cells.map(({ sign }) => sign)).toEqual(['4*', '2*', '3*', '1*', '?', '2*', 's. o.']);
  });
});
