import { canonicalJson } from '../canonical-json.ts';
import { findJsonDanger } from '../json-safety.ts';
import type { Problem, Result } from '../problem.ts';
import { problem, problemsOfIssues } from '../problem.ts';
import type { Entry } from './entry-schema.ts';
import { fullEntrySchema, stubEntrySchema } from './entry-schema.ts';

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
  const isStubLike = input !== null && typeof input === 'object' && 'redacted' in input;
  const parsed = (isStubLike ? stubEntrySchema : fullEntrySchema).safeParse(input);
  if (!parsed.success) return refused(problemsOfIssues(parsed.error.issues, file, input));
  const written = JSON.stringify(parsed.data);
  if (written.normalize('NFC') === written) return { ok: true, value: parsed.data, advice: [] };
  const text = canonicalJson(parsed.data);
  const normal = JSON.parse(text) as Entry;
  // Two members whose names differ only by normal form would become one, and a value would be lost.
  if (canonicalJson(normal) !== text) return refused([problem('journal.ambiguousKeys', file, [])]);
  return { ok: true, value: normal, advice: [] };
}
