import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/together/choose-participants.ts';
import { chooseParticipants } from '../../../../src/domain/together/choose-participants.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const tiny = tinyFramework();

function candidate(id: string, more: Partial<Candidate> = {}): Candidate {
  return {
    fileName: `${id}.sextant`,
    assessment: { id, round: 'r', parent: null },
    framework: tiny,
    isValidated: true,
    isPart: false,
    levels: new Map([['A-1', 'mature']]),
    ...more,
  };
}

const outcome = (...candidates: Candidate[]) => {
  const { counted, leftOut } = chooseParticipants(candidates);
  return {
    counted: counted.map(({ assessment }) => assessment.id),
    leftOut: leftOut.map(({ file, code }) => [file, code]),
  };
};

describe('who counts of several files', () => {
  it('is whole and validated', () => {
    expect(outcome(candidate('a'), candidate('b', { isValidated: false }), candidate('c', { isPart: true }))).toEqual({
      counted: ['a'],
      leftOut: [
        ['b.sextant', 'together.notValidated'],
        ['c.sextant', 'together.isPart'],
      ],
    });
  });

  it('counts once, however many copies and rounds there are', () => {
    const later = candidate('a2', { assessment: { id: 'a2', round: 'r2', parent: 'a' } });
    const latest = candidate('a3', { assessment: { id: 'a3', round: 'r3', parent: 'a2' } });
    expect(
      outcome(latest, candidate('a'), later, candidate('a', { fileName: 'copy.sextant' }), candidate('b')),
    ).toEqual({
      counted: ['a3', 'b'],
      leftOut: [
        ['copy.sextant', 'together.sameAssessment'],
        ['a.sextant', 'together.laterRound'],
        ['a2.sextant', 'together.laterRound'],
      ],
    });
  });

  it('answered the questions that most answered; a patch of them is the same questions', () => {
    const patched = { ...tiny, structure: { ...tiny.structure, version: '1.2.9' }, version: '1.2.9', hash: 'other' };
    const other = candidate('o', { framework: pairedFramework() });
    expect(outcome(other, candidate('a'), candidate('b', { framework: patched }))).toEqual({
      counted: ['a', 'b'],
      leftOut: [['o.sextant', 'together.otherFramework']],
    });
  });

  it('is nobody where there is nothing', () => {
    expect(chooseParticipants([])).toEqual({ framework: null, counted: [], leftOut: [] });
  });
});
