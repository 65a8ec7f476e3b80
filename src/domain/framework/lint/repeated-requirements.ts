import { groupsOf } from '../../groups-of.ts';
import type { Problem } from '../../problem.ts';
import { REQUIREMENT_LETTERS } from '../requirement-address.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { wordsOf } from './phrase-pattern.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

/** Share of common words from which two requirements read as one. Our own instrument stays below 0.57. */
const SAME_FROM = 0.6;

/** Shorter sentences have too few words to compare by share; they are compared as they stand. */
const LEAST_WORDS = 5;

function meaningfulWords({ text, language }: WrittenText): Set<string> {
  const { telling, others } = FUNCTION_WORDS[language] ?? { telling: [], others: [] };
  const leftOut = new Set([...telling, ...others]);
  return new Set(wordsOf(text.toLowerCase()).filter((word) => !leftOut.has(word)));
}

/** Words in both over words in either (Jaccard), 0 to 1. */
function commonShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const either = one.size + other.size - common;
  return either === 0 ? 1 : common / either;
}

const asOneLine = (text: string): string => wordsOf(text.toLowerCase()).join(' ');

function isSame(one: WrittenText, other: WrittenText): boolean {
  if (asOneLine(one.text) === asOneLine(other.text)) return true;
  const [a, b] = [meaningfulWords(one), meaningfulWords(other)];
  return Math.min(a.size, b.size) >= LEAST_WORDS && commonShare(a, b) >= SAME_FROM;
}

/** `emerging/a`: a requirement within its indicator. */
function addressOf({ path }: WrittenText): string {
  const [level, index] = path.slice(-2);
  return `${String(level)}/${REQUIREMENT_LETTERS.charAt(Number(index))}`;
}

/** Requirements of one indicator that say the same or nearly the same: nobody can tell those levels apart. */
export function findRepeatedRequirements(texts: readonly WrittenText[]): Problem[] {
  const requirements = texts.filter(({ role }) => role === 'requirement');
  return [...groupsOf(requirements, ({ indicator }) => String(indicator)).values()].flatMap((own) =>
    own.flatMap((text, index) => {
      const earlier = own.slice(0, index).find((other) => isSame(text, other));
      return earlier === undefined ? [] : [advise('writing.repeatedRequirement', text, { first: addressOf(earlier) })];
    }),
  );
}

const ROLES_OF_ONE_INDICATOR = new Set(['title', 'question', 'why']);

/**
 * The same title, question or reason in two indicators: most often a copy that was never rewritten. Requirements may
 * repeat between indicators, since ladders climb alike.
 */
export function findDuplicateTexts(texts: readonly WrittenText[]): Problem[] {
  const own = texts.filter(({ role }) => ROLES_OF_ONE_INDICATOR.has(role));
  return [...groupsOf(own, ({ role, text }) => `${role} ${asOneLine(text)}`).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ indicator }) => indicator !== first?.indicator)
      .map((text) => advise('writing.duplicateText', text, { first: String(first?.indicator) })),
  );
}
