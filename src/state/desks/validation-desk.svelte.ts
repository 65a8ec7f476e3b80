import type { Entry, JsonValue } from '../../domain/journal/entry-schema.ts';
import { isFull } from '../../domain/journal/entry-schema.ts';
import type { ParsedRegister } from '../../domain/registers/all-registers.ts';
import { buildRegister, parseRegister } from '../../domain/registers/register-address.ts';
import type { OpenPoint } from '../../report/open-points.ts';
import { listOpenPoints } from '../../report/open-points.ts';
import type { ValidationCheck, ValidationSaid } from '../../report/validate-report.ts';
import { checkValidation, makeValidation } from '../../report/validate-report.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';

/** An entry that came after the validation, as a list shows it. */
export interface LaterEntry {
  readonly id: string;
  readonly address: string;
  readonly register: ParsedRegister;
  /** Null of an entry without its value: replaced in a copy without history. */
  readonly said: { readonly at: string; readonly actor: string; readonly value: JsonValue } | null;
}

function describe(entry: Entry): LaterEntry {
  const { id, register: address } = entry;
  const said = isFull(entry) ? { at: entry.at, actor: entry.actor, value: entry.value } : null;
  return { id, address, register: parseRegister(address), said };
}

/** Takes a report from draft to validated, says what is open before, and keeps watch over it afterwards. */
export class ValidationDesk {
  readonly #session: AssessmentSession;
  /** Of what is shown: before a validation, or in a correction of one. */
  readonly openPoints: readonly OpenPoint[] = $derived.by(() =>
    listOpenPoints(this.#session.report, this.#session.assessment),
  );
  /** The newest first. */
  readonly receivedAfter: readonly LaterEntry[] = $derived.by(() =>
    (this.#session.validation?.receivedAfter ?? []).map(describe).reverse(),
  );
  readonly recordedAround: readonly LaterEntry[] = $derived.by(() =>
    (this.#session.validation?.recordedAround ?? []).map(describe).reverse(),
  );
  /** Whether the validated report is still what this version of the app makes; null without a validation. */
  readonly check: ValidationCheck | null = $derived.by(() => {
    const { validation, entries } = this.#session;
    return validation === null ? null : checkValidation(this.#session, entries, validation);
  });

  constructor(session: AssessmentSession) {
    this.#session = session;
  }

  /** Sent out for comments, or back to a draft. */
  setUnderReview(underReview: boolean): void {
    this.#session.setRound({ status: underReview ? 'under-review' : 'draft' });
  }

  /** Validates everything there is now; a correction does so too, and says what it changes. */
  async validate(said: ValidationSaid): Promise<void> {
    const value = makeValidation(this.#session, this.#session.entries, said);
    const register = buildRegister({ kind: 'validation' });
    const written = this.#session.write([{ register, value: { ...value } as JsonValue }]);
    this.#session.showValidated();
    await written;
  }
}
