import type { Entry } from '../../domain/journal/entry-schema.ts';
import type { DraftChange, TypedText } from '../../storage/database-schema.ts';

/** Where texts are kept while they are typed; null is outside of any assessment. */
export interface DraftStore {
  /** One write; `leaving` is for a page that may be gone in the next moment. */
  writeDrafts(assessmentId: string | null, change: DraftChange, leaving?: boolean): Promise<void>;
  listDrafts(assessmentId: string | null): Promise<readonly TypedText[]>;
}

/** What a session needs of a storage: the database in the app, a fake in tests. */
export interface JournalStore extends DraftStore {
  /** Resolves only when the entries, and the documents by SHA-256 that go with them, are durable: all or nothing. */
  appendEntries(
    assessmentId: string,
    entries: readonly Entry[],
    evidence?: ReadonlyMap<string, Uint8Array>,
  ): Promise<void>;
}
