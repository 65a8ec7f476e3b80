import type { Level } from '../framework-schema.ts';
import { locateIndicators } from '../locate-indicators.ts';
import { setAt } from './at-path.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { inEachLanguage } from './framework-draft.ts';

/** A scale of two levels under an id that none has. */
export function addScale(draft: FrameworkDraft, id: string): FrameworkDraft {
  if (Object.hasOwn(draft.structure.scales, id)) return draft;
  const levels: Level[] = [
    { id: 'level-1', points: 0 },
    { id: 'level-2', points: 1 },
  ];
  return {
    structure: setAt(draft.structure, ['scales', id], { levels }),
    texts: inEachLanguage(draft, (words) => setAt(words, ['scales', id], {})),
  };
}

/** Indicators that are answered on a scale. */
export function indicatorsOnScale({ structure }: FrameworkDraft, scale: string): string[] {
  return locateIndicators(structure).flatMap(({ item }) => (item.scale === scale ? [item.id] : []));
}

/** Without a scale; the same draft while an indicator is answered on it. */
export function removeScale(draft: FrameworkDraft, id: string): FrameworkDraft {
  if (indicatorsOnScale(draft, id).length > 0) return draft;
  return {
    structure: setAt(draft.structure, ['scales', id], undefined),
    texts: inEachLanguage(draft, (words) => setAt(words, ['scales', id], undefined)),
  };
}

/** A level above all others of its scale, one point above the highest; the same draft where its id is taken. */
export function addLevel(draft: FrameworkDraft, scale: string, id: string): FrameworkDraft {
  const levels = draft.structure.scales[scale]?.levels ?? [];
  if (levels.some((level) => level.id === id)) return draft;
  const points = (levels.at(-1)?.points ?? -1) + 1;
  return { ...draft, structure: setAt(draft.structure, ['scales', scale, 'levels'], [...levels, { id, points }]) };
}

/** Without a level of a scale, and what the indicators on it say of it in every language. */
export function removeLevel(draft: FrameworkDraft, scale: string, id: string): FrameworkDraft {
  const levels = draft.structure.scales[scale]?.levels ?? [];
  const indicators = indicatorsOnScale(draft, scale);
  const texts = inEachLanguage(draft, (words) =>
    indicators.reduce(
      (own, indicator) =>
        (['levels', 'advance'] as const).reduce(
          (at, member) =>
            at.indicators[indicator]?.[member]?.[id] === undefined
              ? at
              : setAt(at, ['indicators', indicator, member, id], undefined),
          own,
        ),
      setAt(words, ['scales', scale, id], undefined),
    ),
  );
  const kept = levels.filter((level) => level.id !== id);
  const basis = locateIndicators(draft.structure).filter(
    ({ item }) => item.scale === scale && item.basis !== undefined,
  );
  const structure = basis.reduce((whole, { item, path }) => {
    const others = Object.entries(item.basis ?? {}).filter(([address]) => !address.startsWith(`${id}/`));
    if (others.length === Object.keys(item.basis ?? {}).length) return whole;
    return setAt(whole, [...path, 'basis'], others.length === 0 ? undefined : Object.fromEntries(others));
  }, draft.structure);
  return { structure: setAt(structure, ['scales', scale, 'levels'], kept), texts };
}

/** An indicator on another scale: what it says of levels that both have stays, in every language. */
export function setScale(draft: FrameworkDraft, indicator: string, scale: string): FrameworkDraft {
  const place = locateIndicators(draft.structure).find(({ item }) => item.id === indicator)?.path;
  const levels = draft.structure.scales[scale]?.levels.map(({ id }) => id);
  if (place === undefined || levels === undefined) return draft;
  const kept = (own: Readonly<Record<string, unknown>> | undefined) =>
    own && Object.fromEntries(Object.entries(own).filter(([id]) => levels.includes(id)));
  return {
    structure: setAt(draft.structure, [...place, 'scale'], scale),
    texts: inEachLanguage(draft, (words) => {
      const own = words.indicators[indicator];
      if (own === undefined) return words;
      const next = setAt(setAt(own, ['levels'], kept(own.levels)), ['advance'], kept(own.advance));
      return setAt(words, ['indicators', indicator], next);
    }),
  };
}
