import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FullEntry } from '../../../../src/domain/journal/entry-schema.ts';
import { isFull, isStub } from '../../../../src/domain/journal/entry-schema.ts';
import { documentsInUse } from '../../../../src/domain/assessment/documents-in-use.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import { parseRegister } from '../../../../src/domain/registers/register-address.ts';
import { countReturns } from '../../../../src/domain/institutions/count-returns.ts';
import { findTask, indicatorsOfTask } from '../../../../src/domain/institutions/find-task.ts';
import { makePack, withoutRestricted } from '../../../../src/domain/copies/make-pack.ts';
import { assessmentOf, entriesOf } from '../../../fixtures/assessment-of.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const RUNS = lawRuns(1000);
const INSTITUTIONS = ['moi', 'mol', 'union'];
const INDICATORS = ['A-1', 'A-2', 'B-1'];

const one = fc.constantFrom(...INSTITUTIONS);
const indicator = fc.constantFrom(...INDICATORS);
const registerArbitrary = fc.oneof(
  fc.constantFrom(
    'round/title',
    'round/sentence-x',
    'round/packs',
    'target/A-1',
    'reveal/A-1',
    'evidence/e1',
    'comment/c1',
  ),
  fc.tuple(one, fc.constantFrom('name', 'contact', 'pack')).map(([id, field]) => `institution/${id}/${field}`),
  fc.tuple(indicator, one).map((parts) => `assignment/${parts.join('/')}`),
  fc
    .tuple(one, indicator, fc.constantFrom('answer', 'comment'))
    .map(([id, of, part]) => `rating/${id}/${of}/1/${part}`),
  fc.tuple(indicator, one).map(([of, id]) => `evidence-link/${of}/${id}/e1`),
  fc.tuple(one, indicator).map((parts) => `mandate/${parts.join('/')}`),
  fc.constantFrom('agreed/A-1/answer', 'agreed/A-1/rationale', 'reservation/moi/A-1', 'somebody-elses/thing'),
);

/** Values that can be told apart wherever they turn up; assignments and comments have the form of their register. */
function valueFor(register: string, number: number) {
  if (register.startsWith('assignment/')) return number % 2 === 0 ? 'lead' : 'contributor';
  if (register.startsWith('comment/')) {
    return { indicator: null, institution: INSTITUTIONS[number % INSTITUTIONS.length] ?? 'moi', text: `v${number}v` };
  }
  return `v${number}v`;
}

const journalArbitrary = fc
  .array(fc.tuple(registerArbitrary, fc.nat(5), fc.nat(255), one), { maxLength: 60 })
  .map((steps) => {
    const entries: FullEntry[] = [];
    steps.forEach(([register, taken, mask, actor], index) => {
      const before = entries.filter((entry) => entry.register === register);
      const replaces = before.filter((_, place) => ((mask >> (place % 8)) & 1) === 1).map(({ id }) => id);
      const at = new Date(Date.UTC(2026, 10, 21, 9, 0, 0, index)).toISOString();
      const id = `${at}-0000-${index.toString(16).padStart(16, '0')}`;
      const value = taken === 0 ? null : valueFor(register, index);
      entries.push({ id, at, actor: `institution:${actor}`, register, value, replaces });
    });
    return journalOf(entries, ['{damaged']);
  });

const OWN_KINDS = ['rating', 'mandate', 'reservation', 'evidence-link', 'endorsement'];

