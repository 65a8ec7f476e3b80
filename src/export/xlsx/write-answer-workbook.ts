import type { AssessmentState } from '../../domain/registers/assessment-state.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { textsIn } from '../../domain/framework/framework.ts';
import type { AnswerWorkbook } from '../../domain/workbook/make-answer-workbook.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { institutionName } from '../../words/institution-words.ts';
import type { WorkbookSetting } from './answer-workbook-sheets.ts';
import {
  answerSheet,
  evidenceSheet,
  instructionSheet,
  keySheet,
  requirementSheet,
  termSheet,
} from './answer-workbook-sheets.ts';
import { workbookVocabulary } from './answer-workbook-words.ts';
import { writeFormSheets } from './write-form-sheets.ts';

/**
 * A pack as an Excel workbook in one language: instructions, answers with lists to choose from beside the words of the
 * levels, requirements, documents, and a hidden sheet with the key by which it is read again in any language. The code
 * of assessment, institution and framework stands on every sheet. docs/file-formats.md section 11.
 */
export function writeAnswerWorkbook(
  workbook: AnswerWorkbook,
  state: AssessmentState,
  framework: Framework,
  localiser: Localiser,
): Promise<Uint8Array> {
  const texts = textsIn(framework, localiser.language.code);
  const vocabulary = workbookVocabulary(workbook, framework, localiser);
  const setting: WorkbookSetting = {
    workbook,
    framework,
    texts,
    state,
    localiser,
    vocabulary,
    nameOf: (id) => localiser.text(institutionName(state.institutions.get(id) ?? { id }, texts, localiser)),
  };
  const sheets =
    workbook.origin.mode === 'comment'
      ? [instructionSheet(setting), answerSheet(setting), ...termSheet(setting), keySheet(setting)]
      : [
          instructionSheet(setting),
          answerSheet(setting),
          requirementSheet(setting),
          evidenceSheet(setting),
          ...termSheet(setting),
          keySheet(setting),
        ];
  const head = [setting.nameOf(workbook.origin.institution), state.round.country, state.round.title];
  return writeFormSheets(sheets, {
    rightToLeft: localiser.language.direction === 'rtl',
    head: head.filter((part) => part !== undefined && part !== '').join(' · '),
  });
}
