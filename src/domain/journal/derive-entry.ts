import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../sha256.ts';
import { millisecondsOfEntryId } from './clock.ts';
import type { Actor, FullEntry, JsonValue } from './entry-schema.ts';
import { fullEntrySchema } from './entry-schema.ts';

/** What a cell of a workbook says: the register it stands for, its value, and what it was when the workbook was made. */
export interface DerivedChange {
  readonly register: string;
  /** Null takes the value back. */
  readonly value: JsonValue;
  /** Ids of the entries that held the value the workbook was made with. */
  readonly replaces: readonly string[];
}

const RANDOM_DIGITS = 16;

/**
 * An entry made of a change alone, without clock or randomness: the same change gives the same entry wherever and however
 * often it is read, so that reading a workbook twice, or in another order, changes nothing. Its time is one millisecond
 * after `mark`, the newest entry when the workbook was made, because cells do not say when they were filled in.
 * docs/file-formats.md section 11.
 */
export function deriveEntry(
  change: DerivedChange,
  source: { readonly assessment: string; readonly actor: Actor; readonly mark: string },
): FullEntry {
  const { register, value } = change;
  const replaces = [...new Set(change.replaces)].sort();
  const at = new Date(millisecondsOfEntryId(source.mark) + 1).toISOString();
  const said = canonicalJson([source.assessment, source.actor, source.mark, register, value, replaces]);
  const id = `${at}-0000-${sha256Hex(said).slice(0, RANDOM_DIGITS)}`;
  return fullEntrySchema.parse(JSON.parse(canonicalJson({ id, at, actor: source.actor, register, value, replaces })));
}
