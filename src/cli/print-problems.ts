import type { Problem } from '../domain/problem.ts';
import { formatPath, wordProblem } from '../i18n/describe-problem.ts';
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

/** One message: every problem on its line, then how many there are and that nothing was changed. */
export function problemMessage(localiser: Localiser, problems: readonly Problem[]): string {
  const lines = problems.map((found) => problemLine(localiser, found));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return `${lines.join('\n')}\n`;
  return `${[...lines, localiser.t('errors.summary', { count: errors.length })].join('\n')}\n`;
}
