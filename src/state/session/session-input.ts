import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../../domain/journal/entry-schema.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import type { TypedText } from '../../storage/database-schema.ts';
import type { JournalStore } from './journal-store.ts';

/** What pages beyond the first question need. */
export interface WhatComesLater {
  /** As a whole. */
  readonly framework: Framework;
  /** Those that it names. */
  readonly crosswalks: ReadonlyMap<string, Crosswalk>;
  readonly reporting: typeof import('./reporting.ts');
}

export interface SessionInput extends Partial<WhatComesLater> {
  readonly identity: AssessmentIdentity;
  readonly framework: Framework;
  /** Loads what is not here yet; absent where everything is. */
  readonly rest?: () => Promise<WhatComesLater>;
  readonly entries: readonly Entry[];
  /** Lines of files that were no entries: carried, said, not counted. */
  readonly damagedLines?: readonly string[];
  /** 64 random bits of this tab. */
  readonly tab: string;
  /** Texts that were being typed in tabs that are closed by now. */
  readonly drafts: readonly TypedText[];
  readonly store: JournalStore;
  readonly surroundings: Surroundings;
  readonly onwritten?: (entries: readonly Entry[]) => void;
}
