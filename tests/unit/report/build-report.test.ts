import { describe, expect, it } from 'vitest';
import { decideAnswers } from '../../../src/domain/assessment/decide-answers.ts';
import { scoreFramework } from '../../../src/domain/scoring/score-framework.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { hashFacts } from '../../../src/report/build-sentences.ts';
import { reportHash } from '../../../src/report/report-hash.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { frameworkOf, PLAIN_METHOD, structureOf } from '../domain/framework-of.ts';

const framework = deepFreeze(pairedFramework());
const ALL = framework.indicators.map(({ id }) => id);
const identity = { id: 'meridia-2026', round: '1', parent: null };

const answered = (id: string, level: string, institution = 'lead'): Setting => [
  `rating/${institution}/${id}/1/answer`,
  { level },
];

const report = (...settings: Setting[]) =>
  buildReport(deepFreeze({ framework, state: assessmentOf(framework, settings), identity }));

const ratedByAll: Setting[] = [
  answered('R-1', 'mature'),
  answered('R-2', 'emerging'),
  answered('R-3', 'developed'),
  answered('W-1', 'nascent'),
  answered('W-2', 'emerging'),
  answered('W-3', 'yes'),
  ['rating/lead/W-4/1/answer', { notApplicable: 'No coast' }],
];

describe('buildReport, counts and medians', () => {
  it('counts levels with what is open beside, per scale, domain and sub-domain', () => {
    const { distributions, domains, subdomains, coverage } = report(
      ...ratedByAll.slice(0, 3),
      answered('W-3', 'no'),
      ['rating/lead/W-1/1/answer', { unknown: true }],
      ['round/outOfScope', ['W-2']],
    );
    expect(coverage).toEqual({
      total: 6,
      applicable: 6,
      answered: 4,
      unknown: 1,
      unanswered: 1,
      notApplicable: 0,
      documented: 0,
      outOfScope: 1,
    });
    expect(distributions).toEqual([
      {
        scale: 'maturity',
        counts: [
          { level: 'nascent', count: 0 },
          { level: 'emerging', count: 1 },
          { level: 'developed', count: 1 },
          { level: 'mature', count: 1 },
        ],
        unknown: 1,
        unanswered: 1,
        notApplicable: 0,
        median: 'developed',
        // Targets are the next levels: mature (already there), developed, mature.
        medianTarget: 'mature',
        atOrAbove: { level: 'developed', position: 3, count: 2, of: 5 },
      },
      {
        scale: 'yes-no',
        counts: [
          { level: 'no', count: 1 },
          { level: 'yes', count: 0 },
        ],
        unknown: 0,
        unanswered: 0,
        notApplicable: 0,
        median: 'no',
        medianTarget: 'yes',
        atOrAbove: { level: 'yes', position: 2, count: 0, of: 1 },
      },
    ]);
    expect(domains[1]!.coverage).toMatchObject({ total: 3, answered: 1, unknown: 1, unanswered: 1, outOfScope: 1 });
    expect(subdomains.map(({ id, coverage: own }) => [id, own.answered])).toEqual([
      ['standards', 2],
      ['services', 1],
    ]);
  });

  it('takes the lower of two middle levels as median', () => {
    const { domains } = report(answered('W-1', 'emerging'), answered('W-2', 'mature'));
    expect(domains[1]!.distributions[0]!.median).toBe('emerging');
  });

  it('counts what is documented: rated, with evidence that exists', () => {
    const { coverage, indicators } = report(
      answered('R-1', 'mature'),
      answered('R-2', 'mature'),
      ['evidence/a', { title: 'Decree 12' }],
      ['evidence-link/R-1/lead/a', {}],
      ['evidence-link/R-2/lead/gone', {}],
      ['evidence-link/R-3/lead/a', {}],
    );
    expect(coverage.documented).toBe(1);
    expect(indicators.filter(({ documented }) => documented).map(({ id }) => id)).toEqual(['R-1', 'R-3']);
  });

  it('gives the same scores as the score tree', () => {
    const state = assessmentOf(framework, ratedByAll);
    const { domains, subdomains, indicators } = buildReport({ framework, state, identity });
    const tree = scoreFramework(framework, decideAnswers(state, framework));
    expect(domains).toEqual(tree.domains.map((node) => expect.objectContaining(node)));
    expect(subdomains).toEqual(tree.subdomains.map((node) => expect.objectContaining(node)));
    expect(indicators.map(({ id, score, status }) => ({ id, score, status }))).toEqual(
      tree.indicators.map(({ id, score, status }) => ({ id, score, status })),
    );
    // (100 + 33.33 + 66.67) / 3, sub-domains of one weight: (66.67 + 66.67) / 2
    expect(domains[0]!.score).toBeCloseTo(200 / 3, 9);
    expect(domains[0]!.shown).toBe(67);
  });
});

