import type * as z from 'zod/mini';
import type { Problem, Result } from '../problem.ts';
import { problem, problemsOfIssues } from '../problem.ts';
import { checkRequirements } from './check-requirements.ts';
import { checkStructure } from './check-structure.ts';
import { checkTexts } from './check-texts.ts';
import type { FrameworkStructure, FrameworkTexts } from './framework-schema.ts';
import { FRAMEWORK_FORMAT_VERSION, frameworkStructureSchema, frameworkTextsSchema } from './framework-schema.ts';
import type { Framework } from './framework.ts';
import { listNewMembers } from './format-2-members.ts';
import { frameworkOf } from './framework.ts';
import { hashFramework } from './hash-framework.ts';

/** A framework as it comes from files: framework.json and one value a language, nothing of it trusted. */
export interface FrameworkInput {
  readonly structure: unknown;
  readonly texts: Readonly<Record<string, unknown>>;
}

/** What zod says of a value that is of the right kind and is not finished: too few, empty, not of the right form. */
export const UNFINISHED: ReadonlySet<string> = new Set(['too_small', 'too_big', 'invalid_format', 'invalid_key']);

/** Texts that may be missing while the rest is checked all the same: no check looks into them. */
const TO_BE_WRITTEN: ReadonlySet<unknown> = new Set(['title', 'question']);

const MEASURED: ReadonlySet<string> = new Set(['too_small', 'too_big', 'invalid_format']);

/** A length is measured of a text, too, where a list is wanted: what is of the wrong kind is said once. */
function saidOnce(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const wrong = new Set(issues.flatMap(({ code, path }) => (code === 'invalid_type' ? [JSON.stringify(path)] : [])));
  return issues.filter(({ code, path }) => !MEASURED.has(code) || !wrong.has(JSON.stringify(path)));
}

interface ParsedTexts {
  /** Of the languages that can be checked: all that is wrong with their shape is that something is not finished. */
  readonly texts: Record<string, FrameworkTexts>;
  readonly problems: Problem[];
}

function parseTexts(input: FrameworkInput): ParsedTexts {
  const [texts, problems]: [Record<string, FrameworkTexts>, Problem[]] = [{}, []];
  for (const [language, value] of Object.entries(input.texts)) {
    const parsed = frameworkTextsSchema.safeParse(value);
    if (parsed.success) {
      texts[language] = parsed.data;
      continue;
    }
    const issues = saidOnce(parsed.error.issues);
    const found = problemsOfIssues(issues, `${language}.json`, value);
    problems.push(...found);
    const isToBeWritten = ({ code, path }: Problem) => code === 'schema.missing' && TO_BE_WRITTEN.has(path.at(-1));
    const isOfShape = issues.every(
      (issue, index) =>
        // What a list has too many of is not wanted of the other languages.
        (UNFINISHED.has(issue.code) && !(issue.code === 'too_big' && issue.origin === 'array')) ||
        (found[index] !== undefined && isToBeWritten(found[index])),
    );
    if (isOfShape) texts[language] = value as FrameworkTexts;
  }
  return { texts, problems };
}

function checkLanguages(structure: FrameworkStructure, given: readonly string[]): Problem[] {
  const missing = structure.languages.filter((language) => !given.includes(language));
  const unlisted = given.filter((language) => !structure.languages.includes(language));
  return [
    ...missing.map((language) => problem('framework.languageMissing', `${language}.json`, [], { language })),
    ...unlisted.map((language) => problem('framework.languageNotListed', `${language}.json`, [], { language })),
  ];
}

function isNewer(structure: unknown): structure is { formatVersion: number } {
  if (structure === null || typeof structure !== 'object' || !('formatVersion' in structure)) return false;
  return typeof structure.formatVersion === 'number' && structure.formatVersion > FRAMEWORK_FORMAT_VERSION;
}

/**
 * The structure as it is written: in format version 1 unless a member is new. A version 1 that has one is refused, since
 * older programs would refuse it; a version 2 without any is read as 1.
 */
