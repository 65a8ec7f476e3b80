import * as z from 'zod/mini';
import { sha256Hex } from '../sha256.ts';
import type { Entry, FullEntry } from './entry-schema.ts';
import { entryIdSchema } from './entry-schema.ts';
import { fold } from './fold.ts';
import { compareText } from './journal.ts';
import { buildRegister } from './registers.ts';

const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The value of the register `validation`: what was validated, with which engine, and what report it gave. */
export const validationValueSchema = z.object({
  entries: z.array(entryIdSchema),
  entriesHash: sha256Schema,
  engine: z.string().check(z.minLength(1), z.maxLength(40)),
  reportHash: sha256Schema,
  by: z.optional(z.string()),
  function: z.optional(z.string()),
  date: z.optional(z.string()),
  /** The meeting in which it was validated. */
  forum: z.optional(z.string()),
  /** Names and functions for the printed signature block. */
  signatories: z.optional(z.array(z.object({ name: z.string(), function: z.optional(z.string()) }))),
  /** What a later validation changes. */
  correction: z.optional(z.string()),
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

export interface Validation {
  readonly entry: FullEntry;
  readonly value: ValidationValue;
  /** What to fold: the validated entries and the validation itself; give it to `fold` as `only`. */
  readonly only: ReadonlySet<string>;
  /** Entries received or made after validation: kept, listed, not folded. Sorted by id. */
  readonly receivedAfter: readonly Entry[];
  /** Validated entries that are not in this journal. */
  readonly missing: readonly string[];
  /** Whether the listed entries give the hash that was signed. */
  readonly intact: boolean;
}

/** The validation in force: the newest head of its register; null when there is none or it was taken back. */
export function findValidation(entries: readonly Entry[]): Validation | null {
  const register = buildRegister({ kind: 'validation' });
  const state = fold(entries.filter((entry) => entry.register === register)).registers.get(register);
  const entry = state?.entry;
  if (state === undefined || entry === undefined || entry === null) return null;
  const parsed = validationValueSchema.safeParse(entry.value);
  if (!parsed.success) return null;
  const present = new Set(entries.map(({ id }) => id));
  const only = new Set([...parsed.data.entries, ...state.history.map(({ id }) => id)]);
  const receivedAfter = entries.filter(({ id }) => !only.has(id)).sort((a, b) => compareText(a.id, b.id));
  return {
    entry,
    value: parsed.data,
    only,
    receivedAfter,
    missing: parsed.data.entries.filter((id) => !present.has(id)),
    intact: hashEntryIds(parsed.data.entries) === parsed.data.entriesHash,
  };
}
