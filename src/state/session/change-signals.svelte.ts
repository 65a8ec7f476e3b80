import type { Institution } from '../../domain/registers/assessment-state.ts';
import { takesPartAnyway } from '../../domain/registers/assessment-state.ts';
import { parseRegister } from '../../domain/registers/register-address.ts';

class Signal {
  rises = $state.raw(0);
}

/**
 * What changes in the registers of an open assessment. Who shows one indicator is told of its answers alone, who shows
 * none of them of everything else: one answer costs one answer, however much is on the screen.
 */
export class ChangeSignals {
  readonly #other = new Signal();
  readonly #ofIndicator: ReadonlyMap<string, Signal>;
  #touched: string[] | null = null;

  constructor(indicators: readonly { readonly id: string }[]) {
    this.#ofIndicator = new Map(indicators.map(({ id }) => [id, new Signal()]));
  }

  /** To be told of every change that is more than an answer, and of the answers to an indicator. */
  follow(indicator = ''): void {
    void this.#other.rises;
    void this.#ofIndicator.get(indicator)?.rises;
  }

  /** Tells of registers that changed; null is any of them. */
  tell(touched: readonly string[] | null, institutions: ReadonlyMap<string, Institution>): void {
    if (touched === null) this.#touched = null;
    else this.#touched?.push(...touched);
    const told = (touched ?? ['']).map((address) => {
      const register = parseRegister(address);
      const isAnswer = register.kind === 'rating' && takesPartAnyway(institutions.get(register.institution));
      return isAnswer ? this.#ofIndicator.get(register.indicator) : this.#other;
    });
    // Each once: a file brings thousands of registers.
    for (const one of new Set(told)) if (one) one.rises += 1;
  }

  /** Registers that changed since this was asked last of the same journal; null is any of them. */
  take(isSameJournal: boolean): readonly string[] | null {
    const touched = isSameJournal ? this.#touched : null;
    this.#touched = isSameJournal ? [] : null;
    return touched;
  }
}