describe('buildReport, findings', () => {
  it('compares law and practice on paired topics only', () => {
    const { pairs, pairedTopics } = report(...ratedByAll);
    expect(pairs).toEqual([
      { law: 'R-1', practice: 'R-2', difference: 2 },
      { law: 'W-1', practice: 'W-2', difference: -1 },
    ]);
    expect(pairedTopics).toEqual({ compared: 2, lawHigher: 1, practiceHigher: 1 });
    const less = report(answered('R-1', 'mature'), ['round/outOfScope', ['W-2']]);
    expect(less.pairs).toEqual([{ law: 'R-1', practice: 'R-2', difference: null }]);
    expect(less.pairedTopics).toEqual({ compared: 0, lawHigher: 0, practiceHigher: 0 });
  });

  it('lists strengths highest first, documented before undocumented', () => {
    const { strengths } = report(
      answered('R-1', 'developed'),
      answered('R-2', 'mature'),
      answered('R-3', 'developed'),
      answered('W-1', 'emerging'),
      answered('W-3', 'yes'),
      ['evidence/a', { title: 'Register' }],
      ['evidence-link/R-3/lead/a', {}],
    );
    expect(strengths).toEqual(['R-2', 'W-3', 'R-3', 'R-1']);
  });

  it('lists development areas by impact, then gap, then level, and never a strength', () => {
    const settings: Setting[] = [
      answered('R-1', 'emerging'),
      answered('R-2', 'emerging'),
      answered('R-3', 'nascent'),
      answered('W-1', 'developed'),
      answered('W-2', 'nascent'),
      answered('W-3', 'no'),
      answered('W-4', 'emerging'),
      ['target/R-1', { level: 'mature' }],
      ['target/R-3', { none: 'Next round' }],
      ['impact/W-4', 1],
      ['impact/W-2', 3],
    ];
    const { developmentAreas, indicators } = report(...settings);
    expect(developmentAreas).toEqual(['W-2', 'W-4', 'R-1', 'W-3', 'R-2']);
    expect(indicators[2]).toMatchObject({ target: null, noTargetReason: 'Next round', gap: null });
  });

  it('ranks priorities by impact and puts pinned ones first, with the reason', () => {
    const { priorities, plan } = report(
      answered('R-1', 'nascent'),
      answered('R-2', 'nascent'),
      answered('R-3', 'nascent'),
      ['impact/R-1', 2],
      ['impact/R-2', 4],
      ['action/b/activity', 'Train'],
      ['action/b/indicators', ['R-3']],
      ['action/b/pinned', 'Decided in council'],
      ['action/a/activity', 'Adopt'],
      ['action/a/order', 1],
      ['action/c/activity', 'Old'],
      ['action/c/removed', true],
    );
    expect(priorities.map(({ id, rank, pinReason, robust }) => [id, rank, pinReason, robust])).toEqual([
      ['R-3', 1, 'Decided in council', null],
      ['R-2', 2, null, null],
      ['R-1', 3, null, null],
    ]);
    expect(priorities.map(({ values, ranks }) => [values, ranks])).toEqual([
      [
        { need: null, product: null, weightedSum: null },
        { impact: null, need: null, product: null, weightedSum: null },
      ],
      [
        { need: 4, product: null, weightedSum: null },
        { impact: 1, need: 1, product: null, weightedSum: null },
      ],
      [
        { need: 2, product: null, weightedSum: null },
        { impact: 2, need: 2, product: null, weightedSum: null },
      ],
    ]);
    expect(plan.map(({ id, activity, status }) => [id, activity, status])).toEqual([
      ['a', 'Adopt', 'not-started'],
      ['b', 'Train', 'not-started'],
    ]);
  });

  it('puts an indicator first by the reason given to it, before the one pinned to an action; an empty reason pins nothing', () => {
    const { priorities } = report(
      ['rating/lead/R-1/1/answer', { level: 'nascent' }],
      ['rating/lead/R-2/1/answer', { level: 'nascent' }],
      ['impact/R-1', 4],
      ['round/pin-R-2', 'Political priority'],
      ['round/pin-R-1', ' '],
      ['action/b/indicators', ['R-2']],
      ['action/b/pinned', 'Decided in council'],
    );
    expect(priorities.map(({ id, pinReason }) => [id, pinReason])).toEqual([
      ['R-2', 'Political priority'],
      ['R-1', null],
    ]);
  });

  it('names the domain with most room only where two are scored and differ in what is shown', () => {
    expect(report(...ratedByAll).mostRoom).toBe('work');
    expect(report(...ratedByAll.slice(0, 3)).mostRoom).toBeNull();
    const equal = report(...ALL.map((id) => answered(id, id === 'W-3' ? 'yes' : 'mature')));
    expect(equal.mostRoom).toBeNull();
  });

  it('tells what closing a gap would add to the domain', () => {
    const { indicators } = report(...ratedByAll);
    // Three applicable indicators of the domain answered 0, 33.33, 100: W-1 to emerging adds a third of a third.
    expect(indicators.find(({ id }) => id === 'W-1')!.gain).toBeCloseTo(100 / 9, 9);
    expect(indicators.find(({ id }) => id === 'R-1')!.gain).toBeNull();
  });

  it('tells held from missing requirements', () => {
    const [first] = report(
      answered('R-1', 'emerging'),
      ['rating/lead/R-1/1/requirements', ['R-1/emerging/a', 'R-1/emerging/b', 'R-1/developed/b']],
      ['target/R-1', { level: 'mature' }],
    ).indicators;
    expect(first!.heldRequirements).toEqual(['R-1/emerging/a', 'R-1/emerging/b', 'R-1/developed/b']);
    expect(first!.missingRequirements).toEqual(['R-1/developed/a', 'R-1/mature/a', 'R-1/mature/b']);
    expect(first).not.toHaveProperty('underWayRequirements');
  });

  it('tells what is under way, and counts as met what is met besides', () => {
    const said = ['R-1/mature/a', 'R-1/emerging/a', 'R-1/developed/b'];
    const [first] = report(
      answered('R-1', 'emerging'),
      ['rating/lead/R-1/1/requirements', ['R-1/developed/b']],
      ['rating/lead/R-1/1/under-way', said],
    ).indicators;
    expect(first!.underWayRequirements).toEqual(['R-1/mature/a']);
    expect(first!.level).toBe('emerging');
  });
});

