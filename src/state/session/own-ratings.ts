import type { Rating } from '../../domain/registers/assessment-state.ts';
import { FIRST_VOTE } from '../../domain/registers/rating.ts';

/** What one institution says of indicators, found once in each list of all that is said of one. */
export class OwnRatings {
  readonly #institution: string;
  readonly #found = new WeakMap<readonly Rating[], Rating | null>();

  constructor(institution: string) {
    this.#institution = institution;
  }

  among(all: readonly Rating[]): Rating | undefined {
    const known = this.#found.get(all);
    if (known !== undefined) return known ?? undefined;
    const own = all.find(({ institution, vote }) => institution === this.#institution && vote === FIRST_VOTE);
    this.#found.set(all, own ?? null);
    return own;
  }
}
