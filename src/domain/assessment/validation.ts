import { sha256Hex } from '../sha256.ts';
import type { Entry, FullEntry } from '../journal/entry-schema.ts';
import { isFull } from '../journal/entry-schema.ts';
import type { RegisterState } from '../journal/register-state.ts';
import { fold } from '../registers/fold.ts';
import { compareText } from '../journal/journal.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import type { ValidationValue } from '../registers/validation.ts';
import { validationValueSchema } from '../registers/validation.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';

/** SHA-256 (hexadecimal) of a set of entry ids: sorted as text, each once, joined by line feeds. */
export function hashEntryIds(ids: Iterable<string>): string {
  return sha256Hex([...new Set(ids)].sort(compareText).join('\n'));
}

/** The ids to validate: every entry but those of the register `validation` itself. */
export function entriesToValidate(entries: Iterable<Entry>): string[] {
  return [...entries]
    .filter(({ register }) => register !== buildRegister({ kind: 'validation' }))
    .map(({ id }) => id)
    .sort(compareText);
}

/**
 * Whether a register stands around the report and not in it: who decided to publish it, who holds the file, in which
 * language it is printed, what participants thought of the workshop, and how far the actions of the plan are. It is read whenever it was said (docs/methodology.md section 13).
 * `actions` are the ids of the actions that the validated plan has.
 */
export function standsAroundReport(address: string, actions: ReadonlySet<string>): boolean {
  const register = parseRegister(address);
  if (register.kind === 'unknown') return false;
  const { aroundReport } = sayingsOf(register);
  if (aroundReport === 'of-validated-actions') return 'action' in register && actions.has(register.action);
  return aroundReport === 'always';
}

export interface Validation {
  readonly entry: FullEntry;
  readonly value: ValidationValue;
  /** What to fold: the validated entries, the validation itself and what stands around the report; for `fold` as `only`. */
  readonly only: ReadonlySet<string>;
  /** Ids of the actions of the validated plan. */
  readonly actions: ReadonlySet<string>;
  /** Entries received or made after validation: kept, listed, not folded. Sorted by id. */
  readonly receivedAfter: readonly Entry[];
  /** Entries that came later and are read all the same: they stand around the report. Sorted by id. */
  readonly recordedAround: readonly Entry[];
  /** Validated entries that are not in this journal. */
  readonly missing: readonly string[];
  /** Whether the listed entries give the hash that was signed. */
  readonly intact: boolean;
  /** Validations before this one, the newest first; a copy without history no longer has their values. */
  readonly earlier: readonly FullEntry[];
}

function actionsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const registers = entries.map(({ register }) => parseRegister(register));
  return new Set(registers.flatMap((register) => (register.kind === 'action' ? [register.action] : [])));
}

function readValidation(entries: readonly Entry[], state: RegisterState, entry: FullEntry): Validation | null {
  const parsed = validationValueSchema.safeParse(entry.value);
  if (!parsed.success) return null;
  const present = new Set(entries.map(({ id }) => id));
  const validated = new Set([...parsed.data.entries, ...state.history.map(({ id }) => id)]);
  const actions = actionsOf(entries.filter(({ id }) => validated.has(id)));
  const later = entries.filter(({ id }) => !validated.has(id)).sort((a, b) => compareText(a.id, b.id));
  const isAround = ({ register }: Entry) => standsAroundReport(register, actions);
  const recordedAround = later.filter(isAround);
  return {
    entry,
    value: parsed.data,
    only: new Set([...validated, ...recordedAround.map(({ id }) => id)]),
    actions,
    receivedAfter: later.filter((one) => !isAround(one)),
    recordedAround,
    missing: parsed.data.entries.filter((id) => !present.has(id)),
    intact: hashEntryIds(parsed.data.entries) === parsed.data.entriesHash,
    earlier: state.history.filter(isFull).filter(({ id, value }) => id !== entry.id && value !== null),
  };
}

/** The validation in force: the newest head of its register; null when there is none or it was taken back. */
export function findValidation(entries: readonly Entry[]): Validation | null {
  const register = buildRegister({ kind: 'validation' });
  const state = fold(entries.filter((entry) => entry.register === register)).registers.get(register);
  const entry = state?.entry ?? null;
  return state === undefined || entry === null ? null : readValidation(entries, state, entry);
}
