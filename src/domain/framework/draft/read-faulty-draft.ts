import type * as z from 'zod/mini';
import { isRecord } from '../../is-record.ts';
import type { Problem, ProblemPath } from '../../problem.ts';
import { problemsOfIssues } from '../../problem.ts';
import { listIndicators } from '../framework.ts';
import type { FrameworkInput } from '../parse-framework.ts';
import { valueAt } from './at-path.ts';
import { placeOfProblem } from './draft-places.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { emptyDraft, filesForDraft, readDraft } from './framework-draft.ts';
import type { LeftOut } from './left-out.ts';
import { asStood, readingPlaces } from './still-left-out.ts';

/** Deeper nothing of a framework stands: each round mends at least one level of what is wrong. */
const MOST_ROUNDS = 12;

type Issue = z.core.$ZodIssue;
type Read = Omit<LeftOut, 'instead'>;

const pathOf = ({ path }: Issue): ProblemPath => path.map((key) => (typeof key === 'number' ? key : String(key)));

/** A number as it is written without thousands. */
const NUMBER = /^-?\d+(\.\d+|,\d{1,2})?$/;

/** The same said in the kind that is wanted: a number written as text, one thing where a list is. Undefined where it cannot. */
function saidRightly(value: unknown, expected: string): unknown {
  const text = typeof value === 'string' ? value.trim() : null;
  switch (expected) {
    case 'number':
    case 'int':
      return text !== null && NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'array':
      return text || typeof value === 'number' || (isRecord(value) && 'id' in value) ? [value] : undefined;
    default:
      return undefined;
  }
}

/** What has to stand where nothing does, until somebody writes it; undefined where only its holder can do without. */
function standIn(issue: Issue, path: ProblemPath): unknown {
  if (issue.code === 'invalid_value') return issue.values[0];
  if (issue.code !== 'invalid_type') return undefined;
  const holder = path.findLast((key) => typeof key === 'number');
  switch (issue.expected) {
    case 'string':
      // Ids of the same list are told apart when the draft is read.
      return path.at(-1) === 'id' ? String(path.at(-3)).replace(/s$/, '') : '';
    case 'array':
      return [];
    case 'number':
    case 'int':
      return holder ?? 0;
    default:
      return {};
  }
}

/** What stands at a path then; `undefined` leaves it out, with what it is in where that cannot be without it. */
interface Mended {
  readonly path: ProblemPath;
  readonly value: unknown;
  /** It says what it said. */
  readonly isSame: boolean;
}

function mend(issue: Issue, value: unknown): Mended[] {
  const path = pathOf(issue);
  const leaveOut = (at: ProblemPath): Mended => ({ path: at, value: undefined, isSame: false });
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => leaveOut([...path, key]));
  const said = valueAt(value, path);
  if (said === undefined) {
    const instead = standIn(issue, path);
    return [instead === undefined ? leaveOut(path.slice(0, -1)) : { path, value: instead, isSame: false }];
  }
  const right = issue.code === 'invalid_type' ? saidRightly(said, issue.expected) : undefined;
  return [{ path, value: right, isSame: right !== undefined }];
}

const stays = ({ value }: Mended) => value !== undefined;

/** What is to be mended in a value, by the keys that lead to it: all of it is gone through once. */
interface Wrong {
  instead?: Mended;
  readonly inside: Map<string | number, Wrong>;
}

function wrongIn(all: readonly Mended[]): Wrong {
  const whole: Wrong = { inside: new Map() };
  for (const one of all) {
    let at = whole;
    for (const key of one.path) {
      const next: Wrong = at.inside.get(key) ?? { inside: new Map() };
      at.inside.set(key, next);
      at = next;
    }
    at.instead ??= one;
  }
  return whole;
}