function withNeededFormat(
  structure: FrameworkStructure,
  texts: Readonly<Record<string, FrameworkTexts>>,
  problems: Problem[],
): FrameworkStructure {
  const members = listNewMembers(structure, texts);
  if (structure.formatVersion === 1) {
    const needed = members.map(({ member, file, path }) => problem('framework.needsFormat2', file, path, { member }));
    problems.push(...needed);
    return structure;
  }
  if (members.length > 0) return structure;
  problems.push(problem('framework.format1Suffices', 'framework.json', ['formatVersion'], {}, 'advice'));
  return { ...structure, formatVersion: 1 };
}

/** Without what is said of places, or of what is in them, of which something is said already. */
function withoutSaid(problems: readonly Problem[], said: readonly Problem[]): Problem[] {
  const places = new Set(said.map(({ file, path }) => JSON.stringify([file, ...path])));
  return problems.filter(
    ({ file, path }) => !path.some((_, index) => places.has(JSON.stringify([file, ...path.slice(0, index + 1)]))),
  );
}

/**
 * Parses and cross-checks a framework: every problem at once, each with a stable code, file and path; advice comes
 * along with the value. Codes: `framework.*` and `schema.*` (docs/framework-authors.md lists them).
 */
export function parseFramework(input: FrameworkInput): Result<Framework> {
  if (isNewer(input.structure)) {
    const version = input.structure.formatVersion;
    return {
      ok: false,
      problems: [problem('framework.newerFormat', 'framework.json', ['formatVersion'], { version })],
    };
  }
  const { texts, problems: ofTexts } = parseTexts(input);
  const parsed = frameworkStructureSchema.safeParse(input.structure);
  const ofShape = parsed.success
    ? []
    : problemsOfIssues(saidOnce(parsed.error.issues), 'framework.json', input.structure);
  if (!parsed.success && !parsed.error.issues.every(({ code }) => UNFINISHED.has(code))) {
    return { ok: false, problems: [...ofShape, ...ofTexts] };
  }
  const problems: Problem[] = [];
  const structure = withNeededFormat(parsed.data ?? (input.structure as FrameworkStructure), texts, problems);
  const source = texts[structure.sourceLanguage];
  problems.push(
    ...checkStructure(structure),
    ...checkRequirements(structure, source),
    ...checkLanguages(structure, Object.keys(input.texts)),
  );
  for (const [language, own] of Object.entries(texts)) problems.push(...checkTexts(language, structure, own, source));
  const said = [...ofShape, ...ofTexts];
  if (said.length > 0) return { ok: false, problems: [...said, ...withoutSaid(problems, said)] };
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  return { ok: true, advice: problems, value: frameworkOf(structure, texts, hashFramework(structure, texts)) };
}

/** A problem of a framework at its place in the single-file form: texts of a language stand under `texts`. */
export function inSingleFile(found: Problem, file: string): Problem {
  const language = /^(.*)\.json$/.exec(found.file)?.[1] ?? '';
  const inTexts = found.file !== 'framework.json' && language !== '';
  return { ...found, file, path: inTexts ? ['texts', language, ...found.path] : found.path };
}

/** The same for the single-file form: paths of texts are renamed to where they stand in that file. */
export function parseSingleFileFramework(input: unknown, file = 'framework.json'): Result<Framework> {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    return { ok: false, problems: [problem('schema.wrongType', file, [], { expected: 'object' })] };
  }
  const { texts, ...structure } = input as Record<string, unknown>;
  const relocate = (found: Problem): Problem => inSingleFile(found, file);
  if (texts === null || typeof texts !== 'object' || Array.isArray(texts)) {
    const code = texts === undefined ? 'schema.missing' : 'schema.wrongType';
    const own = problem(code, file, ['texts'], { expected: 'object' });
    const result = parseFramework({ structure, texts: {} });
    const others = result.ok ? [] : result.problems.filter((found) => found.code !== 'framework.languageMissing');
    return { ok: false, problems: [own, ...others.map(relocate)] };
  }
  const result = parseFramework({ structure, texts: texts as Record<string, unknown> });
  return result.ok
    ? { ...result, advice: result.advice.map(relocate) }
    : { ok: false, problems: result.problems.map(relocate) };
}
