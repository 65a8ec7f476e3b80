import type { Problem } from '../../problem.ts';
import type { CrosswalkCodes } from '../check-links.ts';
import { checkLinks } from '../check-links.ts';
import type { Crosswalk } from '../crosswalk-schema.ts';
import type { Framework } from '../framework.ts';
import { checkAvoidedWords } from './avoided-words.ts';
import { findBasesWithoutArticle } from './basis-articles.ts';
import { checkClaims } from './claims.ts';
import { checkCompleteness } from './completeness.ts';
import { checkFrenchWriting, checkTypesetCharacters } from './french-writing.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkQuestionForm } from './question-form.ts';
import { findDuplicateTexts, findRepeatedRequirements } from './repeated-requirements.ts';
import { checkRequirementLength } from './requirement-length.ts';
import { applySilence } from './silence.ts';
import { checkStandingAlone } from './standing-alone.ts';
import { findMissingTargets, findUncoveredSubCategories } from './sub-categories.ts';
import { checkOtherLanguage, compareWithSource, findUntranslated } from './translation.ts';
import { findUnnamedTerms } from './unnamed-terms.ts';
import { checkVagueWords } from './vague-words.ts';
import type { WrittenText } from './written-text.ts';
import { listCrosswalkTexts, listWrittenTexts } from './written-text.ts';

const RULES_OF_ONE_TEXT: readonly ((text: WrittenText) => Problem[])[] = [
  checkQuestionForm,
  checkRequirementLength,
  checkStandingAlone,
  checkVagueWords,
  checkAvoidedWords,
  checkPlaceholders,
  checkOtherLanguage,
  checkFrenchWriting,
  checkTypesetCharacters,
];

const NEED_CROSSWALKS = new Set(['writing.uncoveredSubCategory', 'writing.missingTarget']);

/** What the rules of a single text say of it: they look at its words, its language and its role alone. */
export function lintText(text: WrittenText): Problem[] {
  return [...RULES_OF_ONE_TEXT.flatMap((rule) => rule(text)), ...checkClaims(text)];
}

/** The same, remembered: for whoever checks again and again what changes little. */
export function rememberingLint(): typeof lintText {
  const known = new Map<string, readonly Problem[]>();
  return (text) => {
    const { language, role, file, path } = text;
    const key = `${language}\n${role}\n${text.text}`;
    const found = known.get(key) ?? lintText(text);
    known.set(key, found);
    return found.map((one) => ({ ...one, file, path }));
  };
}

/**
 * What a program can say about how a parsed framework is written: advice with codes `writing.*`, and with crosswalks at
 * hand the errors `framework.unknownCrosswalk` and `framework.unknownCode`. `advice` is what parsing advised, so that it
 * can be silenced too and comes back with the rest. Source of the rules: docs/framework-authors.md.
 */
export function lintFramework(
  framework: Framework,
  crosswalks?: CrosswalkCodes,
  advice: readonly Problem[] = [],
  ofText = lintText,
): Problem[] {
  const { sourceLanguage, silenced = [] } = framework.structure;
  const translations = Object.keys(framework.texts).filter((language) => language !== sourceLanguage);
  const source = listWrittenTexts(framework, sourceLanguage);
  const others = translations.map((language) => listWrittenTexts(framework, language));
  const problems = [
    ...advice,
    ...(crosswalks === undefined
      ? []
      : [
          ...checkLinks(framework.structure, crosswalks),
          ...findUncoveredSubCategories(framework, crosswalks),
          ...findMissingTargets(framework, crosswalks),
        ]),
    ...findBasesWithoutArticle(framework),
    ...checkCompleteness(framework),
    ...[source, ...others].flatMap((texts) => [
      ...findRepeatedRequirements(texts),
      ...findDuplicateTexts(texts),
      ...texts.flatMap((text) => ofText(text)),
    ]),
    ...others.flatMap((own, index) => compareWithSource(source, own, `${translations[index] ?? ''}.json`)),
    ...[sourceLanguage, ...translations].flatMap((language, index) =>
      findUnnamedTerms(framework, [source, ...others][index] ?? [], language),
    ),
    ...findUntranslated([source, ...others]),
  ];
  return applySilence(problems, silenced, crosswalks === undefined ? NEED_CROSSWALKS : new Set());
}

/** The same for a crosswalk, as far as the rules apply; official titles are left as they are. */
export function lintCrosswalk(crosswalk: Crosswalk, file: string): Problem[] {
  return listCrosswalkTexts(crosswalk, file).flatMap((text) => [
    ...checkAvoidedWords(text),
    ...checkPlaceholders(text),
    ...checkOtherLanguage(text),
    ...checkFrenchWriting(text),
    ...checkTypesetCharacters(text),
    ...checkClaims(text, true),
  ]);
}
