import type { JsonValue, RegisterState } from '../domain/journal/fold.ts';
import type { ParsedRegister } from '../domain/registers/all-registers.ts';
import { parseRegister } from '../domain/registers/register-address.ts';
import type { AssessmentSession } from './assessment-session.svelte.ts';

/** One version of something that was set twice without one seeing the other. */
export interface Version {
  readonly entry: string;
  /** ISO instant of the device it was made on. */
  readonly at: string;
  readonly actor: string;
  readonly value: JsonValue;
}

export interface OpenConflict {
  readonly address: string;
  readonly register: ParsedRegister;
  /** The newest first: it is the one that counts until somebody chooses. */
  readonly versions: readonly Version[];
}

/** Differing versions, settled one by one, or all in favour of the newest. */
export class ConflictDesk {
  readonly #session: AssessmentSession;
  readonly open: readonly OpenConflict[] = $derived.by(() => this.#session.assessment.conflicts.map(describe));

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /** The chosen version stands from now on; the others stay in the history. */
  choose(address: string, value: JsonValue): void {
    void this.#session.write([{ register: address, value }], 'facilitator');
  }

  keepNewest(): void {
    const changes = this.open.flatMap(({ address, versions }) => {
      const [newest] = versions;
      return newest === undefined ? [] : [{ register: address, value: newest.value }];
    });
    void this.#session.write(changes, 'facilitator');
  }
}

function describe({ register, heads }: RegisterState): OpenConflict {
  return {
    address: register,
    register: parseRegister(register),
    versions: heads.map(({ id, at, actor, value }) => ({ entry: id, at, actor, value })),
  };
}
