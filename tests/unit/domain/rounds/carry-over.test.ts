import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../../src/domain/rounds/carry-over.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const on = (...ids: string[]) => [{ id: 'domain', indicators: indicatorsOn('maturity', ...ids) }];
const last = frameworkOf(structureOf({ domains: on('A-1', 'A-2', 'A-3', 'A-4', 'A-5') }), 2);

describe('what another version means for a round', () => {
  it('is nothing where nothing changed', () => {
    const { kept, ...others } = carryOver(last, last);
    expect(kept).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5']);
    expect(Object.values(others)).toEqual([[], [], [], []]);
  });

  it('names what is asked otherwise, what others replaced, what ended and what is new', () => {
    const next = frameworkOf(
      structureOf({
        version: '1.1.0',
        supersedes: { 'A-2/developed/a': null, 'A-3': ['A-6', 'A-7'], 'A-4': 'A-6' },
        domains: on('A-1', 'A-2', 'A-6', 'A-7', 'A-8'),
      }),
      2,
    );
    expect(carryOver(last, next)).toEqual({
      kept: ['A-1'],
      askedAgain: ['A-2'],
      moved: [
        { from: 'A-3', to: ['A-6', 'A-7'] },
        { from: 'A-4', to: ['A-6'] },
      ],
      ended: ['A-5'],
      added: ['A-8'],
    });
  });

  it('takes a requirement more, or another scale, for another question', () => {
    const more = frameworkOf(structureOf({ version: '1.1.0', domains: on('A-1') }), 3);
    const scaled = frameworkOf(
      structureOf({ version: '1.1.0', domains: [{ id: 'domain', indicators: indicatorsOn('letters', 'A-1') }] }),
      2,
    );
    expect([carryOver(last, more).askedAgain, carryOver(last, scaled).askedAgain]).toEqual([['A-1'], ['A-1']]);
  });
});
