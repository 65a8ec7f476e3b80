import { listIndicators } from '../framework.ts';
import { REQUIREMENT_LETTERS } from '../requirement-address.ts';
import { setAt } from './at-path.ts';
import { pathOfNode } from './draft-nodes.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { inEachLanguage } from './framework-draft.ts';

/** As many sentences as a level may have. */
export const MOST_REQUIREMENTS = REQUIREMENT_LETTERS.length;

/** A level of an indicator. */
export interface LevelOfIndicator {
  readonly indicator: string;
  readonly level: string;
}

const sentencesIn = (draft: FrameworkDraft, language: string, { indicator, level }: LevelOfIndicator) =>
  draft.texts[language]?.indicators[indicator]?.levels[level] ?? [];

/** How many sentences a level has, in the language that has most of them. */
export function countSentences(draft: FrameworkDraft, at: LevelOfIndicator): number {
  return Math.max(0, ...Object.keys(draft.texts).map((language) => sentencesIn(draft, language, at).length));
}

/**
 * The sentences of a level in another order, in every language: positions of before, null for a new one. What they rest
 * on goes with them.
 */
export function arrangeSentences(
  draft: FrameworkDraft,
  at: LevelOfIndicator,
  order: readonly (number | null)[],
): FrameworkDraft {
  const path = pathOfNode(draft.structure, { kind: 'indicator', id: at.indicator });
  if (path === null || order.length > MOST_REQUIREMENTS) return draft;
  const texts = inEachLanguage(draft, (words, language) => {
    const before = sentencesIn(draft, language, at);
    const after = order.map((index) => (index === null ? '' : (before[index] ?? '')));
    return setAt(words, ['indicators', at.indicator, 'levels', at.level], after.length === 0 ? undefined : after);
  });
  const basisPath = [...path, 'basis'];
  const basis = basisOf(draft, at.indicator);
  const own = (index: number) => `${at.level}/${REQUIREMENT_LETTERS.charAt(index)}`;
  const others = Object.entries(basis).filter(([address]) => !address.startsWith(`${at.level}/`));
  const moved = order.flatMap((index, position) => {
    const articles = index === null ? undefined : basis[own(index)];
    return articles === undefined ? [] : [[own(position), articles] as const];
  });
  const next = Object.fromEntries([...others, ...moved]);
  const isSame = JSON.stringify(Object.entries(next).sort()) === JSON.stringify(Object.entries(basis).sort());
  const structure = isSame
    ? draft.structure
    : setAt(draft.structure, basisPath, Object.keys(next).length === 0 ? undefined : next);
  return { structure, texts };
}

function basisOf({ structure }: FrameworkDraft, indicator: string): Readonly<Record<string, readonly string[]>> {
  return listIndicators(structure).find(({ id }) => id === indicator)?.basis ?? {};
}

/** A sentence of a level in one language; in the others there is room for it. */
export function setSentence(
  draft: FrameworkDraft,
  language: string,
  at: LevelOfIndicator,
  index: number,
  text: string,
): FrameworkDraft {
  if (draft.texts[language]?.indicators[at.indicator] === undefined) return draft;
  const count = Math.max(countSentences(draft, at), index + 1);
  const before = sentencesIn(draft, language, at);
  if ((before[index] ?? '') === text || count > MOST_REQUIREMENTS) return draft;
  const after = Array.from({ length: count }, (_, position) => (position === index ? text : (before[position] ?? '')));
  return setAt(draft, ['texts', language, 'indicators', at.indicator, 'levels', at.level], after);
}
