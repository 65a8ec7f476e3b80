import { fileNameRuns } from './file-name-runs.ts';
import type { DescribedProblem } from './describe-problem.ts';
import { formatPath, wordProblem } from './describe-problem.ts';
import type { Localiser } from './localiser.ts';

/** Parameters that hold what somebody wrote in a file. */
const WRITTEN = ['shown', 'value', 'written', 'answer', 'indicator', 'cell', 'address'] as const;
/** A word of ours in the place of what was written. */
const NOTHING = 'none';

/** What was written keeps its own direction: `#NAME?` and `=A1` would else be turned round in words from right to left. */
function isolated(text: string, { language }: Localiser): string {
  return language.direction === 'rtl' && text !== NOTHING ? `\u2068${text}\u2069` : text;
}

/** As `describeProblem` of what stands in a file that was filled in elsewhere: its sheet, its line, then the words. */
export function describeInFile(localiser: Localiser, problem: DescribedProblem): string {
  const { file, line, path, params } = problem;
  const texts = WRITTEN.flatMap((name) => {
    const text = params[name];
    return typeof text === 'string' ? [[name, isolated(text, localiser)] as const] : [];
  });
  const words = wordProblem(localiser, { ...problem, params: { ...params, ...Object.fromEntries(texts) } });
  // Programs write JSON on one line, which says nothing.
  const where = line === undefined || file.endsWith('.json') ? formatPath(path) : '';
  const inside = localiser.row(
    [
      line === undefined ? '' : localiser.t('errors.line', { line }),
      where === '' ? '' : isolated(where, localiser),
    ].filter((part) => part !== ''),
  );
  const named = file === '' ? '' : isolated(fileNameRuns(file), localiser);
  // A part of a file that the words name is not named before them, too.
  if (inside === '' && (named === '' || params['part'] === file)) return words;
  const place = named === '' || inside === '' ? named + inside : localiser.t('errors.inFile', { file: named, inside });
  return localiser.t('errors.placed', { place, words });
}
