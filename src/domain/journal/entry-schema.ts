import * as z from 'zod/mini';
import { MAXIMUM_REGISTER_LENGTH, MAXIMUM_REPLACES } from '../limits.ts';

/** Who speaks: the facilitator, an institution, or an observer. */
export type Actor = 'facilitator' | `institution:${string}` | `observer:${string}`;

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * One journal entry (docs/file-formats.md section 3): at this time this institution, or the facilitator, on this
 * device set this register to this value. Entries are never changed and never deleted by editing.
 */

/** Hybrid logical clock: UTC milliseconds, four-digit counter, 64 random bits; text order is the order. */
export const ENTRY_ID_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z-\d{4}-[0-9a-f]{16}$/;

/** 2026-02-30 matches the pattern but is no day, and browsers disagree on what to make of it. */
function isRealInstant(text: string): boolean {
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}

const INSTANT_LENGTH = 24;
const instantSchema = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, { abort: true }), z.refine(isRealInstant));
export const entryIdSchema = z.string().check(
  z.regex(ENTRY_ID_PATTERN, { abort: true }),
  z.refine((id) => isRealInstant(id.slice(0, INSTANT_LENGTH))),
);
export const registerSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(MAXIMUM_REGISTER_LENGTH), z.regex(/^[^/\s]+(\/[^/\s]+)*$/));

export const assessmentIdentitySchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  round: z.string().check(z.minLength(1), z.maxLength(64)),
  parent: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
});

const commonFields = {
  id: entryIdSchema,
  register: registerSchema,
  replaces: z.array(entryIdSchema).check(z.maxLength(MAXIMUM_REPLACES)),
};

function isJsonValue(value: unknown): value is JsonValue {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  return typeof value === 'object' && Object.values(value).every(isJsonValue);
}

/**
 * Any value that JSON has. z.json() makes a list of faults for every kind that a value is not, which took most of the
 * script of a click.
 */
export const jsonValueSchema = z.custom<JsonValue>(isJsonValue);

/** `value` null takes the answer back; the register is then as if never set, but the history remembers. */
export const fullEntrySchema = z.strictObject({
  ...commonFields,
  at: instantSchema,
  actor: z.string().check(z.regex(/^(facilitator|institution:[^\s]{1,64}|observer:[^\s]{1,64})$/)),
  value: jsonValueSchema,
  assessment: z.optional(assessmentIdentitySchema),
});

/** What stays of a replaced entry in a copy without history. */
export const stubEntrySchema = z.strictObject({ ...commonFields, redacted: z.literal(true) });

export const entrySchema = z.union([fullEntrySchema, stubEntrySchema]);

export type AssessmentIdentity = z.infer<typeof assessmentIdentitySchema>;
export type FullEntry = z.infer<typeof fullEntrySchema>;
export type StubEntry = z.infer<typeof stubEntrySchema>;
export type Entry = z.infer<typeof entrySchema>;

/** Whether an entry lost its value when a copy without history was made. */
export function isStub(entry: Entry): entry is StubEntry {
  return 'redacted' in entry;
}

/** Whether an entry still has its value. */
export function isFull(entry: Entry): entry is FullEntry {
  return !isStub(entry);
}
