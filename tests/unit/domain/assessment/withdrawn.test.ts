import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsInUse, missingDocuments } from '../../../../src/domain/assessment/documents-in-use.ts';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { isRemovalMark, withdrawnRule } from '../../../../src/domain/assessment/withdrawn.ts';
import { isFull, isStub } from '../../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { parseRegister } from '../../../../src/domain/registers/register-address.ts';
import { hashEntryIds } from '../../../../src/domain/assessment/validation.ts';
import { withoutHistory } from '../../../../src/domain/copies/without-history.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { entriesOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const RUNS = lawRuns(500);
const act = (digit: string) => ({ title: `Act ${digit}`, sha256: digit.repeat(64), fileName: `${digit}.pdf` });

/** Registers that no longer stand after these settings, in the order of their names. */
function withdrawnAfter(...settings: Setting[]): string[] {
  const state = fold(entriesOf(settings));
  const rule = withdrawnRule(state);
  return [...state.registers.keys()].filter((address) => rule(parseRegister(address))).sort();
}

describe('withdrawnRule', () => {
  it('keeps evidence as long as one link to it lives', () => {
    const linked: Setting[] = [
      ['evidence/e', act('1')],
      ['evidence-link/A-1/lead/e', {}],
      ['evidence-link/A-2/moi/e', {}],
    ];
    expect(withdrawnAfter(...linked, ['evidence-link/A-1/lead/e', null])).toEqual([]);
    const both: Setting[] = [...linked, ['evidence-link/A-1/lead/e', null], ['evidence-link/A-2/moi/e', null]];
    expect(withdrawnAfter(...both)).toEqual(['evidence/e']);
    expect(withdrawnAfter(...both, ['evidence-link/A-2/moi/e', {}])).toEqual([]);
    expect(withdrawnAfter(['evidence/never', act('2')])).toEqual(['evidence/never']);
  });

  it('takes every field of a removed action, and gives them back with it', () => {
    const action: Setting[] = [
      ['action/a/activity', 'Draft the decree'],
      ['action/a/note', 'after the elections'],
      ['action/b/activity', 'Train'],
      ['action/a/removed', true],
    ];
    expect(withdrawnAfter(...action)).toEqual(['action/a/activity', 'action/a/note']);
    expect(withdrawnAfter(...action, ['action/a/removed', null])).toEqual([]);
  });

  it('takes all that a removed institution is and said, and the evidence that only it used', () => {
    const settings: Setting[] = [
      ['institution/moi/name', 'Ministry'],
      ['institution/moi/contact', 'somebody'],
      ['institution/mol/name', 'Labour'],
      ['assignment/A-1/moi', 'lead'],
      ['rating/moi/A-1/1/comment', 'said'],
      ['rating/mol/A-1/1/comment', 'stands'],
      ['mandate/moi/A-2', { suggests: 'mol' }],
      ['reservation/moi/A-1', 'no'],
      ['endorsement/moi', { state: 'prepared', function: 'Director', date: '2026-11-01' }],
      ['evidence/e', act('1')],
      ['evidence-link/A-1/moi/e', {}],
      ['comment/c', { indicator: 'A-1', institution: 'moi', text: 'why?' }],
      ['comment/answer.c', { indicator: 'A-1', institution: 'lead', text: 'because', replyTo: 'c' }],
    ];
    expect(withdrawnAfter(...settings)).toEqual([]);
    const stands = ['institution/mol/name', 'rating/mol/A-1/1/comment', 'institution/moi/removed'];
    expect(withdrawnAfter(...settings, ['institution/moi/removed', true])).toEqual(
      settings
        .map(([register]) => register)
        .filter((register) => !stands.includes(register))
        .sort(),
    );
  });

  it('takes the answers to a comment that was taken back, and what was said of them', () => {
    const talk: Setting[] = [
      ['comment/c', { indicator: 'A-1', institution: 'moi', text: 'why?' }],
      ['comment/answer.c', { indicator: 'A-1', institution: 'lead', text: 'because', replyTo: 'c' }],
      ['comment/d', { indicator: 'A-1', institution: 'moi', text: 'I see', replyTo: 'answer.c' }],
      ['comment/far', { indicator: 'A-1', institution: 'moi', text: 'of a comment not here', replyTo: 'elsewhere' }],
      ['comment/c', null],
    ];
    expect(withdrawnAfter(...talk)).toEqual(['comment/answer.c', 'comment/c', 'comment/d']);
  });

  it('withdraws nothing while two versions of a removal stand against each other', () => {
    const [name, removed] = entriesOf([
      ['institution/moi/name', 'Ministry'],
      ['institution/moi/removed', true],
    ]);
    const kept = { ...removed!, id: removed!.id.replace(/.$/, 'f'), value: null };
    const state = fold([name!, removed!, kept]);
    expect(withdrawnRule(state)(parseRegister('institution/moi/name'))).toBe(false);
  });
});

