import { describe, expect, it } from 'vitest';
import { countJourney } from '../../../../src/domain/journey/count-journey.ts';
import { readOutlook } from '../../../../src/domain/journey/read-outlook.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf, entriesOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const ASKED: readonly Setting[] = [
  ['institution/lead/name', 'Ministry of the Interior'],
  ['institution/labour/name', 'Ministry of Labour'],
  ['round/returnsDue', '2026-12-15'],
  ['assignment/A-1/labour', 'lead'],
  ['assignment/B-1/labour', 'lead'],
];
const ANSWERED: readonly Setting[] = [...ASKED, ['rating/labour/A-1/1/answer', { level: 'nascent' }]];
const VALIDATION = {
  entries: [],
  entriesHash: '0'.repeat(64),
  engine: '2.0.0',
  reportHash: '0'.repeat(64),
  by: 'A. Name',
  date: '2027-01-29',
  forum: 'Inter-ministerial Committee',
};

describe('readOutlook', () => {
  it('counts a round as its own home does', () => {
    expect(readOutlook(framework, entriesOf(ANSWERED))).toEqual({
      kind: 'round',
      counts: countJourney(framework, assessmentOf(framework, ANSWERED), false),
      validated: null,
      closing: '2026-12-15',
    });
  });

  it('says by which meeting a report was validated, and counts what was validated', () => {
    const entries = entriesOf(ANSWERED);
    const validated = entries.map(({ id }) => id);
    const later: Setting[] = [
      ['validation', { ...VALIDATION, entries: validated }],
      ['agreed/A-1/answer', { level: 'mature' }],
    ];
    const outlook = readOutlook(framework, entriesOf([...ANSWERED, ...later]));
    expect(outlook).toMatchObject({
      kind: 'round',
      validated: { date: '2027-01-29', by: 'Inter-ministerial Committee' },
      counts: { isValidated: true, agreed: 0 },
    });
  });

  it('says of a pack how much of it is answered', () => {
    const pack: Setting = ['institution/labour/pack', { mode: 'answer' }];
    expect(readOutlook(framework, entriesOf([...ANSWERED, pack]))).toEqual({
      kind: 'task',
      answered: 1,
      questions: 2,
      closing: '2026-12-15',
    });
  });
});
