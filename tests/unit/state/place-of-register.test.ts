import { describe, expect, it } from 'vitest';
import { hrefOfRegister } from '../../../src/state/session/place-of-register.ts';
import { openWith } from './open-board.ts';

describe('where a register is set', () => {
  it.each(['impact/R-1', 'ease/R-1', 'kept/R-1', 'target/R-1'])('%s: with its gap in hand', (register) => {
    const session = openWith([]);
    expect(hrefOfRegister(session, register)).toBe(`${session.hrefOfStep('gaps')}/R-1`);
  });

  it('a measure: on the board', () => {
    const session = openWith([]);
    expect(hrefOfRegister(session, 'measure/m1/title')).toBe(session.hrefOfStep('gaps'));
  });

  it.each([
    ['publication', 'report'],
    ['reportLanguage', 'report'],
    ['status', 'validate'],
    ['participants', 'evaluation'],
    ['packs', 'institutions'],
    ['country', 'setup'],
  ] as const)('of the round, %s: on the page %s', (field, page) => {
    const session = openWith([]);
    expect(hrefOfRegister(session, `round/${field}`)).toBe(session.hrefOfStep(page));
  });
});
