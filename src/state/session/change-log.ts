/** Registers as they change, for readers that come by when they like and want to know what changed since. */
export class ChangeLog {
  #registers: string[] = [];
  /** Rises when more changed than can be named. */
  #epoch = 0;

  add(registers: readonly string[]): void {
    this.#registers.push(...registers);
  }

  /** More changed than can be named: every reader begins anew. */
  restart(): void {
    this.#registers = [];
    this.#epoch += 1;
  }

  /** A reader of its own: each call names what changed since the one before; null for "anything". */
  follow(): () => readonly string[] | null {
    let [epoch, position] = [-1, 0];
    return () => {
      const changed = epoch === this.#epoch ? this.#registers.slice(position) : null;
      [epoch, position] = [this.#epoch, this.#registers.length];
      return changed;
    };
  }
}
