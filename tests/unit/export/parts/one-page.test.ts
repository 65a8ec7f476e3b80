import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../../src/report/build-report.ts';
import { optionsOf, presetOf } from '../../../../src/export/parts/report-presets.ts';
import type { FittedText, SummaryPage } from '../../../../src/export/document/document.ts';
import { plainText } from '../../../../src/export/document/plain-text.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { blockOf, documentOf, paired } from '../document-of.ts';

const SECTIONS = optionsOf('one-page').sections;
const answered = (id: string, level: string, institution = 'lead'): Setting => [
  `rating/${institution}/${id}/1/answer`,
  { level },
];
/** Two institutions: R-1 is agreed, R-2 provisional, on W-1 they lie three levels apart. */
const ROUND: readonly Setting[] = [
  ['institution/interior/name', 'Interior'],
  ['institution/labour/name', 'Labour'],
  answered('R-1', 'nascent', 'interior'),
  ['agreed/R-1/answer', { level: 'emerging' }],
  answered('R-2', 'nascent', 'interior'),
  answered('W-1', 'nascent', 'interior'),
  answered('W-1', 'mature', 'labour'),
  ['reservation/labour/W-1', 'The practice deserves the highest level.'],
];
const MEASURES: readonly Setting[] = [
  ['round/currency', 'crowns'],
  ['measure/m/title', 'One counter for permits'],
  ['measure/m/indicators', ['R-1', 'R-2']],
  ['measure/m/lead', 'labour'],
  ['measure/m/partners', ['interior']],
  ['measure/n/title', 'Publish the guide'],
  ['measure/n/indicators', ['W-1']],
  ['action/a/indicators', ['R-1']],
  ['action/a/end', '2027-10-30'],
  ['action/a/costOnce', 90000],
  ['action/a/costThere', 20000],
  ['action/b/indicators', ['R-1']],
  ['action/b/end', '2027-11-30'],
  ['action/b/costYearly', 15000],
];

const words = (fitted: FittedText | null | undefined) => plainText(fitted?.text ?? '');
type Given = Parameters<typeof documentOf>[1];
const made = (settings: readonly Setting[], given: Given = {}) =>
  documentOf([...ROUND, ...settings], { sections: SECTIONS, ...given });
const pageOf = (settings: readonly Setting[], given: Given = {}): SummaryPage =>
  blockOf(made(settings, given), 'summary', 'summary').page;
const hashOf = (settings: readonly Setting[]) =>
  buildReport({ framework: paired, state: assessmentOf(paired, [...ROUND, ...settings]), identity: null }).decision!
    .factsHash;
const decision = (points: readonly string[], factsHash: string): Setting => [
  'round/decision',
  { en: { points: [...points], factsHash } },
];

/** Above the bars: one for each scale of the framework. */
const KEYS = 2;

