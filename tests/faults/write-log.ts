import type { KillScenario } from './kill-scenario.ts';
import type { WriteMessage } from './watch-writes.ts';

/** The writes of a page, as the page tells of them. */
export class WriteLog {
  readonly #scenario: Pick<KillScenario, 'stores' | 'isOneWork'>;
  /** Stores by the number of the write. */
  readonly #open = new Map<number, readonly string[]>();
  /** When the work that is meant began, by the clock of the page. */
  #sinceMs: number | null = null;
  #lengthMs: number | null = null;
  #until = Infinity;
  #onmeant: () => void = () => undefined;

  constructor(scenario: Pick<KillScenario, 'stores' | 'isOneWork'>) {
    this.#scenario = scenario;
  }

  /** Whether a write has opened of which no end was told. */
  get isWriting(): boolean {
    return this.#open.size > 0;
  }

  /** How long the last work took that came to its end, in milliseconds; null before the first. */
  get lengthMs(): number | null {
    return this.#lengthMs;
  }

  /** Calls once, and at once, when the nth write from now opens that the scenario means. */
  expect(nth: number, onmeant: () => void): void {
    this.#until = nth;
    this.#onmeant = onmeant;
    this.#sinceMs = null;
  }

  hear(message: WriteMessage): void {
    const { stores, isOneWork } = this.#scenario;
    if (message.kind !== 'opened') {
      const belongs = this.#open.get(message.write)?.some((store) => stores.includes(store)) === true;
      this.#open.delete(message.write);
      if (belongs && this.#sinceMs !== null) this.#lengthMs = message.atMs - this.#sinceMs;
      return;
    }
    this.#open.set(message.write, message.stores);
    if (!message.stores.includes(stores[0])) return;
    if (!isOneWork || this.#sinceMs === null) this.#sinceMs = message.atMs;
    this.#until -= 1;
    if (this.#until === 0) this.#onmeant();
  }
}
