import { millisecondsOfEntryId } from '../journal/clock.ts';
import type { Entry } from '../journal/entry-schema.ts';
import { isStub } from '../journal/entry-schema.ts';
import type { ParsedRegister } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import { documentsInUse } from './documents-in-use.ts';
import { isRemovalMark } from './withdrawn.ts';

/** A document on this computer that no living link uses. */
export interface UnusedDocument {
  readonly sha256: string;
  /** As it was named last; null where no entry names it. */
  readonly fileName: string | null;
  /** When its last use ended, UTC milliseconds, never too early; null where no entry names it. */
  readonly sinceMs: number | null;
}

interface ReadEntry {
  readonly entry: Entry;
  readonly register: ParsedRegister;
}

/** The later of what the clock of its device said and of its place among all entries, which a clock set back does not change. */
function timeOf(entry: Entry): number {
  const placed = millisecondsOfEntryId(entry.id);
  return isStub(entry) ? placed : Math.max(placed, Date.parse(entry.at));
}

function namedBy(entry: Entry): { readonly sha256: unknown; readonly fileName: string } | null {
  const value = isStub(entry) ? null : entry.value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const { sha256, fileName } = value;
  return { sha256, fileName: typeof fileName === 'string' ? fileName : '' };
}

/** The time of the newest entry that could have ended its use: of its evidence, of a link to it, of who linked, of a validation. */
function endOfUse(evidence: ReadonlySet<string>, entries: readonly ReadEntry[]): number {
  const linking = new Set(
    entries.flatMap(({ register }) =>
      register.kind === 'evidence-link' && evidence.has(register.evidence) ? register.institution : [],
    ),
  );
  const ending = entries.filter(
    ({ register }) =>
      register.kind === 'validation' ||
      ((register.kind === 'evidence' || register.kind === 'evidence-link') && evidence.has(register.evidence)) ||
      (register.kind === 'institution' && isRemovalMark(register) && linking.has(register.institution)),
  );
  return Math.max(...ending.map(({ entry }) => timeOf(entry)));
}

/** Of the documents stored on this computer those that nothing uses, in the given order, and since when. */
export function unusedDocuments(entries: readonly Entry[], stored: Iterable<string>): UnusedDocument[] {
  const used = documentsInUse({ entries });
  const unused = [...stored].filter((sha256) => !used.has(sha256));
  if (unused.length === 0) return [];
  const read = entries.map((entry) => ({ entry, register: parseRegister(entry.register) }));
  return unused.map((sha256) => {
    const naming = read.flatMap(({ entry, register }) => {
      const named = register.kind === 'evidence' ? namedBy(entry) : null;
      return register.kind === 'evidence' && named?.sha256 === sha256
        ? [{ evidence: register.evidence, fileName: named.fileName }]
        : [];
    });
    const last = naming.at(-1);
    if (last === undefined) return { sha256, fileName: null, sinceMs: null };
    return { sha256, fileName: last.fileName, sinceMs: endOfUse(new Set(naming.map((one) => one.evidence)), read) };
  });
}
