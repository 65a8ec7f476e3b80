import { recordMerge } from '../../../src/domain/assessment/undo.ts';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import type { Journal } from '../../../src/domain/journal/journal.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import type { AssessmentSession } from '../../../src/state/session/assessment-session.svelte.ts';
import type { IntakeLibrary } from '../../../src/state/desks/intake-desk.svelte.ts';
import type { FrameworkOffer } from '../../../src/state/library/framework-shelf.svelte.ts';
import type { LastIntake } from '../../../src/state/library/library.svelte.ts';

/** What a library does with an intake, in memory. */
export class MemoryIntake implements IntakeLibrary {
  lastMerge: LastIntake | null = null;
  written: readonly Entry[] = [];
  /** Every version of a framework that is on this computer. */
  readonly frameworks = { loadAfresh: (): Promise<readonly FrameworkOffer[]> => Promise.resolve(this.offers) };
  offers: readonly FrameworkOffer[] = [];
  /** The documents that are here. */
  readonly documents = { sizes: () => Promise.resolve(new Map<string, number>()) };
  #session: AssessmentSession | null = null;

  async takeIn(session: AssessmentSession, journal: Journal): Promise<void> {
    const record = { ...recordMerge(journalOf(session.entries), journal), evidence: [] };
    this.written = journal.entries;
    this.#session = session;
    if (record.added.length > 0) this.lastMerge = { assessment: session.identity.id, record };
    session.receive(journal.entries);
  }

  async undoMerge() {
    const added = new Set(this.lastMerge?.record.added);
    const left = this.#session?.entries.filter(({ id }) => !added.has(id)) ?? [];
    await this.#session?.startAfresh(() => Promise.resolve(left));
    this.lastMerge = null;
    return [];
  }
}