describe('the page for the minister', () => {
  it('is a ready choice of its own: one part, without a number, called after what is to be decided', () => {
    expect(presetOf(SECTIONS)).toBe('one-page');
    const { sections } = made(MEASURES);
    expect(sections.map(({ id, number, title }) => [id, number, title])).toEqual([
      ['summary', null, 'Two measures for decision'],
    ]);
    expect(made(MEASURES, { language: 'fr' }).sections[0]?.title).toBe('Deux mesures soumises à décision');
  });

  it('says of its marking, until somebody writes one, that it is a working document', () => {
    expect(made([]).marking).toBe('DRAFT · Working document');
    expect(made([['round/marking', 'For the Council only']]).marking).toBe('DRAFT · For the Council only');
  });

  it('names each measure with its gaps, lead, partners, from and to, last end and cost', () => {
    const { measures } = pageOf(MEASURES);
    expect(measures?.columns.map(({ label }) => label)).toEqual([
      'No.',
      'Measure; its indicators, level → target',
      'By',
      'Cost, crowns',
    ]);
    const [first, second] = measures?.rows ?? [];
    expect(first?.cells.map(words)).toEqual([
      '1',
      'One counter for permits',
      '30\u00a0Nov\u00a02027',
      '90,000 once + 15,000 a year',
    ]);
    // Each mark beside the level that it is of.
    expect(words(first?.under)).toBe('R-1: 2* → 3; R-2: 1*° → 2 · Lead: Labour; with: Interior');
    expect(words(second?.under)).toBe('W-1: 1*°≠ → 2');
    expect(second?.cells.map(words).slice(2)).toEqual(['–', 'not costed']);
  });

  it('adds up what has an amount and names what is not wholly costed', () => {
    expect(words(pageOf(MEASURES).measures?.total)).toBe(
      'Together: at least 90,000 crowns once and 15,000 crowns a year; 20,000 crowns there already, 70,000 crowns once and 15,000 crowns a year to find; measure 2 is not costed in full',
    );
    expect(pageOf([]).measures?.total).toBeNull();
  });

  it('keeps the decimals of amounts, which are most of them where the currency is millions', () => {
    const page = pageOf([...MEASURES, ['round/currency', 'million crowns'], ['action/a/costOnce', 1.25]]);
    expect(words(page.measures?.total)).toContain('1.25 million crowns');
    expect(page.measures?.rows[0]?.cells.map(words).join(' ')).toContain('1.25 once + 15,000 a year');
  });

  it('says “at least” of what is costed in part', () => {
    const { measures } = pageOf([...MEASURES, ['action/c/indicators', ['R-2']]]);
    expect(words(measures?.rows[0]?.cells.at(-1))).toBe('at least 90,000 once + 15,000 a year');
    // One of its actions has no end.
    expect(measures?.columns.map(({ label }) => label)).not.toContain('By');
    expect(words(measures?.total)).toMatch(/^Together: at least 90,000/);
  });

  it('says on what ground the levels stand, and explains the sign of a provisional one once', () => {
    const page = pageOf([
      ['evidence/e', { title: 'Act' }],
      ['evidence-link/R-1/interior/e', {}],
    ]);
    expect(words(page.coverage)).toBe(
      '1 level agreed · 2 provisional · 4 not yet answered. Across all of these: positions differ on 1; 1 documented.',
    );
    const said = JSON.stringify(made([]));
    for (const mark of ['°\u00a0provisional', '≠\u00a0positions differ']) expect(said.split(mark)).toHaveLength(2);
    const sole = documentOf([answered('R-1', 'mature')], { sections: SECTIONS });
    expect(JSON.stringify(sole)).not.toMatch(/[°≠]/);
  });

  it('says where positions differ and who keeps a reservation', () => {
    const { positions } = pageOf([]);
    expect(positions?.items.map(words)).toEqual([
      'The positions of the institutions lie two levels or more apart on Title of W-1 (W-1).',
      'Labour, on Title of W-1: The practice deserves the highest level.',
    ]);
    expect(documentOf([answered('R-1', 'mature')], { sections: SECTIONS })).toMatchObject({
      sections: [{ blocks: [{ page: { positions: null } }] }],
    });
  });

  it('says what changed since the round before', () => {
    const before: Setting[] = [answered('R-1', 'nascent'), answered('R-2', 'mature')];
    expect(words(pageOf([], { previous: before }).change)).toBe(
      'Since the previous round, 1 indicator has risen, 1 has fallen and none is unchanged.',
    );
    expect(pageOf([]).change).toBeNull();
  });

  it('names the day of the round before, and says nothing until a level stands beside one of it', () => {
    const closed: Setting = ['round/closingDate', '2023-12-31'];
    const compared = pageOf([], { previous: [answered('R-1', 'nascent'), closed] });
    expect(words(compared.change)).toMatch(/^Since the previous round \(31 December 2023\), 1 indicator has risen/);
    expect(pageOf([], { previous: [closed] }).change).toBeNull();
  });

  it('says of a domain of which nobody knows a level that it is not known, not that nobody answered', () => {
    const unknown = paired.indicators.map(({ id }): Setting => [`rating/lead/${id}/1/answer`, { unknown: true }]);
    const page = blockOf(documentOf(unknown, { sections: SECTIONS }), 'summary', 'summary').page;
    for (const { bar } of page.profile.rows.slice(KEYS)) expect(bar.note).toBe('not known');
    // Nothing stands at a level: none is counted.
    for (const { bar } of page.profile.rows.slice(0, KEYS)) expect(bar.note).toBe('');
  });

  it('says above the bars which look is which level, once for each scale, and which levels are counted', () => {
    const { rows, legend } = pageOf([]).profile;
    const keys = rows.slice(0, KEYS).map(({ bar }) => bar.segments.map(({ label }) => label));
    // Names that do not fit stand in the legend.
    expect(keys[0]?.slice(0, 4)).toEqual(['1', '2', '3', '4']);
    expect(words(legend)).toContain('1 Level nascent · 2 Level emerging · 3 Level developed · 4 Level mature');
    expect(rows[0]?.bar.note).toBe('levels 3–4');
    // Every figure in a bar is a count, and no level.
    const drawn = rows.slice(KEYS).flatMap(({ bar }) => bar.segments.map(({ label }) => label));
    expect(drawn.every((label) => /^\d+$/.test(label))).toBe(true);
  });

  it('marks the median of each domain', () => {
    const { rows, legend } = pageOf([]).profile;
    expect(rows.some(({ bar }) => bar.median !== null)).toBe(true);
    expect(words(legend)).toContain('▼\u00a0median level');
  });

  it('says that nothing was chosen, seeks no decision and has nothing to sign', () => {
    const page = pageOf([]);
    expect(page.measures).toMatchObject({ rows: [], none: 'No measure has been chosen yet.' });
    expect(page.decision?.points.map(words)).toEqual(['No decision is sought: no measure has been chosen yet.']);
    expect(page.approval).toBeNull();
    expect(made([]).sections[0]?.title).toBe('Where we stand');
  });

  it('calls ranked gaps what they are while nobody wrote a measure', () => {
    const document = made([['impact/R-1', 4]]);
    expect(document.sections[0]?.title).toBe('One priority for decision');
    expect(blockOf(document, 'summary', 'summary').page.measures?.heading).toBe(
      'First priorities (no measure has been written yet)',
    );
  });
});

