import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/domain/journal/entry-schema.ts';
import { carryAssessment } from '../../../../src/domain/rounds/carry-assessment.ts';
import { makeFreshJournal } from '../../../../src/domain/rounds/make-initial-entries.ts';
import { nextVersion } from '../../../fixtures/next-version.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { fakeSurroundings } from '../../state/fake-store.ts';

const last = tinyFramework();
const next = nextVersion();
const identity = { id: '0'.repeat(16), round: '1'.repeat(16), parent: null };

function saying(said: Record<string, unknown>): readonly Entry[] {
  const values = Object.entries(said).map(([register, value]) => ({ register, value: value as never }));
  return makeFreshJournal(identity, last, values, fakeSurroundings());
}
const carry = (said: Record<string, unknown>, to = next) =>
  carryAssessment({ countedEntries: saying(said), framework: last }, to);
const registersOf = (some: readonly { register: string }[]) => some.map(({ register }) => register).sort();

describe('an assessment that goes on with a newer version', () => {
  const SAID = {
    'round/title': 'Round 2026',
    'round/outOfScope': ['B-2'],
    'rating/lead/A-1/1/answer': { level: 'mature' },
    'rating/lead/A-2/1/answer': { level: 'emerging' },
    'rating/lead/B-1/1/answer': { level: 'mature' },
    'rating/lead/B-1/1/requirements': ['B-1/emerging/a', 'B-1/mature/a'],
    'rating/lead/B-2/1/answer': { level: 'emerging' },
    'target/B-1': { level: 'mature' },
    'agreed/A-1/answer': { level: 'mature' },
    'agreed/A-1/rationale': 'Seen in the law.',
    'agreed/B-1/answer': { level: 'mature' },
    'agreed/B-1/rationale': 'As before.',
  };

  it('keeps what is asked as before, and follows ids and requirements to what took their place', () => {
    const { values } = carry(SAID);
    expect(Object.fromEntries(values.map(({ register, value }) => [register, value]))).toEqual({
      'round/title': 'Round 2026',
      'round/outOfScope': ['C-1'],
      'rating/lead/A-1/1/answer': { level: 'mature' },
      'rating/lead/A-2/1/answer': { level: 'emerging' },
      'rating/lead/B-1/1/requirements': ['B-1/emerging/a'],
      'agreed/A-1/answer': { level: 'mature' },
      'agreed/A-1/rationale': 'Seen in the law.',
    });
  });

  it('names what stays behind, all of it, and what has to be answered again', () => {
    const { left, again } = carry(SAID);
    expect(registersOf(left)).toEqual([
      'agreed/B-1/answer',
      'agreed/B-1/rationale',
      'rating/lead/B-1/1/answer',
      'rating/lead/B-1/1/requirements',
      'rating/lead/B-2/1/answer',
      'target/B-1',
    ]);
    expect(left.find(({ register }) => register.endsWith('requirements'))?.value).toEqual(['B-1/mature/a']);
    expect(again).toEqual(['B-1', 'C-1']);
  });

  it('leaves nothing behind where nothing that is asked changed', () => {
    const { values, left, again } = carry(SAID, last);
    expect([left, again]).toEqual([[], []]);
    expect(registersOf(values)).toEqual(Object.keys(SAID).sort());
  });
});
