import type { TypedText } from '../../storage/database-schema.ts';
import type { OpenTabs } from '../../storage/open-tabs.ts';
import { DraftKeeper } from '../session/draft-keeper.svelte.ts';
import type { DraftStore } from '../session/journal-store.ts';

export interface TypingShelfInput {
  readonly store: DraftStore;
  readonly openTabs: OpenTabs;
  readonly surroundings: { nowMs(): number };
}

/** Everything that is being typed in this tab: in the open assessments, and outside of any. */
export class TypingShelf {
  readonly #input: TypingShelfInput;
  readonly #keepers = new Set<DraftKeeper>();
  #outside: DraftKeeper;

  constructor(input: TypingShelfInput) {
    this.#input = input;
    this.#outside = this.#openOutside([]);
  }

  /** Texts that belong to no assessment, such as the form of a new one. */
  get outside(): DraftKeeper {
    return this.#outside;
  }

  get tab(): string {
    return this.#input.openTabs.own;
  }

  /** Reads what was left outside of any assessment; before the first screen. */
  async start(): Promise<void> {
    this.#keepers.delete(this.#outside);
    this.#outside = this.#openOutside(await this.leftIn(null));
  }

  /** What closed tabs left in an assessment. A text that is being typed in an open tab is that tab's. */
  async leftIn(assessmentId: string | null): Promise<readonly TypedText[]> {
    const [texts, open] = await Promise.all([
      this.#input.store.listDrafts(assessmentId),
      this.#input.openTabs.others(),
    ]);
    return texts.filter(({ tab }) => !open.has(tab));
  }

  /** Stores the texts of this keeper too when the page is left. */
  add(keeper: DraftKeeper): void {
    this.#keepers.add(keeper);
  }

  /** Stores everything at once, because the page is hidden or left. */
  async flush(): Promise<void> {
    await Promise.all([...this.#keepers].map((keeper) => keeper.flush(true)));
  }

  /** Everything was erased. */
  forget(): void {
    for (const keeper of this.#keepers) keeper.stop();
    this.#keepers.clear();
    this.#keepers.add(this.#outside);
  }

  #openOutside(left: readonly TypedText[]): DraftKeeper {
    const { store, surroundings } = this.#input;
    const keeper = new DraftKeeper({
      assessmentId: null,
      store,
      tab: this.tab,
      nowMs: () => surroundings.nowMs(),
      left,
    });
    this.#keepers.add(keeper);
    return keeper;
  }
}