describe('the decision sought', () => {
  it('is proposed from the measures, and says that nobody has confirmed it', () => {
    const { decision: sought, approval } = pageOf(MEASURES);
    expect(sought?.points.map(words)).toEqual([
      'Adopt the 2 measures proposed.',
      'Name a lead institution for the one that has none.',
      'Provide for at least 90,000 crowns once and 15,000 crowns a year, and have the costing of measure 2 completed.',
    ]);
    expect(words(sought?.note)).toBe('Proposed, not yet confirmed');
    expect(approval?.options).toEqual(['Agreed', 'Agreed with changes', 'To discuss']);
  });

  it('is what a person wrote in the language of the report, and a proposal in any other', () => {
    const written = [...MEASURES, decision(['Adopt both.', ' '], hashOf(MEASURES))];
    const own = pageOf(written).decision;
    expect(own?.points.map(words)).toEqual(['Adopt both.']);
    expect(own?.note).toBeNull();
    const { note, points } = pageOf(written, { language: 'fr' }).decision!;
    expect(words(note)).toBe('Proposition, à confirmer');
    expect(points.map(words)).toContain('Adopter les 2 mesures proposées.');
  });

  it('is marked once the figures have changed', () => {
    const written = decision(['Adopt both.'], hashOf(MEASURES));
    expect(words(pageOf([...MEASURES, written, ['action/a/costOnce', 5]]).decision?.note)).toBe(
      'The figures have changed since this was written',
    );
  });

  it('is in neither a validated report nor the public edition, which have nothing to sign', () => {
    const validation: Setting = [
      'validation',
      { entries: [], entriesHash: 'a'.repeat(64), engine: '2', reportHash: 'a'.repeat(64), date: '2026-12-01' },
    ];
    const own = decision(['Adopt both.'], 'x');
    for (const page of [pageOf([...MEASURES, own, validation]), pageOf([...MEASURES, own], { edition: 'public' })]) {
      expect([page.decision, page.approval]).toEqual([null, null]);
      expect(page.measures?.rows).toHaveLength(2);
    }
  });

  it('leaves out of the public edition what was said in the room', () => {
    const { positions, coverage } = pageOf(MEASURES, { edition: 'public' });
    expect(positions).toBeNull();
    expect(words(coverage)).not.toContain('differ');
  });
});

describe('the public edition of a level whose document is not public', () => {
  it('calls it documented', () => {
    const hidden: Setting[] = [
      answered('R-1', 'mature'),
      ['evidence/e', { title: 'Minutes' }],
      ['evidence-link/R-1/lead/e', {}],
    ];
    const said = (edition: 'internal' | 'public') => JSON.stringify(documentOf(hidden, { edition }).sections);
    expect(said('public')).toContain('documented; the document is not public');
    expect(said('internal')).not.toContain('documented; the document is not public');
  });
});
