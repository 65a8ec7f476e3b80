import { DraftKeeper } from '../../../src/state/session/draft-keeper.svelte.ts';
import type { TypedText } from '../../../src/storage/database-schema.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';

/** Keeps what is typed outside of any assessment, in memory, going on from what closed tabs left. */
export function keepInMemory(left: readonly TypedText[] = [], store = new MemoryStore()): DraftKeeper {
  return new DraftKeeper({ assessmentId: null, store, tab: 'own', nowMs: () => 0, left });
}
