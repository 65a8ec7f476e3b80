import * as z from 'zod/mini';
import { sha256Hex } from '../sha256.ts';
import type { Entry, FullEntry } from './entry-schema.ts';
import { entryIdSchema, isFull } from './entry-schema.ts';
import type { RegisterState } from './fold.ts';
import { fold } from './fold.ts';
import { compareText } from './journal.ts';
import { buildRegister, parseRegister } from './registers.ts';

const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The value of the register `validation`: what was validated, with which engine, and what report it gave. */
export const validationValueSchema = z.object({
  entries: z.array(entryIdSchema),
  entriesHash: sha256Schema,
  engine: z.string().check(z.minLength(1), z.maxLength(40)),
  reportHash: sha256Schema,
  /** Which members of the report the hash covers: `src/report/report-hash.ts`; absent, the first version. */
  hashVersion: z.optional(z.int().check(z.gte(1))),
  by: z.optional(z.string()),
  function: z.optional(z.string()),
  date: z.optional(z.string()),
  /** The meeting in which it was validated. */
  forum: z.optional(z.string()),
  /** Names and functions for the printed signature block. */
  signatories: z.optional(z.array(z.object({ name: z.string(), function: z.optional(z.string()) }))),
  /** What a later validation changes. */
  correction: z.optional(z.string()),
  /** The positions (0-100) of the domains as they were printed that day: what a later engine is held against. */
  figures: z.optional(z.array(z.object({ id: z.string(), shown: z.nullable(z.number()) }))),
});

export type ValidationValue = z.infer<typeof validationValueSchema>;

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

/** Of the round, what is said around a report and not in it: it may be said after the validation too. */
const FIELDS_AROUND: ReadonlySet<string> = new Set(['publication', 'custody', 'reportLanguage', 'participants']);

const EVALUATION_PREFIX = 'evaluation-';

/**
 * Whether a register stands around the report and not in it: who decided to publish it, who holds the file, in which
 * language it is printed, what participants thought of the workshop, and how far the actions of the plan are. It is read whenever it was said (docs/methodology.md section 13).
 * `actions` are the ids of the actions that the validated plan has.
 */
export function standsAroundReport(address: string, actions: ReadonlySet<string>): boolean {
  const register = parseRegister(address);
  switch (register.kind) {
    case 'round':
      return FIELDS_AROUND.has(register.field) || register.field.startsWith(EVALUATION_PREFIX);
    case 'action':
      return register.field === 'status' && actions.has(register.action);
    default:
      return false;
  }
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