describe('makePack', () => {
  it('carries nobody else’s answers, no history and no decisions', () => {
    fc.assert(
      fc.property(journalArbitrary, one, (journal, institution) => {
        const pack = makePack(journal, institution);
        const heads = new Set([...fold(journal.entries).registers.values()].flatMap((state) => state.heads));
        for (const entry of pack.entries) {
          const register = parseRegister(entry.register);
          if ('institution' in register && register.kind !== 'institution') {
            expect(register.institution).toBe(institution);
          }
          expect(['agreed', 'target', 'reveal', 'validation', 'action']).not.toContain(register.kind);
          expect(entry.register).not.toMatch(/^round\/(packs|sentence-)/);
          if (isFull(entry)) expect(heads.has(entry)).toBe(true);
        }
        expect(pack.damagedLines).toEqual([]);
        const replaced = journal.entries.filter((entry) => isFull(entry) && !heads.has(entry));
        const text = JSON.stringify(pack.entries);
        for (const entry of replaced) {
          if (isFull(entry) && typeof entry.value === 'string' && entry.value.startsWith('v')) {
            expect(text).not.toContain(entry.value);
          }
        }
      }),
      RUNS,
    );
  });

  it('holds everything that the institution said, and merges back without a trace', () => {
    fc.assert(
      fc.property(journalArbitrary, one, fc.boolean(), (journal, institution, withDraft) => {
        const pack = makePack(journal, institution, { withDraft });
        expect(mergeJournals(journal, pack)).toEqual(journal);
        const there = fold(pack.entries).registers;
        for (const [address, state] of fold(journal.entries).registers) {
          const register = parseRegister(address);
          const own =
            OWN_KINDS.includes(register.kind) && 'institution' in register && register.institution === institution;
          if (own) expect(there.get(address)?.heads).toEqual(state.heads);
        }
        expect(makePack(pack, institution, { withDraft })).toEqual(pack);
      }),
      RUNS,
    );
  });

  it('takes what was written in it back in any order', () => {
    fc.assert(
      fc.property(journalArbitrary, journalArbitrary, one, (journal, other, institution) => {
        const returned = makePack(mergeJournals(makePack(journal, institution), other), institution);
        const once = mergeJournals(journal, returned);
        expect(mergeJournals(returned, journal, returned)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('takes the drafts of the leads along only where it is told to, and only where the institution contributes', () => {
    const journal = journalOf(
      entriesOf([
        ['assignment/A-1/moi', 'lead'],
        ['assignment/A-1/mol', 'contributor'],
        ['assignment/A-2/moi', 'lead'],
        ['assignment/B-1/union', 'lead'],
        ['assignment/B-1/mol', 'lead'],
        ['rating/moi/A-1/1/answer', { level: 'mature' }],
        ['rating/moi/A-1/1/comment', 'the law of 2020'],
        ['rating/moi/A-2/1/answer', { level: 'mature' }],
        ['rating/union/B-1/1/answer', { level: 'mature' }],
      ]),
    );
    const ratings = (withDraft: boolean) =>
      makePack(journal, 'mol', { withDraft })
        .entries.map(({ register }) => register)
        .filter((one) => one.startsWith('rating'));
    expect(ratings(false)).toEqual([]);
    expect(ratings(true)).toEqual(['rating/moi/A-1/1/answer', 'rating/moi/A-1/1/comment']);
  });

  it('leaves out evidence that the institution took back, and names the documents of the rest', () => {
    const document = (digit: string) => ({ title: 'Act', sha256: digit.repeat(64) });
    const journal = journalOf(
      entriesOf([
        ['evidence/e1', document('1')],
        ['evidence/e2', document('2')],
        ['evidence/e3', document('3')],
        ['evidence-link/A-1/mol/e1', {}],
        ['evidence-link/A-1/mol/e2', {}],
        ['evidence-link/A-1/mol/e2', null],
        ['evidence-link/A-1/moi/e3', {}],
      ]),
    );
    const pack = makePack(journal, 'mol');
    expect([...documentsInUse(pack).keys()]).toEqual(['1'.repeat(64)]);
    expect(pack.entries.filter(isStub).map(({ register }) => register)).toEqual(['evidence-link/A-1/mol/e2']);
  });
});

const framework = tinyFramework();

describe('findTask', () => {
  it('knows a pack by its mark, and the facilitator’s copy by its list of packs', () => {
    const pack = ['institution/mol/pack', { mode: 'answer' }] as const;
    expect(findTask(assessmentOf(framework, []))).toBeNull();
    expect(findTask(assessmentOf(framework, [pack]))).toEqual({ mode: 'answer', institutions: ['mol'] });
    expect(findTask(assessmentOf(framework, [pack, ['round/packs', { institutions: ['mol'] }]]))).toBeNull();
  });

  it('asks institutions what is assigned to them and observers everything', () => {
    const state = assessmentOf(framework, [
      ['institution/union/role', 'observer'],
      ['assignment/A-2/mol', 'contributor'],
    ]);
    expect(indicatorsOfTask(state, 'mol', ['A-1', 'A-2'])).toEqual(['A-2']);
    expect(indicatorsOfTask(state, 'union', ['A-1', 'A-2'])).toEqual(['A-1', 'A-2']);
  });
});

describe('countReturns', () => {
  it('says who has answered everything, a part, or nothing', () => {
    const state = assessmentOf(framework, [
      ...['A-1', 'A-2', 'B-1'].flatMap((id) => [
        [`assignment/${id}/moi`, 'lead'] as const,
        [`assignment/${id}/mol`, 'contributor'] as const,
      ]),
      ['institution/none/name', 'None'],
      ['assignment/A-1/late', 'lead'],
      ['rating/moi/A-1/1/answer', { level: 'mature' }],
      ['rating/moi/A-2/1/answer', { unknown: true }],
      ['mandate/moi/B-1', { suggests: 'mol' }],
      ['rating/mol/A-1/1/answer', { notApplicable: 'no coast' }],
      ['institution/mol/no-view-A-2', true],
      ['rating/mol/B-2/1/answer', { level: 'mature' }],
      ['endorsement/mol', { state: 'endorsed', function: 'Director', date: '2026-11-20' }],
    ]);
    const rows = countReturns(state, ['A-1', 'A-2', 'B-1', 'B-2']).map(
      ({ institution, assigned, answered, declined, status }) => [institution, assigned, answered, declined, status],
    );
    expect(rows).toEqual([
      ['lead', 0, 0, 0, 'not-asked'],
      ['late', 1, 0, 0, 'missing'],
      ['moi', 3, 2, 1, 'received'],
      ['mol', 3, 1, 1, 'partial'],
      ['none', 0, 0, 0, 'not-asked'],
    ]);
    const missing = countReturns(state, ['A-1', 'A-2', 'B-1', 'B-2']).map((one) => one.missing);
    expect(missing, 'in the order given').toEqual([[], ['A-1'], [], ['B-1'], []]);
    expect(countReturns(state, ['A-1'])[3]?.endorsement?.function).toBe('Director');
  });
});

describe('restricted evidence', () => {
  const evidence = (id: string, access: string) => [
    [`evidence/${id}`, { title: `Paper ${id}`, access, sha256: id.repeat(64) }] as const,
    [`evidence-link/A-1/mol/${id}`, {}] as const,
  ];
  const journal = journalOf(
    entriesOf([
      ...evidence('a', 'public'),
      ...evidence('b', 'restricted'),
      ...evidence('c', 'restricted'),
      ['evidence/c', { title: 'Paper c', access: 'internal' }],
    ]),
  );
  const evidenceOf = ({ entries }: { entries: readonly { register: string }[] }) =>
    [...new Set(entries.map(({ register }) => register).filter((register) => register.startsWith('evidence')))].sort();

  it('stays at home, with what refers to it, as long as it is marked', () => {
    const open = ['evidence-link/A-1/mol/a', 'evidence-link/A-1/mol/c', 'evidence/a', 'evidence/c'];
    const pack = makePack(journal, 'mol');
    expect(evidenceOf(pack)).toEqual(open);
    expect(JSON.stringify(pack)).not.toContain('Paper b');
    expect([...documentsInUse(pack).keys()]).toEqual(['a'.repeat(64)]);
    expect(evidenceOf(withoutRestricted(journal))).toEqual(open);
  });

  it('goes along in what its institution sends back', () => {
    expect(evidenceOf(makePack(journal, 'mol', { withRestricted: true }))).toContain('evidence/b');
  });
});
