import type { Problem } from '../../problem.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

/** A sentence longer than this is read twice. Words are counted between spaces, as word processors do. */
const MOST_WORDS = 35;

/** A level's sentence of more than 35 words. */
export function checkRequirementLength(text: WrittenText): Problem[] {
  if (text.role !== 'requirement' && text.role !== 'absence') return [];
  const words = text.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words > MOST_WORDS ? [advise('writing.longRequirement', text, { words, maximum: MOST_WORDS })] : [];
}