const settingArbitrary: fc.Arbitrary<Setting> = fc.oneof(
  fc.tuple(fc.constantFrom('evidence/e', 'evidence/f'), fc.constantFrom(act('1'), act('2'), null)),
  fc.tuple(
    fc
      .tuple(fc.constantFrom('A-1', 'B-1'), fc.constantFrom('moi', 'mol'), fc.constantFrom('e', 'f'))
      .map((parts) => `evidence-link/${parts.join('/')}`),
    fc.constantFrom({}, null),
  ),
  fc.tuple(fc.constantFrom('action/a/removed', 'institution/moi/removed'), fc.constantFrom(true, null)),
  fc.tuple(fc.constantFrom('action/a/activity', 'institution/moi/name', 'rating/moi/A-1/1/comment'), fc.string()),
  fc.constantFrom<Setting>(
    ['comment/c', { indicator: null, institution: 'moi', text: 'c' }],
    ['comment/c', null],
    ['comment/answer.c', { indicator: null, institution: 'lead', text: 'd', replyTo: 'c' }],
  ),
);
const settingsArbitrary = fc.array(settingArbitrary, { maxLength: 25 });

/** What an assessment says, without the marks of those that nobody knows, which a copy need not carry. */
function said(entries: Parameters<typeof fold>[0]) {
  const state = readAssessment(fold(entries), tinyFramework());
  const institutions = [...state.institutions].filter(([, { removed }]) => removed !== true);
  return { ...state, institutions: new Map(institutions), conflicts: state.conflicts.length };
}

describe('a copy without history', () => {
  it('says the same as the whole, is its own copy, and gives the whole again when joined with it', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const whole = journalOf(entriesOf(settings));
        const copy = withoutHistory(whole);
        expect(said(copy.entries)).toEqual(said(whole.entries));
        expect(withoutHistory(copy)).toEqual(copy);
        expect(mergeJournals(copy, whole)).toEqual(whole);
        expect(mergeJournals(whole, copy)).toEqual(whole);
        expect([...documentsInUse(copy).keys()].sort()).toEqual([...documentsInUse(whole).keys()].sort());
      }),
      RUNS,
    );
  });

  it('holds no value of what was withdrawn', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const copy = withoutHistory(journalOf(entriesOf(settings)));
        const rule = withdrawnRule(fold(copy.entries));
        for (const entry of copy.entries.filter(isFull)) {
          const register = parseRegister(entry.register);
          if (rule(register) && !isRemovalMark(register)) expect(entry.value).toBeNull();
        }
      }),
      RUNS,
    );
  });

  it('has no trace of an institution that was removed before it took part, and a stub of one that did', () => {
    const settings: Setting[] = [
      ['institution/typing-error/name', 'Typing error'],
      ['assignment/A-1/typing-error', 'lead'],
      ['institution/typing-error/removed', true],
      ['institution/moi/name', 'Ministry'],
      ['rating/moi/A-1/1/answer', { level: 'mature' }],
      ['institution/moi/removed', true],
    ];
    const copy = withoutHistory(journalOf(entriesOf(settings)));
    expect(JSON.stringify(copy)).not.toContain('typing-error');
    expect(copy.entries.filter(isStub).map(({ register }) => register)).toEqual([
      'institution/moi/name',
      'rating/moi/A-1/1/answer',
    ]);
  });

  it('keeps what was validated, though it was removed since: its report can still be made', () => {
    const before = entriesOf([
      ['evidence/e', act('1')],
      ['evidence-link/A-1/lead/e', {}],
      ['action/a/activity', 'Draft the decree'],
    ]);
    const ids = before.map(({ id }) => id);
    const value = { entries: ids, entriesHash: hashEntryIds(ids), engine: '1.0.0', reportHash: '0'.repeat(64) };
    const all = entriesOf([
      ['evidence/e', act('1')],
      ['evidence-link/A-1/lead/e', {}],
      ['action/a/activity', 'Draft the decree'],
      ['validation', value],
      ['evidence-link/A-1/lead/e', null],
      ['action/a/removed', true],
    ]);
    const copy = withoutHistory(journalOf(all));
    expect(copy.entries.filter(isStub)).toEqual([]);
    expect([...documentsInUse(copy).keys()]).toEqual(['1'.repeat(64)]);
  });
});

describe('documentsInUse', () => {
  it('names the documents that living links use, and those of them that are not at hand', () => {
    const journal = journalOf(
      entriesOf([
        ['evidence/e', act('1')],
        ['evidence/f', act('2')],
        ['evidence/g', { title: 'Without a document' }],
        ['evidence-link/A-1/lead/e', {}],
        ['evidence-link/A-1/lead/f', {}],
        ['evidence-link/A-1/lead/g', {}],
        ['evidence/e', act('3')],
        ['evidence-link/A-1/lead/f', null],
      ]),
    );
    expect([...documentsInUse(journal).keys()]).toEqual(['3'.repeat(64)]);
    expect(missingDocuments(journal, new Set(['3'.repeat(64)]))).toEqual([]);
    expect(missingDocuments(journal, new Set(['1'.repeat(64)])).map(({ fileName }) => fileName)).toEqual(['3.pdf']);
  });
});