describe('buildReport, sentences', () => {
  it('gives facts without words', () => {
    const facts = Object.fromEntries(report(...ratedByAll).sentences.map((one) => [one.id, one.facts]));
    expect(facts).toEqual({
      // `yes` and `developed`: no level that both scales share.
      'summary.levels': { count: 3, of: 6, level: null, position: null, scale: null },
      'summary.pairs': { compared: 2, lawHigher: 1, practiceHigher: 1 },
      'summary.mostRoom': { domain: 'work' },
      'summary.rated': { rated: 6, applicable: 6, documented: 0 },
      'domain.levels.rights': {
        domain: 'rights',
        count: 2,
        of: 3,
        level: 'developed',
        position: 3,
        scale: 'maturity',
      },
      'domain.levels.work': { domain: 'work', count: 1, of: 3, level: null, position: null, scale: null },
    });
  });

  it('keeps an edited sentence, and shows by its hash that the facts have changed', () => {
    const before = { rated: 1, applicable: 7, documented: 0 };
    const settings: Setting[] = [
      answered('R-1', 'mature'),
      ['round/sentence-summary.rated', { text: 'Ours.', factsHash: hashFacts(before) }],
      ['round/sentence-own', { text: 'A word of the minister.', factsHash: hashFacts({}), language: 'fr' }],
    ];
    const ratedOf = (...more: Setting[]) =>
      report(...settings, ...more).sentences.find(({ id }) => id === 'summary.rated')!;
    expect(ratedOf()).toMatchObject({ facts: before, edited: { text: 'Ours.' } });
    expect(ratedOf().factsHash).toBe(ratedOf().edited!.factsHash);
    expect(ratedOf(answered('R-2', 'mature')).factsHash).not.toBe(ratedOf().edited!.factsHash);
    expect(report(...settings).sentences.at(-1)).toEqual({
      id: 'own',
      facts: {},
      factsHash: hashFacts({}),
      edited: { text: 'A word of the minister.', factsHash: hashFacts({}), language: 'fr' },
    });
  });
});

