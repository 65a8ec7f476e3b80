import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { makePack } from '../../../../src/domain/copies/make-pack.ts';
import { makeReviewCopy } from '../../../../src/domain/copies/make-review-copy.ts';
import { findTask } from '../../../../src/domain/institutions/find-task.ts';
import { mayWrite } from '../../../../src/domain/institutions/may-write.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { sayingsOf } from '../../../../src/domain/registers/all-registers.ts';
import { buildRegister } from '../../../../src/domain/registers/register-address.ts';
import { nextRoundFrom } from '../../../../src/domain/rounds/next-round.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { EVERY_REGISTER } from '../../../fixtures/every-register.ts';
import { frameworkOf, indicatorsOn, structureOf } from '../framework-of.ts';

const framework = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'a', 'b') }] }));
const settings = EVERY_REGISTER.map(({ address, value }) => [address, value] as const);
const journal = { entries: entriesOf(settings), damagedLines: [] };
const addresses = EVERY_REGISTER.map(({ address }) => address);
const ANSWERS = { mode: 'answer', institutions: ['labour'] } as const;
const REVIEWS = { mode: 'review', institutions: ['labour'] } as const;

/** Addresses of registers that say so of themselves. */
const that = (says: (one: ReturnType<typeof sayingsOf>) => boolean) =>
  EVERY_REGISTER.filter(({ register }) => says(sayingsOf(register))).map(({ address }) => address);

describe('every register', () => {
  it('has one address, which is read back', () => {
    expect(EVERY_REGISTER.length).toBeGreaterThan(70);
    expect(EVERY_REGISTER.map(({ register }) => buildRegister(register))).toEqual(addresses);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('is read into the assessment when it is set, and never silently', () => {
    const read = (...some: readonly Setting[]) => readAssessment(fold(entriesOf(some)), framework);
    for (const [address, value] of settings) {
      // Evidence counts only where something uses it.
      const before: readonly Setting[] = address === 'evidence/x1' ? [['evidence-link/a/labour/x1', {}]] : [];
      const state = read(...before, [address, value]);
      expect([state.damaged, state.unknownRegisters, state.orphans], address).toEqual([[], [], []]);
      expect(plain(state), address).not.toEqual(plain(read(...before)));
    }
  });

  it('of an indicator that the framework lacks is an orphan, and said so', () => {
    const elsewhere = frameworkOf(structureOf({ domains: [{ id: 'd', indicators: indicatorsOn('maturity', 'z') }] }));
    const orphans = readAssessment(fold(journal.entries), elsewhere).orphans.map(({ register }) => register);
    expect(orphans).toEqual(
      EVERY_REGISTER.filter(({ register }) => 'indicator' in register)
        .map(({ address }) => address)
        .sort(),
    );
    expect(orphans).toEqual(
      expect.arrayContaining(['round/pin-a', 'round/cause-a', 'round/room-1-a', 'institution/labour/no-view-a']),
    );
  });
});

describe('the next round', () => {
  const carried = nextRoundFrom(fold(journal.entries), framework).map(({ register }) => register);

  it('starts with what says so of itself, and nothing else', () => {
    expect(carried).toEqual(that(({ nextRound }) => nextRound !== 'left').sort());
    expect(carried).not.toContain('institution/labour/pack');
    expect(carried).not.toContain('institution/labour/no-view-a');
  });

  it("is the facilitator's, whatever the round before was", () => {
    const next = nextRoundFrom(fold(journal.entries), framework).map(
      ({ register, value }) => [register, value] as const,
    );
    expect(findTask(readAssessment(fold(entriesOf(next)), framework))).toBeNull();
  });
});

describe('a copy', () => {
  it('for an institution holds what says so of itself; of another, only what is for all', () => {
    const pack = (institution: string) => makePack(journal, institution).entries.map(({ register }) => register);
    expect(pack('labour')).toEqual(that(({ pack: travels }) => travels !== 'never'));
    expect(pack('interior')).toEqual(that(({ pack: travels }) => travels === 'always'));
  });

  it('for a reviewer holds what says so of itself; contacts only its own', () => {
    const review = (institution: string) =>
      makeReviewCopy(journal, institution).entries.map(({ register }) => register);
    expect(review('labour')).toEqual(that(({ reviewCopy }) => reviewCopy !== 'never'));
    expect(review('interior')).toEqual(that(({ reviewCopy }) => reviewCopy === 'always'));
  });

  it('takes what its institution says of itself, and nothing in the name of another', () => {
    const taken = (task: typeof ANSWERS | typeof REVIEWS, institution: string) =>
      EVERY_REGISTER.filter(({ address, value }) => mayWrite(task, institution, address, value)).map(
        ({ address }) => address,
      );
    expect(taken(ANSWERS, 'labour')).toEqual(that(({ contributor }) => contributor !== 'nothing'));
    expect(taken(ANSWERS, 'interior')).toEqual(that(({ contributor }) => contributor === 'any'));
    expect(taken(REVIEWS, 'labour')).toEqual(that(({ contributor }) => contributor === 'own-comment'));
    expect(EVERY_REGISTER.every(({ address, value }) => mayWrite(null, 'lead', address, value))).toBe(true);
  });
});

/** Maps and sets as lists, so that they can be compared as text. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain);
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
