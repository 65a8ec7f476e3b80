import type { Entry } from '../domain/journal/entry-schema.ts';

/** What a session needs of a storage: the database in the app, a fake in tests. */
export interface JournalStore {
  /** Resolves only when the entries are durable. */
  appendEntries(assessmentId: string, entries: readonly Entry[]): Promise<void>;
  putDraft(assessmentId: string, register: string, text: string): Promise<void>;
  deleteDraft(assessmentId: string, register: string): Promise<void>;
  listDrafts(assessmentId: string): Promise<ReadonlyMap<string, string>>;
}

/** The outside things that the domain must not reach for: time and randomness. */
export interface Surroundings {
  /** UTC milliseconds since 1970. */
  nowMs(): number;
  /** 16 lower-case hexadecimal digits, fresh at every call. */
  randomHex16(): string;
}
