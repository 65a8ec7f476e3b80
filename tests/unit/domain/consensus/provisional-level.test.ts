import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/domain/registers/answer.ts';
import type { Opinion } from '../../../../src/domain/consensus/opinion.ts';
import { provisionalLevel } from '../../../../src/domain/consensus/provisional-level.ts';
import { MATURITY } from '../framework-of.ts';

const level = (id: string): Answer => ({ state: 'level', level: id });
const notApplicable = (reason: string): Answer => ({ state: 'not-applicable', reason });
const UNKNOWN: Answer = { state: 'unknown' };

function opinion(institution: string, answer: Answer | null, isLead = false, documented = false): Opinion {
  return { institution, answer, isLead, documented };
}

describe('provisionalLevel', () => {
  it('is nothing where nobody answered', () => {
    expect(provisionalLevel(MATURITY, [opinion('labour', null, true)])).toBeNull();
  });

  it('is not applicable from more than half of those who answered, with their reasons', () => {
    const two = [opinion('b', notApplicable('No coast')), opinion('a', notApplicable('Landlocked'))];
    const rated = opinion('c', level('mature'));
    expect(provisionalLevel(MATURITY, [...two, rated, opinion('d', null)])).toEqual(
      notApplicable('Landlocked; No coast'),
    );
    expect(provisionalLevel(MATURITY, [...two, rated, opinion('d', UNKNOWN)])).toEqual(level('mature'));
  });

  it('is the level of the lead where it is documented', () => {
    const others = [opinion('a', level('nascent')), opinion('b', level('nascent'))];
    expect(provisionalLevel(MATURITY, [...others, opinion('lead', level('mature'), true, true)])).toEqual(
      level('mature'),
    );
    expect(provisionalLevel(MATURITY, [...others, opinion('lead', level('mature'), true)])).toEqual(level('nascent'));
    expect(provisionalLevel(MATURITY, [...others, opinion('no-lead', level('mature'), false, true)])).toEqual(
      level('nascent'),
    );
    expect(provisionalLevel(MATURITY, [...others, opinion('lead', UNKNOWN, true, true)])).toEqual(level('nascent'));
  });

  it('is the lower of two leads that differ', () => {
    const leads = [opinion('a', level('mature'), true, true), opinion('b', level('emerging'), true, true)];
    expect(provisionalLevel(MATURITY, leads)).toEqual(level('emerging'));
  });

  it('is the median, the lower of two middle ones', () => {
    const four = ['nascent', 'emerging', 'developed', 'mature'].map((id) => opinion(id, level(id)));
    expect(provisionalLevel(MATURITY, four)).toEqual(level('emerging'));
  });

  it('is unknown where those who answered do not know', () => {
    expect(provisionalLevel(MATURITY, [opinion('a', UNKNOWN), opinion('b', notApplicable('No coast'))])).toEqual(
      UNKNOWN,
    );
  });

  it('does not depend on the order of the opinions', () => {
    const answer = fc.constantFrom<Answer | null>(
      null,
      UNKNOWN,
      notApplicable('x'),
      notApplicable('y'),
      level('nascent'),
      level('developed'),
      level('mature'),
    );
    const one = fc.record({ answer, isLead: fc.boolean(), documented: fc.boolean() });
    const some = fc
      .array(one, { maxLength: 8 })
      .map((all) => all.map((parts, index) => ({ institution: `i${index}`, ...parts })));
    fc.assert(
      fc.property(some, (given) => {
        expect(provisionalLevel(MATURITY, [...given].reverse())).toEqual(provisionalLevel(MATURITY, given));
      }),
    );
  });
});
