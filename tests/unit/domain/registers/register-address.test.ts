import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Register } from '../../../../src/domain/registers/all-registers.ts';
import { buildRegister, parseRegister } from '../../../../src/domain/registers/register-address.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const text = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
const vote = fc.integer({ min: 1, max: 99 });

const registerArbitrary: fc.Arbitrary<Register> = fc.oneof(
  fc.record({ kind: fc.constant('round' as const), field: text }),
  fc.record({ kind: fc.constant('institution' as const), institution: text, field: text }),
  fc.record({ kind: fc.constant('assignment' as const), indicator: text, institution: text }),
  fc.record({
    kind: fc.constant('rating' as const),
    institution: text,
    indicator: text,
    vote,
    part: fc.constantFrom('answer' as const, 'requirements' as const, 'confidence' as const, 'comment' as const),
  }),
  fc.record({
    kind: fc.constant('agreed' as const),
    indicator: text,
    part: fc.constantFrom('answer' as const, 'rationale' as const, 'forum' as const),
  }),
  fc.record({ kind: fc.constantFrom('mandate' as const, 'reservation' as const), institution: text, indicator: text }),
  fc.record({ kind: fc.constantFrom('target' as const, 'impact' as const, 'ease' as const), indicator: text }),
  fc.record({ kind: fc.constant('evidence-link' as const), indicator: text, institution: text, evidence: text }),
  fc.record({ kind: fc.constant('evidence' as const), evidence: text }),
  fc.record({ kind: fc.constant('action' as const), action: text, field: text }),
  fc.record({ kind: fc.constant('comment' as const), comment: text }),
  fc.record({ kind: fc.constant('instrument' as const), code: text, field: text }),
  fc.record({ kind: fc.constant('reveal' as const), indicator: text }),
  fc.record({ kind: fc.constant('endorsement' as const), institution: text }),
  fc.record({ kind: fc.constant('validation' as const) }),
);

describe('registers', () => {
  it('writes the addresses of the format', () => {
    const rating: Register = { kind: 'rating', institution: 'labour', indicator: 'IC-01', vote: 1, part: 'answer' };
    expect(buildRegister(rating)).toBe('rating/labour/IC-01/1/answer');
    expect(buildRegister({ kind: 'validation' })).toBe('validation');
    expect(parseRegister('evidence-link/IC-01/labour/E1')).toEqual({
      kind: 'evidence-link',
      indicator: 'IC-01',
      institution: 'labour',
      evidence: 'E1',
    });
  });

  it('reads back every register, whatever its ids hold, in an address without white space', () => {
    fc.assert(
      fc.property(registerArbitrary, (register) => {
        const address = buildRegister(register);
        expect(parseRegister(address)).toEqual(register);
        expect(address).toMatch(/^[^/\s]+(\/[^/\s]+)*$/);
      }),
      lawRuns(1000),
    );
  });

  it('encodes a slash, a space and an accent', () => {
    const address = buildRegister({ kind: 'institution', institution: 'intérieur/sécurité civile', field: 'name' });
    expect(address).toBe('institution/int%C3%A9rieur%2Fs%C3%A9curit%C3%A9%20civile/name');
  });

  it.each([
    'weather/today',
    'rating/labour/IC-01/0/answer',
    'rating/labour/IC-01/01/answer',
    'rating/labour/IC-01/1e0/answer',
    'rating/labour/IC-01/100/answer',
    'rating/labour/IC-01/1/mood',
    'rating/labour/IC-01/1',
    'agreed/IC-01/mood',
    'target/IC-01/more',
    'target/%zz',
    'target/%41',
    'target/',
    'validation/again',
    'constructor',
    '__proto__/x',
    'toString',
    'target/\ud800',
  ])('knows %s as unknown', (address) => {
    expect(parseRegister(address)).toEqual({ kind: 'unknown', register: address });
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (address) => {
        expect(parseRegister(address).kind).toBeTypeOf('string');
      }),
      lawRuns(1000),
    );
  });

  it('refuses to write an empty part', () => {
    expect(() => buildRegister({ kind: 'target', indicator: '' })).toThrow(RangeError);
  });
});
