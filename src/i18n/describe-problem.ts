import { fileNameRuns } from './file-name-runs.ts';
import type { Localiser } from './localiser.ts';
import type { MessageParameters } from './message-key.ts';

/** A problem as the core reports it: a code with parameters and where it is. */
export interface DescribedProblem {
  readonly code: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
  /** From 1. */
  readonly line?: number;
  readonly params: Readonly<Record<string, string | number>>;
  /** `advice` comes after what is wrong; absent, it is wrong. */
  readonly severity?: string;
}

/** Parameters that name a thing of the format, and the keys of their words. */
const WORDED = { what: 'errors.what', expected: 'errors.type' } as const;

/** Parameters that may be the name of a file. */
const NAMES = ['name', 'file'] as const;

function wordParameters(localiser: Localiser, params: MessageParameters): MessageParameters {
  const worded = Object.entries(WORDED).flatMap(([name, prefix]) => {
    const word = params[name] === undefined ? undefined : localiser.find(`${prefix}.${String(params[name])}`);
    return word === undefined ? [] : [[name, word] as const];
  });
  const named = NAMES.flatMap((name) => {
    const written = params[name];
    return typeof written === 'string' ? [[name, fileNameRuns(written)] as const] : [];
  });
  return { ...params, ...Object.fromEntries([...named, ...worded]) };
}

/** Where a problem is inside its file: `domains[0].indicators[2].scale`; '' for the whole file. */
export function formatPath(path: DescribedProblem['path']): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** More than anybody reads, and what a screen can draw. */
const MAXIMUM_LISTED = 50;

/** The problems to list one by one, errors first where they are too many, and how many there are beside them. */
export function listedProblems<Found extends { readonly severity?: string }>(
  found: readonly Found[],
): { readonly listed: readonly Found[]; readonly more: number } {
  if (found.length <= MAXIMUM_LISTED) return { listed: found, more: 0 };
  const isAdvice = ({ severity }: Found) => severity === 'advice';
  const ordered = [...found.filter((one) => !isAdvice(one)), ...found.filter(isAdvice)];
  return { listed: ordered.slice(0, MAXIMUM_LISTED), more: found.length - MAXIMUM_LISTED };
}

/** The words of a problem: what is wrong and what would be right. A code without words shows itself. */
export function wordProblem(localiser: Localiser, problem: Pick<DescribedProblem, 'code' | 'params'>): string {
  return localiser.find(`errors.${problem.code}`, wordParameters(localiser, problem.params)) ?? problem.code;
}

/** One line for a list on screen: where, then the words. */
export function describeProblem(localiser: Localiser, problem: DescribedProblem): string {
  const { file, line, path } = problem;
  const place = [
    file,
    line === undefined ? '' : localiser.t('errors.line', { line }),
    line === undefined ? formatPath(path) : '',
  ].filter((part) => part !== '');
  const words = wordProblem(localiser, problem);
  return place.length === 0 ? words : localiser.t('errors.placed', { place: place.join(', '), words });
}
