import type { Problem } from '../domain/problem.ts';
import { formatPath, listedProblems, wordProblem } from '../i18n/describe-problem.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** What stands for a problem's place inside its file where there is neither line nor path. */
function rootOf(localiser: Localiser, { code, file, line, path }: Problem): string {
  const isWhole = file !== '' && line === undefined && path.length === 0 && !code.startsWith('command.');
  return isWhole ? localiser.t('errors.root') : '';
}

/** `file:line path  message (code)`, without what is not known. */
export function problemLine(localiser: Localiser, found: Problem): string {
  const { file, line, path } = found;
  const lineOnly = file === '' && line !== undefined ? localiser.t('errors.line', { line }) : '';
  const located = file === '' || line === undefined ? file : `${file}:${line}`;
  const place = [located, lineOnly, formatPath(path), rootOf(localiser, found)].filter((part) => part !== '').join(' ');
  const words = `${wordProblem(localiser, found)} (${found.code})`;
  return place === '' ? words : `${place}  ${words}`;
}

/** Problems, each on its line; where they are many, how many more there are. */
export function problemLines(localiser: Localiser, problems: readonly Problem[]): string[] {
  const { listed, more } = listedProblems(problems);
  const lines = listed.map((found) => problemLine(localiser, found));
  return more === 0 ? lines : [...lines, localiser.t('errors.more', { count: more })];
}

/** One message: the problems on their lines, then how many there are and that nothing was changed. */
export function problemMessage(localiser: Localiser, problems: readonly Problem[]): string {
  const lines = problemLines(localiser, problems);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return `${lines.join('\n')}\n`;
  return `${[...lines, localiser.t('errors.summary', { count: errors.length })].join('\n')}\n`;
}
