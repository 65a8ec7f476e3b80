import type { Framework } from '../../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../../domain/framework/parse-framework.ts';
import type { Entry } from '../../domain/journal/entry-schema.ts';
import type { Outlook } from '../../domain/journey/read-outlook.ts';
import { readOutlook } from '../../domain/journey/read-outlook.ts';
import type { LibraryStore } from './library-store.ts';

/** Where an assessment stands, and the entries that say so: what its last file lacks is counted from them. */
export interface LookedAt {
  readonly outlook: Outlook;
  readonly entries: readonly Entry[];
  /** When: UTC milliseconds. */
  readonly atMs: number;
}

/** Rounds of one list are mostly on one framework: it is read once for all of them. */
const frameworks = new WeakMap<LibraryStore, Map<string, Promise<Framework | null>>>();

function frameworkOf(store: LibraryStore, hash: string): Promise<Framework | null> {
  const known = frameworks.get(store) ?? new Map<string, Promise<Framework | null>>();
  frameworks.set(store, known);
  const reading =
    known.get(hash) ??
    store.readFramework(hash).then((stored) => {
      // It is stored once it is here as a whole: then it is looked for again.
      if (stored === undefined) known.delete(hash);
      const read = parseSingleFileFramework(stored);
      return read.ok ? read.value : null;
    });
  known.set(hash, reading);
  return reading;
}

/** One after the other, so that a long list leaves the page its time. */
let turn: Promise<unknown> = Promise.resolve();

/** Reads where an assessment stands without opening it; null when it is not here or its framework cannot be read. */
export function lookAtAssessment(store: LibraryStore, assessmentId: string, atMs: number): Promise<LookedAt | null> {
  const looking = turn.then(() => read(store, assessmentId, atMs));
  turn = looking.catch(() => undefined);
  return looking;
}

async function read(store: LibraryStore, assessmentId: string, atMs: number): Promise<LookedAt | null> {
  const stored = await store.readAssessment(assessmentId);
  if (stored === null) return null;
  const framework = await frameworkOf(store, stored.framework.hash);
  if (framework === null) return null;
  const entries = await store.readEntries(assessmentId);
  return { outlook: readOutlook(framework, entries), entries, atMs };
}
