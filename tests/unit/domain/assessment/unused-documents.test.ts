import { describe, expect, it } from 'vitest';
import { unusedDocuments } from '../../../../src/domain/assessment/unused-documents.ts';
import { nextEntryId } from '../../../../src/domain/journal/clock.ts';
import type { FullEntry, JsonValue } from '../../../../src/domain/journal/entry-schema.ts';
import { fold, foldMore } from '../../../../src/domain/registers/fold.ts';
import { makeEntry } from '../../../../src/domain/registers/make-entry.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);
const [ONE, TWO, THREE] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
const act = (sha256: string, fileName = 'act.pdf') => ({ title: 'Act', sha256, fileName });

type Dated = readonly [day: number, register: string, value: JsonValue];

/** Entries of these days; `clocks` are days by which the clock of the device was wrong, for each entry. */
function entriesOf(settings: readonly Dated[], clocks: readonly number[] = []): FullEntry[] {
  let id: string | null = null;
  let state = fold([]);
  return settings.map(([day, register, value], index) => {
    const nowMs = START_MS + (day + (clocks[index] ?? 0)) * DAY_MS;
    id = nextEntryId(id, nowMs, '0'.repeat(16));
    const entry = makeEntry({ id, nowMs, actor: 'facilitator', register, value }, state);
    state = foldMore(state, [entry]);
    return entry;
  });
}

const USED: readonly Dated[] = [
  [0, 'evidence/e', act(ONE)],
  [0, 'evidence-link/A-1/lead/e', {}],
];
const dayOf = (sinceMs: number | null) => (sinceMs === null ? null : (sinceMs - START_MS) / DAY_MS);
const found = (entries: readonly FullEntry[], ...stored: string[]) =>
  unusedDocuments(entries, stored).map(({ sha256, fileName, sinceMs }) => [sha256, fileName, dayOf(sinceMs)]);

describe('unusedDocuments', () => {
  it('finds none while a link uses the document', () => {
    expect(found(entriesOf(USED), ONE)).toEqual([]);
    expect(
      found(entriesOf([...USED, [3, 'evidence-link/A-1/lead/e', null], [5, 'evidence-link/A-1/lead/e', {}]]), ONE),
    ).toEqual([]);
  });

  it('knows since when: the last link, another document in its place, the institution that left', () => {
    expect(found(entriesOf([...USED, [3, 'evidence-link/A-1/lead/e', null]]), ONE)).toEqual([[ONE, 'act.pdf', 3]]);
    expect(found(entriesOf([...USED, [4, 'evidence/e', act(TWO)]]), ONE, TWO)).toEqual([[ONE, 'act.pdf', 4]]);
    expect(found(entriesOf([...USED, [6, 'institution/lead/removed', true]]), ONE)).toEqual([[ONE, 'act.pdf', 6]]);
    expect(
      found(
        entriesOf([
          ...USED,
          [7, 'evidence/f', act(ONE, 'again.pdf')],
          [7, 'evidence-link/A-2/lead/f', {}],
          [8, 'evidence-link/A-1/lead/e', null],
          [9, 'evidence-link/A-2/lead/f', null],
        ]),
        ONE,
      ),
    ).toEqual([[ONE, 'again.pdf', 9]]);
  });

  it('has no date and no name for what no entry ever named', () => {
    expect(found(entriesOf(USED), THREE, ONE)).toEqual([[THREE, null, null]]);
  });

  it('is never too early: neither by a clock that was set back, nor by one that was ahead', () => {
    const settings: readonly Dated[] = [...USED, [20, 'round/title', 'x'], [40, 'evidence-link/A-1/lead/e', null]];
    const back = unusedDocuments(entriesOf(settings, [0, 0, 0, -39]), [ONE]);
    expect(dayOf(back[0]!.sinceMs)).toBeGreaterThanOrEqual(20);
    expect(found(entriesOf(settings, [0, 0, 0, 300]), ONE)).toEqual([[ONE, 'act.pdf', 340]]);
  });
});
