import {
  ANSWER_COLUMNS,
  ENDORSEMENT_FIELDS,
  EVIDENCE_COLUMNS,
  REQUIREMENT_COLUMNS,
  REQUIREMENT_STATES,
} from '../../domain/workbook/answer-workbook.ts';
import type { AnswerWorkbook } from '../../domain/workbook/make-answer-workbook.ts';
import { KEY_ROWS_BEFORE_WORDS } from '../../domain/workbook/workbook-key.ts';
import type { Framework, Indicator } from '../../domain/framework/framework.ts';
import { scaleOf, textsIn } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { frameworkWords } from '../../words/framework-words.ts';

/** The words of one workbook, and where in its key they stand. */
export interface WorkbookVocabulary {
  readonly words: readonly (readonly [name: string, word: string])[];
  /** `1 Nascent`; a symbol that is the name itself stands once. */
  readonly level: (scaleId: string, levelId: string) => string;
  /** First and last row, from 1, of the words that belong to a list. */
  readonly rowsOf: (list: string) => { readonly from: number; readonly to: number };
  /** The list of answers that an indicator can have. */
  readonly answersOf: (indicator: Indicator) => string;
  readonly word: (name: string) => string;
}

function mayNotApply({ structure }: Framework, indicator: Indicator): boolean {
  return (indicator.method?.notApplicable ?? structure.method.notApplicable) !== 'forbid';
}

/** Words in one language, in the order in which lists offer them. docs/file-formats.md section 11. */
export function workbookVocabulary(
  { indicators, drafts }: Pick<AnswerWorkbook, 'indicators' | 'drafts'>,
  framework: Framework,
  localiser: Localiser,
): WorkbookVocabulary {
  const { t } = localiser;
  const { level } = frameworkWords(framework, textsIn(framework, localiser.language.code), localiser);
  const lists: { list: string; words: (readonly [string, string])[] }[] = [];
  const listOf = (indicator: Indicator) => {
    const options = [mayNotApply(framework, indicator) ? 'n' : '', drafts.has(indicator.id) ? 'v' : ''];
    return `answer.${indicator.scale}.${options.join('')}`;
  };
  for (const indicator of indicators) {
    const list = listOf(indicator);
    if (lists.some((one) => one.list === list)) continue;
    const name = (what: string) => `answer.${indicator.scale}.${what}`;
    lists.push({
      list,
      words: [
        ...scaleOf(framework, indicator).levels.map(
          ({ id }) => [name(`level:${id}`), level(indicator.scale, id)] as const,
        ),
        [name('unknown'), t('assess.unknown')],
        ...(mayNotApply(framework, indicator)
          ? [[name('not-applicable'), t('institutions.workbook.notApplicable')] as const]
          : []),
        [name('not-ours'), t('institutions.notOurs')],
        ...(drafts.has(indicator.id) ? [[name('no-view'), t('institutions.noView')] as const] : []),
      ],
    });
  }
  const of = (list: string, ids: readonly string[], word: (id: string) => string) =>
    lists.push({ list, words: ids.map((id) => [`${list}.${id}`, word(id)] as const) });
  of('confidence', ['high', 'medium', 'low'], (id) => t(`beside.confidence.${id as 'high'}`));
  of('met', REQUIREMENT_STATES, (id) => t(`institutions.workbook.met.${id as 'yes'}`));
  of('access', ['public', 'internal', 'restricted'], (id) => t(`beside.evidenceAccess.${id as 'public'}`));
  of('state', ['prepared', 'endorsed'], (id) => t(`institutions.state.${id as 'prepared'}`));
  of('answers', ANSWER_COLUMNS, (id) => t(`institutions.workbook.answers.${id as 'code'}`));
  of('requirements', REQUIREMENT_COLUMNS, (id) => t(`institutions.workbook.requirements.${id as 'code'}`));
  of('evidence', EVIDENCE_COLUMNS, (id) => t(`institutions.workbook.evidence.${id as 'title'}`));
  of('endorsement', ENDORSEMENT_FIELDS, (id) => t(`institutions.workbook.endorsement.${id as 'state'}`));

  const words = lists.flatMap((one) => one.words);
  return {
    words,
    level,
    rowsOf(list) {
      const index = lists.findIndex((one) => one.list === list);
      const before = lists.slice(0, index).reduce((sum, one) => sum + one.words.length, 0);
      const from = KEY_ROWS_BEFORE_WORDS + before + 1;
      return { from, to: from + (lists[index]?.words.length ?? 1) - 1 };
    },
    answersOf: listOf,
    word: (name) => words.find(([one]) => one === name)?.[1] ?? name,
  };
}
