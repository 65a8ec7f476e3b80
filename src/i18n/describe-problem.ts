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

/** Parameters that name a thing of the format, and where their words are. */
const WORDED: Readonly<Record<string, string>> = { what: 'what', expected: 'type' };

function wordParameters(localiser: Localiser, params: MessageParameters): MessageParameters {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const kind = WORDED[name];
      if (kind !== undefined) return [name, localiser.find(`errors.${kind}.${String(value)}`) ?? value];
      if (name === 'language') return [name, nameLanguage(localiser, String(value))];
      // Any of them may be the name of a file.
      return [name, typeof value === 'string' ? fileNameRuns(value) : value];
    }),
  );
}

/** The name of a language; what is no code of one stays as it was written. */
function nameLanguage({ language }: Localiser, code: string): string {
  try {
    return new Intl.DisplayNames(language.locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Of a path, in characters. */
const MAXIMUM_PATH = 300;

/** Where a problem is inside its file: `domains[0].indicators[2].scale`; '' for the whole file. */
export function formatPath(path: DescribedProblem['path']): string {
  const whole = path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
  // Keys are as long as whoever wrote the file likes, and a page of them helps nobody.
  return whole.length > MAXIMUM_PATH ? `${whole.slice(0, MAXIMUM_PATH)}…` : whole;
}

/** More than anybody reads, and what a screen can draw. */
const MAXIMUM_LISTED = 50;

/** The problems to list one by one, errors first where they are too many, and how many there are beside them. */
export function listedProblems<Found extends { readonly severity?: string }>(
  found: readonly Found[],
): { readonly listed: readonly Found[]; readonly more: number } {
  if (found.length <= MAXIMUM_LISTED) return { listed: found, more: 0 };
  const rankOf = ({ severity }: Found) => Number(severity === 'advice');
  const ordered = [...found].sort((one, other) => rankOf(one) - rankOf(other));
  return { listed: ordered.slice(0, MAXIMUM_LISTED), more: found.length - MAXIMUM_LISTED };
}

/** The words of a problem: what is wrong and what would be right. A code without words shows itself. */
export function wordProblem(localiser: Localiser, problem: Pick<DescribedProblem, 'code' | 'params'>): string {
  return localiser.find(`errors.${problem.code}`, wordParameters(localiser, problem.params)) ?? problem.code;
}

/** One line for a list on screen: where, then the words. */
export function describeProblem(localiser: Localiser, problem: DescribedProblem): string {
  const { file, line, path } = problem;
  const inside = line === undefined ? formatPath(path) : localiser.t('errors.line', { line });
  const place = [file, inside].filter((part) => part !== '');
  const words = wordProblem(localiser, problem);
  return place.length === 0 ? words : localiser.t('errors.placed', { place: place.join(', '), words });
}
