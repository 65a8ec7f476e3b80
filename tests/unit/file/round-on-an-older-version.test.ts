import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideAnswers } from '../../../src/domain/assessment/decide-answers.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { carryOver } from '../../../src/domain/rounds/carry-over.ts';
import { scoreFramework } from '../../../src/domain/scoring/score-framework.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { readFramework } from '../state/read-main-framework.ts';

const FILE = new URL('../../fixtures/files/rounds/migration-governance-0.9.0.sextant', import.meta.url);

/** A round with the 109 indicators of 0.9.0, of which 99 are rated, as it was saved. */
function roundOnOlderVersion() {
  const read = readSextantFile(new Uint8Array(readFileSync(FILE)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

describe('a round on migration-governance 0.9.0', () => {
  const { framework, journal } = roundOnOlderVersion();

  it('opens with the version that it began with', () => {
    expect(framework).toMatchObject({
      version: '0.9.0',
      hash: 'cf26ec722b57f047717f316ca4c46511571d340da74ec2a2d02b28c349a4ae93',
    });
    expect(readFramework().version).not.toBe('0.9.0');
  });

  // Worked out apart from the engine: 100 x points / 3, the mean in each sub-domain, then the mean of these.
  it('has the numbers that it had', () => {
    const state = readAssessment(fold(journal.entries), framework);
    const { domains } = scoreFramework(framework, decideAnswers(state, framework));
    expect(domains.map(({ id, shown, answered, total }) => [id, shown, answered, total])).toEqual([
      ['institutional-capacity', 43, 20, 22],
      ['migrant-rights', 44, 21, 23],
      ['safe-orderly-migration', 44, 31, 35],
      ['labour-migration', 43, 15, 16],
      ['partnerships', 39, 12, 13],
    ]);
    const exact = [103 / 2.4, 106 / 2.4, 400 / 9, 130 / 3, 350 / 9];
    domains.forEach(({ score }, index) => expect(score).toBeCloseTo(exact[index]!, 9));
  });

  it('says of every indicator what becomes of it in the version of today', () => {
    const { kept, askedAgain, moved, ended, added } = carryOver(framework, readFramework());
    const named = [...kept, ...askedAgain, ...moved.map(({ from }) => from), ...ended].sort();
    expect(named).toEqual(framework.indicators.map(({ id }) => id).sort());
    expect(askedAgain).toContain('LM-05');
    expect([...added].sort()).toEqual(['IC-23', 'IC-24', 'LM-17', 'LM-18', 'LM-19', 'SO-36', 'SO-37', 'SO-38']);
  });
});
