import { describe, expect, it } from 'vitest';
import { makePack } from '../../../src/domain/copies/make-pack.ts';
import { nextEntryId } from '../../../src/domain/journal/clock.ts';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { makeEntry } from '../../../src/domain/registers/make-entry.ts';
import { planMerge } from '../../../src/exchange/merge-plan.ts';
import type { GivenReturn, ReturnPlace } from '../../../src/exchange/returned-side.ts';
import { returnedSide } from '../../../src/exchange/returned-side.ts';
import { ASSESSMENT, edited, framework, sheetsOf, stateOf } from '../../fixtures/answer-workbooks.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { nextVersion } from '../../fixtures/next-version.ts';
import { random, SENT } from '../../fixtures/returns.ts';

const NOW_MS = Date.UTC(2026, 10, 30);
const ANSWER = 'rating/labour/A-1/1/answer';
/** The round as it was carried over: the same institutions, under another id and on the next version. */
const HERE = entriesOf([
  ['institution/lead/name', 'Lead'],
  ['institution/labour/name', 'Ministry of Labour'],
  ['assignment/A-1/labour', 'contributor'],
]);
const place = (parent: string | null): ReturnPlace => ({
  assessment: { id: 'b', round: 'r', parent },
  framework: nextVersion(),
  institutions: stateOf(HERE).institutions,
  isPack: false,
  journal: fold(HERE),
  nowMs: NOW_MS,
  nextId: () => nextEntryId(null, NOW_MS, random()),
});

function pack(): GivenReturn {
  const given = makePack(journalOf(SENT), 'labour');
  const id = nextEntryId(given.entries.at(-1)!.id, NOW_MS - 1000, '0'.repeat(16));
  const said = { register: ANSWER, value: { level: 'developed' } };
  const made = makeEntry({ id, nowMs: NOW_MS - 1000, actor: 'institution:labour', ...said }, fold(given.entries));
  const journal = mergeJournals(given, journalOf([made]));
  const file = { assessment: ASSESSMENT, framework, journal, evidence: new Map<string, Uint8Array>() };
  return { fileName: 'labour.sextant', content: { ok: true, value: { kind: 'assessment', file }, advice: [] } };
}
async function workbook(): Promise<GivenReturn> {
  const sheets = edited(await sheetsOf({ entries: SENT }), [1, 'A-1', 'Your answer', '3']);
  return { fileName: 'labour.xlsx', content: { ok: true, value: { kind: 'workbook', sheets }, advice: [] } };
}

function taken(given: GivenReturn, into: ReturnPlace) {
  const mine = { assessment: into.assessment, framework: into.framework, journal: journalOf(HERE) };
  const { files, journal } = planMerge({ mine, nowMs: NOW_MS, random }, [returnedSide(given, into)]);
  const { registers } = fold(mergeJournals(journalOf(HERE), journal).entries);
  return { codes: files[0]!.problems.map(({ code }) => code), registers };
}

describe('a return to the round from before it was carried over to a newer version', () => {
  it.each([
    ['a pack', () => Promise.resolve(pack())],
    ['a workbook', workbook],
  ])('is taken in as far as the newer version asks the same: %s', async (_, make) => {
    const { codes, registers } = taken(await make(), place(ASSESSMENT.id));
    expect(codes).toEqual([]);
    expect(registers.get(ANSWER)).toMatchObject({ value: { level: 'developed' }, conflict: false });
    // What was given out with it is here already, under other ids.
    expect(registers.get('institution/labour/name')?.heads).toHaveLength(1);
  });

  it.each([null, 'another'])(
    'is refused by any other round, and by a copy on the same version: parent %s',
    async (parent) => {
      for (const given of [pack(), await workbook()])
        expect(taken(given, place(parent)).codes).toEqual(['merge.otherAssessment']);
      const copy = { ...place(ASSESSMENT.id), framework };
      for (const given of [pack(), await workbook()])
        expect(taken(given, copy).codes).toEqual(['merge.otherAssessment']);
    },
  );
});
