import type { Problem } from '../../problem.ts';
import { advise } from './writing-code.ts';
import type { WrittenText } from './written-text.ts';

const atStart = (...sources: string[]): RegExp => new RegExp(`^${sources.join('')}(?![\\p{L}\\p{N}])`, 'iu');

const SHARE = String.raw`(?:\s*\([^)]*\))?\s+`;

/** A word that stands for a noun said elsewhere, alone or after a preposition or a quantity. */
const LEANS: Readonly<Record<string, RegExp>> = {
  en: atStart(
    String.raw`(?:(?:all|each|every one|most|some|none|both|one|a majority|at least \w+)${SHARE}of\s+)?`,
    String.raw`(?:(?:under|in|on|for|of|with|by|at|to|from|after|before|through|within)\s+)?`,
    '(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|these|those|such)',
  ),
  fr: atStart(
    String.raw`(?:(?:tous|toutes|chacune?|la plupart|certaine?s|aucune?|une?|la majorité|au moins \w+)${SHARE}(?:de\s+|d['’])?)?`,
    String.raw`(?:(?:sous|dans|sur|pour|de|avec|par|à|selon|après|avant|lors de|d['’])\s*)?`,
    '(?:ils?|elles?|lui|eux|ce|cet|cette|ces|cela|cel(?:ui|le)s?(?:-ci|-là)?|ceux(?:-ci|-là)?|son|sa|ses|leurs?|y|tel(?:le)?s?)',
  ),
  es: atStart(
    String.raw`(?:(?:todos|todas|cada un[oa]|la mayor parte|algun[oa]s|ningun[oa]|la mayoría|al menos \w+)${SHARE}de\s+)?`,
    String.raw`(?:(?:bajo|en|sobre|para|de|con|por|a|según|tras|antes de|durante)\s+)?`,
    '(?:ello|ell[oa]s?|él|est[oae]|est[oa]s|es[oae]|es[oa]s|aquell[oa]s?|aquel|dich[oa]s?|su|sus)',
  ),
  ar: atStart('(?:هو|هي|هم|هذا|هذه|ذلك|تلك|هؤلاء)'),
};

/** The same words where the noun follows, or where there is none: "those who", "it is known how", « il existe ». */
const STANDS: Readonly<Record<string, RegExp>> = {
  en: atStart(
    String.raw`(?:those\s+(?:who|whose|whom|which|that)|it\s+is\s+\p{L}+\s+(?:that|how|whether|what|who|which))`,
  ),
  es: atStart(String.raw`(?:.{0,20}?(?:aquell[oa]s?|es[oa]s?)\s+(?:que|cuy[oa]s?))`),
  fr: atStart(
    String.raw`(?:.{0,20}?(?:celui|celles?|ceux|ce)\s+(?:qui|que|dont|où|qu['’]\p{L}+)`,
    String.raw`|il\s+(?:existe|(?:n['’])?y\s+a|n['’]existe|faut|suffit|est\s+\p{L}+\s+(?:que|de|qu['’]\p{L}+|d['’]\p{L}+)))`,
  ),
};

/** A sentence of a level that begins with a pronoun: ticked, printed or quoted alone, nobody knows what it speaks of. */
export function checkStandingAlone(text: WrittenText): Problem[] {
  if (text.role !== 'requirement' && text.role !== 'absence') return [];
  const found = LEANS[text.language]?.exec(text.text)?.[0];
  if (found === undefined || STANDS[text.language]?.test(text.text) === true) return [];
  return [advise('writing.leansOnAnother', text, { word: found })];
}
