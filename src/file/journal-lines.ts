import { canonicalJson } from '../domain/canonical-json.ts';
import type { Entry } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { journalOf } from '../domain/journal/merge.ts';
import { parseEntry } from '../domain/journal/parse-entry.ts';
import { MAXIMUM_JOURNAL_LINES } from '../domain/limits.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { bytesOfLine, countLines, lineOfBytes, splitLines, withoutByteOrderMark } from './text-bytes.ts';

const LINE_FEED = Uint8Array.of(10);
/** How many are read before it is said how far that is. */
const LINES_A_STEP = 1000;

/** A journal as lines of canonical JSON sorted by id; damaged lines stand as they were, at the end. */
export function writeJournal({ entries, damagedLines }: Journal): Uint8Array {
  const lines = [...entries.map((entry) => canonicalJson(entry)), ...damagedLines].map(bytesOfLine);
  const bytes = new Uint8Array(lines.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    bytes.set(LINE_FEED, at + line.length);
    at += line.length + 1;
  }
  return bytes;
}

function parseLine(text: string, file: string): Entry | Problem {
  let value: unknown;
  try {
    value = JSON.parse(withoutByteOrderMark(text));
  } catch {
    return problem('json.syntax', file, []);
  }
  const parsed = parseEntry(value, file);
  if (parsed.ok) return parsed.value;
  return parsed.problems[0] ?? problem('schema.invalid', file, []);
}

/**
 * The journal in its lines, empty ones counted; `onshare` hears how much is read, 0 to 1. Code `file.tooManyLines` (maximum).
 * A line that is no entry is kept as it stands and named by the advice `file.damagedLine` with its number from 1 and the
 * code of what is wrong; two differing entries of one id by `file.differingEntry`.
 */
export function readJournal(
  bytes: Uint8Array,
  file: string,
  onshare: (share: number) => void = () => {},
): Result<Journal> {
  if (countLines(bytes, MAXIMUM_JOURNAL_LINES) > MAXIMUM_JOURNAL_LINES) {
    return { ok: false, problems: [problem('file.tooManyLines', file, [], { maximum: MAXIMUM_JOURNAL_LINES })] };
  }
  const entries: Entry[] = [];
  const damagedLines: string[] = [];
  const advice: Problem[] = [];
  const lines = splitLines(bytes);
  const { length: total } = lines;
  lines.forEach((lineBytes, index) => {
    if (index % LINES_A_STEP === 0) onshare(index / total);
    const line = lineOfBytes(lineBytes);
    if (line.trim() === '') return;
    const parsed = parseLine(line, file);
    if ('id' in parsed) {
      entries.push(parsed);
      return;
    }
    damagedLines.push(line);
    const params = { line: index + 1, reason: parsed.code, at: parsed.path.join('.') };
    advice.push({ ...problem('file.damagedLine', file, [], params, 'advice'), line: index + 1 });
  });
  const journal = journalOf(entries, damagedLines);
  const differing = journal.damagedLines.length - new Set(damagedLines).size;
  if (differing > 0) advice.push(problem('file.differingEntries', file, [], { count: differing }, 'advice'));
  return { ok: true, value: journal, advice };
}
