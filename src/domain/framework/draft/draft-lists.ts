import { locateIndicators } from '../locate-indicators.ts';
import { setAt, valueAt } from './at-path.ts';
import { pathOfNode } from './draft-nodes.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { inEachLanguage, withRoom } from './framework-draft.ts';

/** Lists of ids that every language names. */
export type NamedList = 'institutionTypes' | 'readingRules' | 'glossary';

/** Under which name indicators hold ids of a list. */
const HELD_AS: Partial<Record<NamedList, 'competence' | 'terms'>> = {
  institutionTypes: 'competence',
  glossary: 'terms',
};

/** One more id of a list, named in no language yet; the same draft where it is there. */
export function addNamed(draft: FrameworkDraft, list: NamedList, id: string): FrameworkDraft {
  const ids = draft.structure[list] ?? [];
  return ids.includes(id) ? draft : setAt(draft, ['structure', list], [...ids, id]);
}

/** Without an id of a list: its words in every language, and where indicators hold it. */
export function removeNamed(draft: FrameworkDraft, list: NamedList, id: string): FrameworkDraft {
  const member = HELD_AS[list];
  const without = (ids: readonly string[] | undefined) => {
    const left = ids?.filter((one) => one !== id) ?? [];
    return left.length === 0 ? undefined : left;
  };
  const structure =
    member === undefined
      ? draft.structure
      : locateIndicators(draft.structure)
          .filter(({ item }) => item[member]?.includes(id))
          .reduce((whole, { item, path }) => setAt(whole, [...path, member], without(item[member])), draft.structure);
  const texts = inEachLanguage(draft, (words) => {
    if (words[list]?.[id] === undefined) return words;
    const own = setAt(words, [list, id], undefined);
    return Object.keys(own[list] ?? {}).length === 0 ? setAt(own, [list], undefined) : own;
  });
  return { structure: setAt(structure, [list], without(draft.structure[list])), texts };
}

/** An id of a list that an indicator holds, or holds no more. */
export function holdNamed(
  draft: FrameworkDraft,
  indicator: string,
  member: 'competence' | 'terms' | 'contexts' | 'scope' | 'sources',
  id: string,
  isHeld: boolean,
): FrameworkDraft {
  const found = locateIndicators(draft.structure).find(({ item }) => item.id === indicator);
  if (found === undefined) return draft;
  const ids: readonly string[] = found.item[member] ?? [];
  if (ids.includes(id) === isHeld) return draft;
  const next = isHeld ? [...ids, id] : ids.filter((one) => one !== id);
  return setAt(draft, ['structure', ...found.path, member], next.length === 0 ? undefined : next);
}

/** Codes that an indicator has under a key of a member; without any, neither key nor empty member stays. */
export function setCodes(
  draft: FrameworkDraft,
  indicator: string,
  member: 'links' | 'basis' | 'proposedFrom',
  key: string,
  codes: readonly string[],
): FrameworkDraft {
  const path = pathOfNode(draft.structure, { kind: 'indicator', id: indicator });
  if (path === null) return draft;
  const place = ['structure', ...path, member];
  const next = setAt(draft, [...place, key], codes.length === 0 ? undefined : codes);
  const left = valueAt(next, place);
  const isEmpty = typeof left === 'object' && left !== null && Object.keys(left).length === 0;
  return isEmpty ? setAt(next, place, undefined) : next;
}

/** The twin of an indicator, each naming the other; null for none. Twins of before are let go. */
export function setPair(draft: FrameworkDraft, indicator: string, twin: string | null): FrameworkDraft {
  const own = [indicator, twin];
  const structure = locateIndicators(draft.structure).reduce((whole, { item, path }) => {
    const pair = item.id === indicator ? (twin ?? undefined) : item.id === twin ? indicator : item.pair;
    const isLetGo = !own.includes(item.id) && own.includes(pair ?? null);
    return setAt(whole, [...path, 'pair'], isLetGo ? undefined : pair);
  }, draft.structure);
  const isKnown = twin === null || pathOfNode(structure, { kind: 'indicator', id: twin }) !== null;
  return !isKnown || twin === indicator || structure === draft.structure ? draft : { ...draft, structure };
}

/** One more language (code), without words yet. */
export function addLanguage(draft: FrameworkDraft, language: string): FrameworkDraft {
  const { languages } = draft.structure;
  if (languages.includes(language)) return draft;
  return {
    structure: { ...draft.structure, languages: [...languages, language] },
    texts: {
      ...draft.texts,
      [language]: withRoom(draft.structure, { review: { status: 'draft' } }),
    },
  };
}

/** Without a language and all its words; the source language stays. */
export function removeLanguage(draft: FrameworkDraft, language: string): FrameworkDraft {
  const { languages, sourceLanguage } = draft.structure;
  if (language === sourceLanguage || !languages.includes(language)) return draft;
  return {
    structure: { ...draft.structure, languages: languages.filter((one) => one !== language) },
    texts: setAt(draft.texts, [language], undefined),
  };
}
