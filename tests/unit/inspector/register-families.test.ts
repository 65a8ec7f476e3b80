import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/domain/registers/fold.ts';
import { ALL_REGISTERS } from '../../../src/domain/registers/all-registers.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { EVERY_REGISTER } from '../../fixtures/every-register.ts';
import { registerFamilies } from '../../inspector/register-families.ts';

const LATER = 'of-a-later-version/x';
const settings = EVERY_REGISTER.map(({ address, value }) => [address, value] as const);
const families = registerFamilies(fold(entriesOf([...settings, [LATER, 1]])));

describe('the families of registers in the inspector', () => {
  it('are all that there are, and one for what a later version writes', () => {
    expect(families.map(({ kind }) => kind)).toEqual([...ALL_REGISTERS.map(({ kind }) => kind), 'unknown']);
    expect(families.filter(({ registers }) => registers.length === 0)).toEqual([]);
  });

  it('hold every register once, with what it holds', () => {
    const shown = families.flatMap(({ kind, registers }) =>
      registers.map(({ register, value }) => ({ kind, register, value })),
    );
    const known = EVERY_REGISTER.map(({ address, register, value }) => ({
      kind: register.kind,
      register: address,
      value,
    }));
    const byAddress = (a: { register: string }, b: { register: string }) => (a.register < b.register ? -1 : 1);
    expect(shown.sort(byAddress)).toEqual([...known, { kind: 'unknown', register: LATER, value: 1 }].sort(byAddress));
  });
});
