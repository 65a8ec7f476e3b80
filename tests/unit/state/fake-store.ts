import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import type { DraftChange, TypedText } from '../../../src/storage/database-schema.ts';
import type { JournalStore } from '../../../src/state/session/journal-store.ts';
import type { Surroundings } from '../../../src/domain/surroundings.ts';

/** A store in memory whose writes can be made to fail or to wait. */
export class FakeStore implements JournalStore {
  readonly entries: Entry[] = [];
  readonly evidence = new Map<string, Uint8Array>();
  /** By key, whatever the tab. */
  readonly drafts = new Map<string, string>();
  failure: Error | null = null;
  gate: Promise<void> = Promise.resolve();

  async appendEntries(
    _assessmentId: string,
    entries: readonly Entry[],
    evidence: ReadonlyMap<string, Uint8Array> = new Map(),
  ): Promise<void> {
    await this.gate;
    if (this.failure !== null) throw this.failure;
    this.entries.push(...entries);
    for (const [sha256, bytes] of evidence) this.evidence.set(sha256, bytes);
  }

  async writeDrafts(_assessmentId: string | null, { put, remove }: DraftChange): Promise<void> {
    if (this.failure !== null) throw this.failure;
    for (const { key } of remove) this.drafts.delete(key);
    for (const { key, text } of put) this.drafts.set(key, text);
  }

  async readEvidenceSizes(): Promise<ReadonlyMap<string, number>> {
    if (this.failure !== null) throw this.failure;
    return new Map([...this.evidence].map(([sha256, { length }]) => [sha256, length]));
  }

  async listDrafts(): Promise<readonly TypedText[]> {
    return [];
  }
}

/** A clock that moves a second at every look, and random digits that count up. */
export function fakeSurroundings(startMs = Date.UTC(2026, 10, 21, 9, 30)): Surroundings {
  let looks = 0;
  let draws = 0;
  return {
    nowMs: () => startMs + looks++ * 1000,
    randomHex16: () => (++draws).toString(16).padStart(16, '0'),
  };
}
