import { tellingWords } from './institution-name.ts';

/** Words that are in the names of many types, and tell none of them by themselves. */
const VAGUE = new Set(
  [
    'national nationale nationaux institution institutions authority autorite services service office offices institut administration management gestion politique chargee charge',
    'nacional nacionales institucion instituciones autoridad servicio servicios oficina instituto administracion politica encargado encargada',
    'موسسه جهاز وطني وطنيه سلطه اداره شوون مكلفه عليا',
  ].flatMap((words) => words.split(' ')),
);

/** A word as types are found by it: in the singular, and as it is spelt on either side of the Atlantic. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/s$/, '').replace(/our$/, 'or') : word;
}

/** The parts of a type's name that tell it: "Labour and employment" is told by either. */
function partsOf(name: string): readonly (readonly string[])[] {
  return name
    .split(/\s+(?:and|et|y|e)\s+|\s+و(?=ال)/i)
    .map((part) =>
      tellingWords(part)
        .map(stemOf)
        .filter((word) => !VAGUE.has(word)),
    )
    .filter((words) => words.length > 0);
}

/**
 * The type that an institution's name speaks of, from the names of types in any language (type code by name): of several
 * the one that is named first, of those the longest. Null where it speaks of none, or of two alike. A proposal, for a
 * person to change.
 */
export function proposeType(name: string, types: ReadonlyMap<string, string>): string | null {
  const words = tellingWords(name).map(stemOf);
  const found = [...types].flatMap(([typeName, type]) =>
    partsOf(typeName)
      .filter((part) => part.every((word) => words.includes(word)))
      .map((part) => ({ type, at: Math.min(...part.map((word) => words.indexOf(word))), length: part.length })),
  );
  const ranked = found.sort((a, b) => a.at - b.at || b.length - a.length);
  const [first] = ranked;
  if (first === undefined) return null;
  const alike = ranked.filter(({ at, length }) => at === first.at && length === first.length);
  return alike.every(({ type }) => type === first.type) ? first.type : null;
}
