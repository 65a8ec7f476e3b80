import { MAXIMUM_LIST_LENGTH } from '../../limits.ts';
import type { ProblemPath } from '../../problem.ts';
import { setAt, valueAt } from './at-path.ts';
import type { FrameworkDraft } from './framework-draft.ts';

/** Words that every framework has: they stay as '' until they are written. */
const REQUIRED: readonly unknown[] = ['title', 'question'];
/** What is not there where it holds nothing. */
const OPTIONAL: readonly unknown[] = [
  'advance',
  'bands',
  'results',
  'institutionTypes',
  'readingRules',
  'glossary',
  'review',
];

/** The text at a path of the texts of a language; '' where none is written. */
export function wordsAt({ texts }: FrameworkDraft, language: string, path: ProblemPath): string {
  const text = valueAt(texts[language], path);
  return typeof text === 'string' ? text : '';
}

/** More than twice what a list may hold a field cannot show; nobody wrote it by hand. */
const MOST_LINES = 2 * MAXIMUM_LIST_LENGTH;

/** The lines of a list at such a path, one below the other. */
export function linesAt({ texts }: FrameworkDraft, language: string, path: ProblemPath): string {
  const lines = valueAt(texts[language], path);
  if (!Array.isArray(lines)) return '';
  return lines
    .slice(0, MOST_LINES)
    .filter((line) => typeof line === 'string')
    .join('\n');
}

function write(draft: FrameworkDraft, language: string, path: ProblemPath, value: unknown): FrameworkDraft {
  const next = setAt(draft, ['texts', language, ...path], value);
  const above = path.slice(0, -1);
  const held = valueAt(next.texts[language], above);
  const isEmptied = value === undefined && above.some((key) => OPTIONAL.includes(key));
  const holdsNothing = held !== null && typeof held === 'object' && Object.keys(held).length === 0;
  return isEmptied && holdsNothing ? write(next, language, above, undefined) : next;
}

/** A text at a path of the texts of a language; an optional one that is emptied is not there any more. */
export function setWords(draft: FrameworkDraft, language: string, path: ProblemPath, text: string): FrameworkDraft {
  const own = text.trim();
  const isKept = own !== '' || REQUIRED.includes(path.at(-1));
  return write(draft, language, path, isKept ? own : undefined);
}

/** A list of texts, one a line. */
export function setLines(draft: FrameworkDraft, language: string, path: ProblemPath, text: string): FrameworkDraft {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isSame = lines.join('\n') === linesAt(draft, language, path);
  return isSame ? draft : write(draft, language, path, lines.length === 0 ? undefined : lines);
}
