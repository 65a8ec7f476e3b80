import { describe, expect, it } from 'vitest';
import { actorOf } from '../../../../src/domain/institutions/actor-of.ts';
import { mayWrite } from '../../../../src/domain/institutions/may-write.ts';
import { EVERY_REGISTER } from '../../../fixtures/every-register.ts';

const ADDRESSES = EVERY_REGISTER.map(({ address }) => address);
const ANSWERED = /^(rating|mandate|evidence|evidence-link|endorsement)\/|\/no-view-/;

describe('whose word a change is', () => {
  it("is the facilitator in the facilitator's copy, but for what the institution that answers there says of itself", () => {
    const lead = { task: null, respondent: 'labour', observes: false };
    const said = ADDRESSES.filter((address) => actorOf(lead, address) !== 'facilitator');
    expect(said).toEqual(ADDRESSES.filter((address) => ANSWERED.test(address)));
    expect(new Set(said.map((address) => actorOf(lead, address)))).toEqual(new Set(['institution:labour']));
  });

  it('is the facilitator who takes down what another institution said', () => {
    const lead = { task: null, respondent: 'lead', observes: false };
    const named = EVERY_REGISTER.filter(({ register }) => 'institution' in register).map(({ address }) => address);
    expect(new Set(named.map((address) => actorOf(lead, address)))).toEqual(new Set(['facilitator']));
  });

  it('is the institution in its own copy, whatever it may write there', () => {
    const task = { mode: 'answer', institutions: ['labour'] } as const;
    const written = EVERY_REGISTER.filter(({ address, value }) => mayWrite(task, 'labour', address, value));
    expect(written.length).toBeGreaterThan(8);
    for (const { address } of written) {
      expect(actorOf({ task, respondent: 'labour', observes: false }, address)).toBe('institution:labour');
      expect(actorOf({ task, respondent: 'labour', observes: true }, address)).toBe('observer:labour');
    }
  });
});
