import { valueAt } from '../../domain/framework/draft/at-path.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { pathInDraft } from '../../domain/framework/draft/framework-draft.ts';
import type { Problem } from '../../domain/problem.ts';
import { wordProblem } from '../../i18n/describe-problem.ts';
import type { Localiser } from '../../i18n/localiser.ts';

/** Of a part that has no text at all. */
const NO_TEXTS = 'framework.textMissing';
const OF_NO_TEXT = new Set(['schema.missing', 'schema.wrongFormat', NO_TEXTS]);
const OF_ID = /(^|\/)(id|version)$/;

/** The words of a problem for whoever writes in the editor, where nobody sees a file: a text that is not there is not written yet. */
export function wordDraftProblem(localiser: Localiser, draft: FrameworkDraft, problem: Problem): string {
  const { code, file, path } = problem;
  const value = valueAt(draft, pathInDraft(file, path));
  const isUnwritten = value === undefined || value === '' || code === NO_TEXTS;
  if (OF_NO_TEXT.has(code) && file !== 'framework.json' && isUnwritten) {
    return localiser.t('frameworks.problem.unwritten');
  }
  if (code === 'schema.tooSmall' && Array.isArray(value)) return localiser.t('frameworks.problem.nothing');
  if (code === 'schema.wrongFormat' && OF_ID.test(path.join('/'))) {
    return localiser.t(path.at(-1) === 'version' ? 'frameworks.problem.version' : 'frameworks.problem.id');
  }
  return wordProblem(localiser, problem);
}
