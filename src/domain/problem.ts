import type * as z from 'zod/mini';
import { MAXIMUM_REPEATED_LENGTH } from './limits.ts';

/** Where in a file a problem is: keys and zero-based positions from the root. */
export type ProblemPath = readonly (string | number)[];

/** One thing that is wrong with an input: a stable dotted code, where, and parameters for the words that i18n finds. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'advice';
  /** File name inside the input ('framework.json', 'fr.json', 'journal.ndjson'), or '' where there is only one. */
  readonly file: string;
  readonly path: ProblemPath;
  /** 1-based line, where the text is at hand. */
  readonly line?: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What every parser at an edge returns: callers must branch. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value; readonly advice: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Foreign text is repeated as far as it helps to find it. */
function repeated(text: string): string {
  return text.length <= MAXIMUM_REPEATED_LENGTH ? text : `${text.slice(0, MAXIMUM_REPEATED_LENGTH)}…`;
}

function repeatedParams(params: Problem['params']): Problem['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? repeated(value) : value]),
  );
}

/** A problem of severity `error`. Text of the input is cut in its parameters after `MAXIMUM_REPEATED_LENGTH`. */
export function problem(
  code: string,
  file: string,
  path: ProblemPath,
  params: Problem['params'] = {},
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, file: repeated(file), path, params: repeatedParams(params) };
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue): { code: string; params: Record<string, string | number> } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { code: 'schema.missing', params: { expected: issue.expected } }
        : { code: 'schema.wrongType', params: { expected: issue.expected } };
    case 'unrecognized_keys':
      return { code: 'schema.unknownKeys', params: { keys: issue.keys.join(', ') } };
    case 'invalid_value':
      return { code: 'schema.notAllowed', params: { allowed: issue.values.map(String).join(', ') } };
    case 'too_small':
      if (issue.inclusive === false) return { code: 'schema.notAbove', params: { minimum: Number(issue.minimum) } };
      return { code: 'schema.tooSmall', params: { minimum: Number(issue.minimum), of: issue.origin } };
    case 'too_big':
      return { code: 'schema.tooBig', params: { maximum: Number(issue.maximum), of: issue.origin } };
    case 'invalid_format':
      return { code: 'schema.wrongFormat', params: { pattern: issue.pattern ?? issue.format } };
    default:
      return { code: 'schema.invalid', params: { kind: issue.code } };
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Turns every zod issue into a problem with the same path; a key that is absent is called missing. */
export function problemsOfIssues(issues: readonly Issue[], file: string, input: unknown): Problem[] {
  return issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const absent = issue.code !== 'unrecognized_keys' && valueAt(input, issue.path) === undefined;
    const { code, params } = describeIssue(issue);
    return absent && code.startsWith('schema.')
      ? problem('schema.missing', file, path, { expected: String(params['expected'] ?? params['allowed'] ?? '') })
      : problem(code, file, path, params);
  });
}
