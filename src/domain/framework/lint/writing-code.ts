import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { WrittenText } from './written-text.ts';

/** Every rule of good writing by its stable code (docs/framework-authors.md says what each means and how to mend it). */
export const WRITING_CODES = [
  'writing.repeatedRequirement',
  'writing.duplicateText',
  'writing.noQuestionMark',
  'writing.doubleQuestion',
  'writing.andOr',
  'writing.longRequirement',
  'writing.leansOnAnother',
  'writing.avoidedWord',
  'writing.vagueWord',
  'writing.fewEvidence',
  'writing.missingWhy',
  'writing.missingAdvance',
  'writing.uncoveredSubCategory',
  'writing.missingTarget',
  'writing.basisWithoutArticle',
  'writing.termNotNamed',
  'writing.placeholder',
  'writing.untranslated',
  'writing.missingTranslation',
  'writing.missingInSource',
  'writing.evidenceCount',
  'writing.otherLanguage',
  'writing.frenchAccent',
  'writing.frenchSpacing',
  'writing.frenchQuotes',
  'writing.typesetCharacter',
  'writing.complianceClaim',
  'writing.ownershipClaim',
  'writing.uselessSilence',
] as const;

export type WritingCode = (typeof WRITING_CODES)[number];

/** Advice about one text, at its place. */
export function advise(
  code: WritingCode,
  { file, path }: Pick<WrittenText, 'file' | 'path'>,
  params: Problem['params'] = {},
): Problem {
  return problem(code, file, path, params, 'advice');
}