describe('buildReport, what cannot be said', () => {
  it('is null everywhere, not zero, when nothing is applicable', () => {
    const none = report(...ALL.map((id): Setting => [`rating/lead/${id}/1/answer`, { notApplicable: 'Not here' }]));
    for (const node of [...none.domains, ...none.subdomains]) {
      expect(node).toMatchObject({ score: null, shown: null, band: null, shownBand: null, low: null, high: null });
      expect(node.distributions.every(({ median, medianTarget }) => median === null && medianTarget === null)).toBe(
        true,
      );
    }
    for (const indicator of none.indicators) {
      expect(indicator).toMatchObject({ status: 'not-applicable', level: null, score: null, target: null, gap: null });
      expect(indicator).toMatchObject({ need: null, quadrant: null, gain: null });
    }
    expect(none).toMatchObject({ strengths: [], developmentAreas: [], priorities: [], mostRoom: null, sentences: [] });
    expect(none.coverage).toMatchObject({ total: 7, applicable: 0, answered: 0, notApplicable: 7 });
  });

  it('says nothing of an assessment without any answer but how far it is', () => {
    const empty = report();
    expect(empty.sentences.map(({ id }) => id)).toEqual(['summary.rated']);
    expect(empty.institutions).toEqual([]);
    expect(empty.status).toBe('draft');
  });
});

describe('buildReport, methods that count open answers', () => {
  const counting = frameworkOf(
    structureOf({
      method: {
        ...PLAIN_METHOD,
        missing: 'zero',
        bands: [
          { id: 'low', from: 0 },
          { id: 'high', from: 50 },
        ],
      },
      domains: [
        { id: 'd1', indicators: [{ id: 'i1', scale: 'yes-no' }] },
        { id: 'd2', indicators: [{ id: 'i2', scale: 'yes-no' }] },
      ],
    }),
  );
  const of = (...settings: Setting[]) =>
    buildReport({ framework: counting, state: assessmentOf(counting, settings), identity });

  it('holds the band back until every indicator below is rated, and says how open ones are counted', () => {
    const half = of(answered('i1', 'yes'));
    expect(half.overall).toMatchObject({
      score: 50,
      band: 'high',
      shownBand: null,
      complete: false,
      openCountedAs: 'zero',
    });
    expect(half.domains.map(({ shownBand, openCountedAs }) => [shownBand, openCountedAs])).toEqual([
      ['high', null],
      [null, 'zero'],
    ]);
    expect(half.indicators[1]).toMatchObject({ score: 0, level: null, openCountedAs: 'zero' });
    const whole = of(answered('i1', 'yes'), answered('i2', 'no'));
    expect(whole.overall).toMatchObject({ shownBand: 'high', complete: true, openCountedAs: null });
  });
});

describe('reportHash', () => {
  it('is the same for the same content, whatever the status, and another for another answer', () => {
    const base = report(...ratedByAll);
    expect(reportHash(report(...ratedByAll))).toBe(reportHash(base));
    expect(reportHash({ ...base, status: 'validated', engine: '9.9.9' })).toBe(reportHash(base));
    expect(reportHash(report(...ratedByAll.slice(1)))).not.toBe(reportHash(base));
    expect(reportHash(base)).toMatch(/^[0-9a-f]{64}$/);
  });
});
