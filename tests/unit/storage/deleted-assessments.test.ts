import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import type { IDBPDatabase } from 'idb';
import { wrap } from 'idb';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import type { Countdown, SextantSchema } from '../../../src/storage/database-schema.ts';
import { DATABASE_NAME, STORES_OF_ASSESSMENT } from '../../../src/storage/database-schema.ts';
import { countDown, KEPT_DAYS } from '../../../src/storage/deleted-assessments.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 21);
const { assessment, framework, journal, evidence } = sampleAssessment();
const { id } = assessment;
const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };

/** How many starts it takes until nothing is left, at the times that the clock shows. */
function startsUntilErased(clock: (start: number) => number, most = 1000): number {
  let countdown: Countdown | undefined;
  for (let start = 0; start < most; start += 1) {
    countdown = countDown(countdown, clock(start));
    if (countdown.leftMs <= 0) return start;
  }
  return Infinity;
}

describe('countDown', () => {
  it.each([
    ['once a day', (start: number) => NOW_MS + start * DAY_MS, KEPT_DAYS],
    ['twice a day', (start: number) => NOW_MS + (start * DAY_MS) / 2, 2 * KEPT_DAYS],
    ['once a year', (start: number) => NOW_MS + start * 365 * DAY_MS, KEPT_DAYS],
    ['with a clock that stands still', () => NOW_MS, Infinity],
    ['with a clock that goes back', (start: number) => NOW_MS - start * DAY_MS, Infinity],
    [
      'with a clock that loses its time at every start',
      (start: number) => (start % 2 === 0 ? NOW_MS + start : 0),
      Infinity,
    ],
    ['after ten years, once', (start: number) => NOW_MS + (start > 0 ? 3650 * DAY_MS : 0), Infinity],
  ])('%s', (_, clock, starts) => {
    expect(startsUntilErased(clock)).toBe(starts);
  });

  it('never takes more than a day a start, and never gives any back', () => {
    const times = fc.array(fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer()), { minLength: 2 });
    fc.assert(
      fc.property(times, (days) => {
        let before = countDown(undefined, NOW_MS);
        for (const day of days) {
          const after = countDown(before, NOW_MS + day * DAY_MS);
          expect(before.leftMs - after.leftMs).toBeGreaterThanOrEqual(0);
          expect(before.leftMs - after.leftMs).toBeLessThanOrEqual(DAY_MS);
          before = after;
        }
      }),
    );
  });

  it('begins anew where what was counted cannot be read', () => {
    expect(countDown({ leftMs: Number.NaN, countedAtMs: NOW_MS }, NOW_MS).leftMs).toBe(KEPT_DAYS * DAY_MS);
    expect(countDown({ leftMs: 5, countedAtMs: 'x' as never }, NOW_MS)).toEqual({ leftMs: 5, countedAtMs: NOW_MS });
  });
});

describe('AssessmentDatabase', () => {
  /** The time of the page, and what is deleted in it. */
  async function deleted() {
    const factory = new IDBFactory();
    const clock = { ms: NOW_MS };
    const start = async (afterMs = 0) => {
      clock.ms += afterMs;
      const database = new AssessmentDatabase(factory, { nowMs: () => clock.ms });
      await database.countStart();
      return database;
    };
    const database = await start();
    await database.createAssessment(stored, singleFileForm(framework), journal.entries, ['{'], evidence);
    await database.writeDrafts(id, { put: [{ key: 'round/title', tab: '1', text: 'R', atMs: 1 }], remove: [] });
    await database.putSavedFile(id, { at: 'now', entries: 1 });
    await database.putSnapshot(id, { at: '2026-11-21T10:00:00.000Z', entries: 1, bytes: new Uint8Array([1]) }, 10);
    await database.putFolder(id, { handle: {}, fileName: 'x' });
    await database.deleteAssessment(id);
    return { database, factory, start };
  }

  async function rowsOf(factory: IDBFactory): Promise<number> {
    const direct = (await wrap(factory.open(DATABASE_NAME))) as unknown as IDBPDatabase<SextantSchema>;
    const stores = [...STORES_OF_ASSESSMENT, 'assessments', 'savedFiles', 'folders'] as const;
    const counts = await Promise.all(stores.map((store) => direct.count(store)));
    direct.close();
    return counts.reduce((sum, count) => sum + count, 0);
  }

  it('keeps a deleted one for thirty days of starts, and then leaves nothing of it', async () => {
    const { factory, start } = await deleted();
    await start(3650 * DAY_MS);
    for (let day = 1; day < KEPT_DAYS; day += 1) {
      const [line] = await (await start(DAY_MS)).listDeleted();
      expect(line?.leftMs).toBe((KEPT_DAYS - day) * DAY_MS);
    }
    expect(await (await start(DAY_MS)).listDeleted()).toEqual([]);
    expect(await rowsOf(factory)).toBe(0);
  });

  it('gives one that an earlier version deleted thirty days from the first start', async () => {
    const { factory, start } = await deleted();
    const direct = (await wrap(factory.open(DATABASE_NAME))) as unknown as IDBPDatabase<SextantSchema>;
    await direct.put('assessments', { ...stored, deletedAt: '2020-01-01T00:00:00.000Z' });
    direct.close();
    const database = await start(DAY_MS);
    expect((await database.listDeleted())[0]?.leftMs).toBe(KEPT_DAYS * DAY_MS);
  });

  it('begins to count anew when it was brought back and is deleted again', async () => {
    const { start } = await deleted();
    await start();
    const database = await start(DAY_MS);
    await database.restoreAssessment(id);
    expect(await database.readAssessment(id)).toEqual(stored);
    await database.deleteAssessment(id);
    expect((await database.listDeleted())[0]?.leftMs).toBe(KEPT_DAYS * DAY_MS);
  });

  it('erases one at once when a person wants that, and everything with "erase everything"', async () => {
    const { database, factory } = await deleted();
    expect(await database.measureAssessment(id)).toBeGreaterThan(1000);
    await database.eraseDeleted(id);
    expect(await rowsOf(factory)).toBe(0);
    const other = await deleted();
    await other.database.eraseEverything();
    expect(await other.factory.databases()).toEqual([]);
  });
});
