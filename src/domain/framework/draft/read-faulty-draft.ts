import type * as z from 'zod/mini';
import type { ProblemPath } from '../../problem.ts';
import { listIndicators } from '../framework.ts';
import type { FrameworkInput } from '../parse-framework.ts';
import { setAt, valueAt } from './at-path.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { emptyDraft, filesForDraft, readDraft } from './framework-draft.ts';

/** Deeper nothing of a framework stands: each round takes out at least one level of what is wrong. */
const MOST_ROUNDS = 12;

/** Where something has to go: a member that has no place there, a value of the wrong kind, what lacks one that must be. */
function placesOf(issue: z.core.$ZodIssue, value: unknown): ProblemPath[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  return [valueAt(value, path) === undefined ? path.slice(0, -1) : path];
}

/** Without what stands at the places; of a list the last goes first, or the others would stand elsewhere. */
function without(value: unknown, places: readonly ProblemPath[]): unknown {
  const distinct = new Map(places.map((place) => [JSON.stringify(place), place]));
  const isWithin = (place: ProblemPath) =>
    place.some((_, length) => length > 0 && distinct.has(JSON.stringify(place.slice(0, length))));
  const outermost = [...distinct.values()].filter((place) => !isWithin(place));
  return outermost.sort(laterFirst).reduce((left, place) => setAt(left, place, undefined), value);
}

function laterFirst(a: ProblemPath, b: ProblemPath): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  const [one, other] = [a[at], b[at]];
  return typeof one === 'number' && typeof other === 'number' ? other - one : 0;
}

/** What of the members of a framework has to be there and is not, from a draft in which nothing is written. */
function withWhole(structure: unknown, languages: readonly string[]): unknown {
  const said = valueAt(structure, ['sourceLanguage']);
  const language = typeof said === 'string' && languages.includes(said) ? said : (languages[0] ?? 'en');
  return { ...emptyDraft('framework', language).structure, languages, ...(structure as object) };
}

/**
 * A draft of a framework with faults, to be mended: what is of the wrong kind is left out, with what cannot be without it,
 * and the rest is kept. Null where nothing is left to ask. What was wrong is said by `parseFramework`.
 */
export function readFaultyDraft(input: FrameworkInput): FrameworkDraft | null {
  let faulty: FrameworkInput = input;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const languages = Object.keys(faulty.texts);
    const files = filesForDraft({ ...faulty, structure: withWhole(faulty.structure, languages) });
    const [structure, ...texts] = files.map(({ value, issues }) =>
      without(
        value,
        issues.flatMap((issue) => placesOf(issue, value)),
      ),
    );
    faulty = {
      structure,
      texts: Object.fromEntries(languages.map((language, index) => [language, texts[index] ?? {}])),
    };
    if (files.every(({ issues }) => issues.length === 0)) break;
  }
  const draft = readDraft(faulty);
  return draft.ok && listIndicators(draft.value.structure).length > 0 ? draft.value : null;
}
