import { describe, expect, it } from 'vitest';
import { assessmentOfRows } from '../../../src/domain/assessment/assessment-of-rows.ts';
import { decideAnswers } from '../../../src/domain/assessment/decide-answers.ts';
import { parseAnswerSheet } from '../../../src/file/answer-sheet.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../fixtures/deep-freeze.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = deepFreeze(pairedFramework());
const identity = { id: 'meridia-2026', round: '1', parent: null };

const answered = (id: string, level: string, institution = 'lead'): Setting => [
  `rating/${institution}/${id}/1/answer`,
  { level },
];

const report = (...settings: Setting[]) =>
  buildReport(deepFreeze({ framework, state: assessmentOf(framework, settings), identity }));

describe('buildReport, institutions and evidence', () => {
  const institutions: Setting[] = [
    ['institution/interior/name', 'Interior'],
    ['institution/labour/name', 'Labour'],
    ['institution/union/role', 'observer'],
    ['assignment/R-1/interior', 'lead'],
    answered('R-1', 'nascent', 'interior'),
    answered('R-1', 'mature', 'labour'),
    answered('R-1', 'mature', 'union'),
    ['rating/labour/R-1/1/comment', 'See the decree.'],
  ];

  it('keeps names and comments back until the opinions are opened', () => {
    const sealed = report(...institutions).indicators[0]!;
    expect(sealed.ratings).toEqual([
      { institution: null, answer: { state: 'level', level: 'mature' }, confidence: null, comment: null },
      { institution: null, answer: { state: 'level', level: 'nascent' }, confidence: null, comment: null },
    ]);
    const open = report(...institutions, ['reveal/R-1', { vote: 1 }]).indicators[0]!;
    expect(open.ratings.map(({ institution, comment }) => [institution, comment])).toEqual([
      ['interior', null],
      ['labour', 'See the decree.'],
    ]);
    expect(open.leads).toEqual(['interior']);
  });

  it('measures agreement and takes the provisional level until one is agreed', () => {
    const { indicators, sentences } = report(...institutions);
    expect(indicators[0]!.agreement).toEqual({
      n: 2,
      median: 'nascent',
      range: 3,
      a: -1,
      class: 'divided',
      provisional: 'nascent',
    });
    expect(indicators[0]).toMatchObject({ level: 'nascent', agreed: false, standing: 'provisional' });
    expect(sentences.find(({ id }) => id === 'summary.differing')!.facts).toEqual({ divided: 1, toDiscuss: 0, of: 1 });
    const agreed = report(...institutions, ['agreed/R-1/answer', { level: 'developed' }]).indicators[0]!;
    expect(agreed).toMatchObject({ level: 'developed', agreed: true, standing: 'agreed' });
    expect(agreed.agreement.provisional).toBe('nascent');
  });

  it('says on what ground the levels stand, in one place', () => {
    const { grounds, coverage } = report(
      ...institutions,
      answered('R-2', 'mature'),
      ['agreed/R-2/answer', { level: 'developed' }],
      ['evidence/a', { title: 'Decree' }],
      ['evidence-link/R-2/lead/a', {}],
      ['rating/lead/W-1/1/answer', { unknown: true }],
    );
    expect(grounds).toEqual({ agreed: 1, provisional: 1, alone: 0, differing: 1, documented: 1 });
    expect(grounds.documented).toBe(coverage.documented);
    expect(grounds.agreed + grounds.provisional).toBe(coverage.answered);
  });

  it('calls no level provisional where one institution answers for all', () => {
    const { grounds, indicators } = report(answered('R-1', 'mature'));
    expect(indicators[0]).toMatchObject({ agreed: false, standing: 'alone' });
    expect(indicators[1]).toMatchObject({ standing: null });
    expect(grounds).toMatchObject({ agreed: 0, provisional: 0, alone: 1, differing: 0 });
  });

  it('keeps the decision sought beside the facts of a proposal, whose hash changes with them', () => {
    const ranked: Setting[] = [answered('R-1', 'nascent'), ['impact/R-1', 4], ['round/currency', 'crowns']];
    const { decision, costs } = report(...ranked, ['round/decision', { en: { points: ['Adopt'], factsHash: 'x' } }]);
    const { once, yearly, there, withoutAmount, inPart } = costs;
    expect(decision).toMatchObject({
      facts: { measures: 1, currency: 'crowns', once, yearly, there, withoutAmount, inPart },
      written: { en: { points: ['Adopt'], factsHash: 'x' } },
    });
    const costed = report(...ranked, ['action/a/indicators', ['R-1']], ['action/a/costOnce', 5]);
    expect(costed.costs).toMatchObject({ once: 5, withoutAmount: 0 });
    expect(costed.decision?.factsHash).not.toBe(decision?.factsHash);
    expect(report().decision).toMatchObject({ facts: { measures: 0 }, written: {} });
  });

  it('numbers evidence in the order of first use, then what only an indicator out of scope uses; what was taken off is not there', () => {
    const { evidence, indicators } = report(
      ['round/outOfScope', ['R-1']],
      ['evidence/a', { title: 'Used out of scope' }],
      ['evidence-link/R-1/lead/a', {}],
      ['evidence/d', { title: 'Taken off' }],
      ['evidence-link/R-2/lead/d', {}],
      ['evidence-link/R-2/lead/d', null],
      ['evidence/b', { title: 'Used second', access: 'public' }],
      ['evidence/c', { title: 'Used first' }],
      ['evidence-link/W-1/lead/b', { passage: 'art. 3' }],
      ['evidence-link/R-2/lead/c', {}],
      ['evidence-link/W-1/lead/c', {}],
    );
    expect(evidence.map(({ id, number }) => [id, number])).toEqual([
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ]);
    expect(evidence[1]).toMatchObject({
      title: 'Used second',
      access: 'public',
      holder: null,
      uses: [{ indicator: 'W-1', institution: 'lead', passage: 'art. 3' }],
    });
    expect(indicators.find(({ id }) => id === 'W-1')!.evidence).toEqual(['c', 'b']);
  });

  it('keeps the record of an indicator out of scope, without numbers', () => {
    const out = report(answered('R-1', 'mature'), ['round/outOfScope', ['R-1']]).indicators[0]!;
    expect(out).toMatchObject({ status: 'out-of-scope', level: null, score: null, target: null, gap: null });
    expect(out.ratings).toHaveLength(1);
  });

  it('says where the journal has differing versions, and what it could not count', () => {
    const { record } = report(['rating/lead/GONE/1/answer', { level: 'mature' }], ['impact/R-1', 9]);
    expect(record).toEqual({
      conflicts: [],
      orphans: [{ indicator: 'GONE', supersededBy: null }],
      damaged: ['impact/R-1'],
      unknownRegisters: 0,
    });
  });
});

