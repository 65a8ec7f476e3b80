import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { tickedRequirements } from '../../../../src/domain/assessment/ticked-requirements.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import type { FullEntry } from '../../../../src/domain/journal/entry-schema.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const framework = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'A') }] }));

/** One entry a register, as if written one after the other. */
function assessmentOf(values: Record<string, unknown>) {
  const entries = Object.entries(values).map(([register, value], index) => ({
    id: `2026-11-21T09:30:00.000Z-${String(index).padStart(4, '0')}-0000000000000000`,
    at: '2026-11-21T09:30:00.000Z',
    actor: 'facilitator',
    register,
    value,
    replaces: [],
  })) as unknown as FullEntry[];
  return readAssessment(fold(entries), framework);
}

const ticked = (values: Record<string, unknown>) =>
  [...tickedRequirements(framework, assessmentOf(values), 'A')].sort();

describe('tickedRequirements', () => {
  it('are those of the level and the ticks above it, where one institution answers', () => {
    const found = ticked({
      'rating/lead/A/1/answer': { level: 'emerging' },
      'rating/lead/A/1/requirements': ['A/mature/a'],
    });
    expect(found).toContain('A/emerging/a');
    expect(found).toContain('A/mature/a');
    expect(found).not.toContain('A/developed/a');
  });

  it('are none when all others say the first level and one contributor ticks a higher one', () => {
    const found = ticked({
      'institution/labour/name': 'Labour',
      'institution/health/name': 'Health',
      'rating/labour/A/1/answer': { level: 'developed' },
      'rating/labour/A/1/requirements': ['A/emerging/a', 'A/developed/a'],
      'rating/health/A/1/answer': { level: 'nascent' },
    });
    expect(found).toEqual([]);
  });

  it('are those of the lead institution where it rated, whatever a contributor ticks', () => {
    const found = ticked({
      'assignment/A/labour': 'lead',
      'assignment/A/health': 'contributor',
      'rating/labour/A/1/answer': { level: 'emerging' },
      'rating/health/A/1/answer': { level: 'mature' },
    });
    expect(found.every((address) => address.startsWith('A/emerging/'))).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });

  it('are none without a level, and for an indicator the framework does not have', () => {
    expect(ticked({ 'rating/lead/A/1/answer': { unknown: true } })).toEqual([]);
    expect([...tickedRequirements(framework, assessmentOf({}), 'B')]).toEqual([]);
  });
});
