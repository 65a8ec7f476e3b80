import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import { publicReport } from '../../../src/report/public-report.ts';
import { assessmentOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';

const framework = pairedFramework();
const endorsement = {
  state: 'endorsed',
  function: 'Minister',
  date: '2026-11-02',
  name: 'A. Koné',
  prepared: { function: 'Director', date: '2026-10-28', name: 'B. Diallo' },
};
const state = assessmentOf(framework, [
  ['institution/labour/name', 'Labour'],
  ['endorsement/labour', endorsement],
]);
const report = buildReport({ framework, state, identity: null });

describe('an endorsement', () => {
  it('says who prepared and who endorsed, and names neither in the public edition', () => {
    const of = ({ institutions }: typeof report) => institutions.find(({ id }) => id === 'labour')?.endorsement;
    expect(of(report)).toEqual(endorsement);
    expect(of(publicReport(report))).toEqual({
      state: 'endorsed',
      function: 'Minister',
      date: '2026-11-02',
      prepared: { function: 'Director', date: '2026-10-28' },
    });
  });
});
