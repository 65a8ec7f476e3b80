import path from 'node:path';
import type { Entry } from '../../src/domain/journal/entry-schema.ts';
import type { Journal } from '../../src/domain/journal/journal.ts';
import { journalOf } from '../../src/domain/journal/merge.ts';
import { unpackJournal } from '../../src/file/pack-journal.ts';
import { changesBackTo } from '../../src/state/library/changes-back-to.ts';
import { FaultFiles, INDICATORS } from './fault-files.ts';
import type { MakeScenario } from './kill-scenario.ts';
import type { KillablePage } from './killable-page.ts';
import { goTo, press, rowsOf, untilThere } from './page-verbs.ts';
import { takeIn, untilTakenIn } from './take-in-files.ts';

const RESTORE = 'Go back to this state';
const NOTHING = { indicators: 0, documents: 0, documentBytes: 0 };

/** The snapshots as the screen lists them, the newest first. */
async function readSnapshots(page: KillablePage, assessment: string): Promise<Journal[]> {
  const packed = await page.run(
    ({ id }) =>
      new Promise<number[][]>((resolve) => {
        const opening = indexedDB.open('sextant-assessments');
        opening.onsuccess = () => {
          const asking = opening.result
            .transaction('snapshots')
            .objectStore('snapshots')
            .getAll(IDBKeyRange.bound([id], [id, []]));
          asking.onsuccess = () => {
            opening.result.close();
            resolve((asking.result as { bytes: Uint8Array }[]).map(({ bytes }) => [...bytes]));
          };
        };
      }),
    { id: assessment },
  );
  return packed.map((bytes) => unpackJournal(Uint8Array.from(bytes)) ?? journalOf([])).reverse();
}

/** An earlier state is gone back to and forth: after a kill it is all as it was, or all as it is to be. */
export const restoreSnapshot: MakeScenario = (folder) => {
  const files = new FaultFiles();
  const address = `#/assessment/${files.assessment}/setup`;
  let before: Journal = journalOf([]);
  let wanted: Journal = journalOf([]);
  const readNow = async (page: KillablePage) =>
    journalOf((await rowsOf<{ entry: Entry }>(page, 'entries', files.assessment)).map(({ entry }) => entry));
  const begin = async (page: KillablePage) => {
    await goTo(page, address);
    await untilThere(page, 'details summary', 'Earlier states on this computer');
    await page.run(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, null);
    await untilThere(page, 'details button', RESTORE);
    before = await readNow(page);
    const snapshots = await readSnapshots(page, files.assessment);
    const nth = snapshots.findIndex((then) => changesBackTo(then, before).length >= INDICATORS.length);
    if (nth === -1) throw new Error('no snapshot differs from what is there');
    wanted = snapshots[nth] ?? wanted;
    await press(page, 'details button', RESTORE, nth);
    await press(page, 'dialog[open] button', RESTORE);
  };
  return {
    address,
    async prepare(page) {
      const write = (name: string, indicators: number) =>
        files.write(path.join(folder, name), { ...NOTHING, indicators }, 'lead');
      await takeIn(page, write('base.sextant', 0));
      await untilTakenIn(page);
      await takeIn(page, write('answers.sextant', INDICATORS.length));
      await untilTakenIn(page);
    },
    async rehearse(page) {
      await begin(page);
      await untilThere(page, '[role=status]', 'The assessment is as it was on');
    },
    begin,
    stores: ['entries'],
    chooseWrite: () => 1,
    isOneWork: true,
    hear: () => undefined,
    async check(page) {
      await untilThere(page, 'details summary', 'Earlier states on this computer');
      const now = await readNow(page);
      const known = new Set(now.entries.map(({ id }) => id));
      const missing = before.entries.filter(({ id }) => !known.has(id)).length;
      const open = changesBackTo(wanted, now).length;
      const untouched = changesBackTo(before, now).length === 0;
      const lost = [
        ...(missing > 0 ? [`${missing} entries are gone`] : []),
        ...(open > 0 && !untouched ? [`half done: ${open} points are not as they were to be`] : []),
      ];
      const outcome = lost.length > 0 ? 'fault' : open === 0 ? 'whole' : 'absent';
      return { outcome, compared: before.entries.length, lost };
    },
  };
};
