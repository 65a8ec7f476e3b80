import type { Problem } from '../../problem.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

/** `et/ou` and its kin: the reader does not learn whether one of the two is enough. */
const AND_OR = /(?<!\p{L})(?:and\s*\/\s*or|or\s*\/\s*and|et\s*\/\s*ou|ou\s*\/\s*et|y\s*\/\s*o|e\s*\/\s*ou)(?!\p{L})/iu;

/** A second finite question joined to the first. */
const SECOND_QUESTION: Readonly<Record<string, RegExp>> = {
  en: /(?:,\s*|\s)(?:and|or)\s+(?:do|does|did|is|are|was|were|has|have|can|may|must|will|how|what|when|where|who|why)\s+(?!not\b)(?:the|a|an|its|it|they|this|these|there|each|any|all|every|many|much|often|does|do|is|are)\b/iu,
  fr: /-(?:t-)?(?:il|elle|ils|elles|on|ce)(?!\p{L}).*?(?<!\p{L})(?:et|ou)\s.*-(?:t-)?(?:il|elle|ils|elles|on|ce)(?!\p{L})/iu,
};

const MARKS = /[?؟？]/g;
const ENDS_WITH_MARK = /[?؟？]\s*$/;

function checkQuestion(text: WrittenText): Problem[] {
  if (!ENDS_WITH_MARK.test(text.text)) return [advise('writing.noQuestionMark', text)];
  const marks = text.text.match(MARKS)?.length ?? 0;
  const joined = SECOND_QUESTION[text.language]?.test(text.text) ?? false;
  return marks > 1 || joined ? [advise('writing.doubleQuestion', text)] : [];
}

/** A question without its mark or asking two things, and `and/or` in what has to be answered or ticked. */
export function checkQuestionForm(text: WrittenText): Problem[] {
  const answered = text.role === 'question' || text.role === 'requirement' || text.role === 'absence';
  return [
    ...(text.role === 'question' ? checkQuestion(text) : []),
    ...(answered && AND_OR.test(text.text) ? [advise('writing.andOr', text)] : []),
  ];
}
