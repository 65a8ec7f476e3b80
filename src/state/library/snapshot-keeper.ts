import type { Entry } from '../../domain/journal/entry-schema.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import type { LibraryStore } from './library-store.ts';

export const MOST_SNAPSHOTS = 10;
/** Opening an assessment again and again must not push out the older snapshots. */
const SHORTEST_INTERVAL_MS = 3_600_000;

/** A snapshot as a list shows it. */
export interface SnapshotLine {
  /** ISO instant. */
  readonly at: string;
  readonly entries: number;
}

/** Keeps the last ten states of each assessment on this computer, and goes back to one. */
export class SnapshotKeeper {
  readonly #store: LibraryStore;
  readonly #surroundings: Surroundings;

  constructor(store: LibraryStore, surroundings: Surroundings) {
    this.#store = store;
    this.#surroundings = surroundings;
  }

  /** The newest first. */
  async list(assessmentId: string): Promise<readonly SnapshotLine[]> {
    const snapshots = await this.#store.listSnapshots(assessmentId);
    return snapshots.map(({ at, entries }) => ({ at, entries }));
  }

  /**
   * Takes a snapshot where there is something new; `always` also within the hour, as before a merge. Never throws: a
   * full disk costs a snapshot, never an answer.
   */
  async take(session: AssessmentSession, always = false): Promise<void> {
    const { id } = session.identity;
    // As it stands now: what is answered while the storage is asked belongs to the next one.
    const { entries, damagedTexts } = session;
    try {
      const [newest] = await this.#store.listSnapshots(id);
      const nowMs = this.#surroundings.nowMs();
      if (newest?.entries === entries.length) return;
      const sinceMs = newest === undefined ? Infinity : nowMs - Date.parse(newest.at);
      // A clock that went back says nothing of how long ago that was.
      if (!always && sinceMs >= 0 && sinceMs < SHORTEST_INTERVAL_MS) return;
      const [{ packJournal }, { journalOf }] = await Promise.all([
        import('../../file/pack-journal.ts'),
        import('../../domain/journal/merge.ts'),
      ]);
      const bytes = packJournal(journalOf(entries, damagedTexts));
      const snapshot = { at: new Date(nowMs).toISOString(), entries: entries.length, bytes };
      await this.#store.putSnapshot(id, snapshot, MOST_SNAPSHOTS);
    } catch {
      // See above.
    }
  }

  /**
   * Goes back to a snapshot: entries that were lost since come back, and every register is set to what it was then, as
   * one write and one action that can be undone. False when the snapshot is not there or damaged, null where the session
   * refuses it and says why, and a `StorageError` where it could not be written: then nothing was changed.
   */
  async restore(session: AssessmentSession, at: string): Promise<boolean | null> {
    const { id } = session.identity;
    const snapshot = (await this.#store.listSnapshots(id)).find((one) => one.at === at);
    const [{ unpackJournal }, { changesBackTo }, { journalOf }] = await Promise.all([
      import('../../file/pack-journal.ts'),
      import('./changes-back-to.ts'),
      import('../../domain/journal/merge.ts'),
    ]);
    const then = snapshot === undefined ? null : unpackJournal(snapshot.bytes);
    if (then === null) return false;
    await this.take(session, true);
    const changes = changesBackTo(then, journalOf([...session.entries, ...then.entries]));
    const store = (entries: readonly Entry[]) => this.#store.addJournal(id, { ...then, entries });
    return (await session.writeTogether(then.entries, changes, store)) || null;
  }
}
