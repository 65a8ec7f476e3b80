import { canonicalJson } from '../canonical-json.ts';
import { findJsonDanger } from '../json-safety.ts';
import type { Problem, Result } from '../problem.ts';
import { problem, problemsOfIssues } from '../problem.ts';
import type { Entry } from './entry-schema.ts';
import { entrySchema, fullEntrySchema, stubEntrySchema } from './entry-schema.ts';

function refused(problems: readonly Problem[]): Result<Entry> {
  return { ok: false, problems };
}

/**
 * One journal entry from an untrusted value. Text is brought into Unicode normal form C, so that one entry has one
 * canonical form everywhere. Codes: `journal.tooDeep`, `journal.unsafeKey`, `journal.ambiguousKeys`, `schema.*`.
 */
export function parseEntry(input: unknown, file = ''): Result<Entry> {
  const danger = findJsonDanger(input);
  if (danger !== null) return refused([problem(`journal.${danger}`, file, [])]);
  const parsed = entrySchema.safeParse(input);
  if (!parsed.success) {
    const isStubLike = input !== null && typeof input === 'object' && 'redacted' in input;
    const found = (isStubLike ? stubEntrySchema : fullEntrySchema).safeParse(input).error?.issues ?? [];
    return refused(problemsOfIssues(found, file, input));
  }
  const text = canonicalJson(parsed.data);
  if (JSON.stringify(parsed.data).normalize('NFC') === JSON.stringify(parsed.data)) {
    return { ok: true, value: parsed.data, advice: [] };
  }
  const normal = JSON.parse(text) as Entry;
  // Two members whose names differ only by normal form would become one, and a value would be lost.
  if (canonicalJson(normal) !== text) return refused([problem('journal.ambiguousKeys', file, [])]);
  return { ok: true, value: normal, advice: [] };
}