/** The value with everything mended that is within nothing that goes. */
function withMended(value: unknown, { instead, inside }: Wrong): unknown {
  if (instead !== undefined) return instead.value;
  if (inside.size === 0) return value;
  if (Array.isArray(value)) {
    return value
      .map((one: unknown, index) => withMended(one, inside.get(index) ?? NOTHING_WRONG))
      .filter((one) => one !== undefined);
  }
  const own = isRecord(value) ? value : {};
  const mended = [...inside].map(([key, wrong]) => [key, withMended(own[key], wrong)] as const);
  return Object.fromEntries(
    Object.entries({ ...own, ...Object.fromEntries(mended) }).filter(([, one]) => one !== undefined),
  );
}

const NOTHING_WRONG: Wrong = { inside: new Map() };

/** What of the members of a framework has to be there and is not, from a draft in which nothing is written. */
function withWhole(structure: unknown, languages: readonly string[]): unknown {
  const said = valueAt(structure, ['sourceLanguage']);
  const language = typeof said === 'string' && languages.includes(said) ? said : (languages[0] ?? 'en');
  const empty = emptyDraft('framework', language).structure;
  const own = isRecord(structure) ? structure : {};
  const method = isRecord(own['method']) ? { ...empty.method, ...own['method'] } : (own['method'] ?? empty.method);
  return { ...empty, languages, ...own, sourceLanguage: language, method };
}

/** The problems of one thing that is left out: one for each member that nobody knows. */
function problemsOf(issue: Issue, file: string, value: unknown): Problem[] {
  const each = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
  return problemsOfIssues(each, file, value).map((found) =>
    issue.code === 'unrecognized_keys' ? { ...found, path: [...found.path, String(found.params['keys'])] } : found,
  );
}

/**
 * A draft of a framework with faults, to be mended: what is said in another kind is read, what cannot be is left out and
 * listed with its place, and the rest is kept. Null where nothing is left to ask. What was wrong is said by `parseFramework`.
 */
export function readFaultyDraft(input: FrameworkInput): FrameworkDraft | null {
  let faulty: FrameworkInput = Object.keys(input.texts).length > 0 ? input : { ...input, texts: { en: {} } };
  const leftOut: Read[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const languages = Object.keys(faulty.texts);
    const files = filesForDraft({ ...faulty, structure: withWhole(faulty.structure, languages) });
    const [structure, ...texts] = files.map(({ file, value, issues }) => {
      const mended = issues.map((issue) => ({ issue, parts: mend(issue, value) }));
      // Nothing goes yet, so that everything stands where the problem says; what had no id has one.
      const named = withMended(value, wrongIn(mended.flatMap(({ parts }) => parts.filter(stays))));
      for (const { issue, parts } of mended) {
        if (parts.every(({ isSame }) => isSame)) continue;
        for (const problem of problemsOf(issue, file, value)) {
          const place = placeOfProblem({ structure: named, texts: {} }, problem);
          leftOut.push({ problem, place, stood: asStood(valueAt(value, problem.path)) });
        }
      }
      return withMended(value, wrongIn(mended.flatMap(({ parts }) => parts)));
    });
    const own = languages.map((language, index): [string, unknown] => [language, texts[index] ?? {}]);
    faulty = { structure, texts: Object.fromEntries(own) };
    if (files.every(({ issues }) => issues.length === 0)) break;
  }
  const read = readDraft(faulty);
  if (!read.ok || listIndicators(read.value.structure).length === 0) return null;
  const draft = read.value;
  return leftOut.length === 0 ? draft : { ...draft, leftOut: onceEach(leftOut, draft) };
}

/** Once for each place, with what the draft says there: what was left out is missing in the next round. */
function onceEach(leftOut: readonly Read[], draft: FrameworkDraft): LeftOut[] {
  const valueAtPlace = readingPlaces(draft);
  const first = new Map([...leftOut].reverse().map((one) => [JSON.stringify(one.place), one]));
  return [...first.values()].reverse().map((one) => ({ ...one, instead: asStood(valueAtPlace(one.place)) }));
}