describe('a report from an answer sheet', () => {
  const sheet = [
    'indicator,institution,answer,comment,target,impact,ease',
    'R-1,,developed,Agreed in the workshop,mature,4,2',
    'R-1,Interior,nascent,,,,',
    'R-2,Interior,emerging,We think so,,,',
    'R-2,Labour,mature,,,,',
    'R-3,Interior,unknown,,,,',
    'W-3,Interior,n/a,Not ours,,,',
  ].join('\n');
  const parsed = parseAnswerSheet(sheet, framework);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const state = assessmentOfRows(parsed.value.rows, parsed.value);
  const made = buildReport({ framework, state, identity: null });

  it('decides the answers that the sheet decides', () => {
    expect(decideAnswers(state, framework)).toEqual(parsed.value.decided);
  });

  it('has agreed levels, open ratings, targets and comments', () => {
    expect(made.assessment).toBeNull();
    expect(made.institutions.map(({ id, name }) => [id, name])).toEqual([
      ['Interior', 'Interior'],
      ['Labour', 'Labour'],
    ]);
    expect(made.indicators[0]).toMatchObject({
      level: 'developed',
      agreed: true,
      rationale: 'Agreed in the workshop',
      target: 'mature',
      targetIsDefault: false,
      need: 4,
      quadrant: 'major-reform',
    });
    expect(made.indicators[1]).toMatchObject({ level: 'emerging', agreed: false, targetIsDefault: true });
    expect(made.indicators[1]!.ratings[0]).toMatchObject({ institution: 'Interior', comment: 'We think so' });
    expect(made.indicators[2]).toMatchObject({ status: 'unknown' });
    expect(made.indicators[5]).toMatchObject({ status: 'not-applicable', ratings: [{ comment: null }] });
  });
});
