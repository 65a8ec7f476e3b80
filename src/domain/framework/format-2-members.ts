import type { ProblemPath } from '../problem.ts';
import type { FrameworkStructure, FrameworkTexts } from './framework-schema.ts';
import { locateIndicators } from './locate-indicators.ts';
import { namesOfMethods } from './methods-of.ts';

/** A member that format version 1 does not have, with its place. */
export interface NewMember {
  readonly member: string;
  readonly file: string;
  readonly path: ProblemPath;
}

function inStructure(structure: FrameworkStructure): NewMember[] {
  const file = 'framework.json';
  const isNew = ([from, to]: [string, unknown]) => from.includes('/') || typeof to !== 'string' || to.includes('/');
  return [
    ...(['readingRules', 'glossary'] as const)
      .filter((member) => structure[member] !== undefined)
      .map((member) => ({ member, file, path: [member] })),
    ...Object.entries(structure.supersedes ?? {})
      .filter(isNew)
      .map(([from]) => ({ member: 'supersedes', file, path: ['supersedes', from] })),
    ...locateIndicators(structure).flatMap(({ item, path }) =>
      (['basis', 'terms', 'proposedFrom'] as const)
        .filter((member) => item[member] !== undefined)
        .map((member) => ({ member, file, path: [...path, member] })),
    ),
  ];
}

function inTexts(structure: FrameworkStructure, texts: FrameworkTexts, file: string): NewMember[] {
  const { bandsAbove, bands } = namesOfMethods(structure);
  const below = Object.keys(texts.bands ?? {}).filter((id) => bands.has(id) && !bandsAbove.has(id));
  const members = (['readingRules', 'glossary', 'results'] as const).filter((member) => texts[member] !== undefined);
  return [
    ...members.map((member) => ({ member, file, path: [member] })),
    ...below.map((id) => ({ member: 'bands', file, path: ['bands', id] })),
    ...Object.entries(texts.indicators).flatMap(([id, own]) =>
      (['prompts', 'short'] as const)
        .filter((member) => own[member] !== undefined)
        .map((member) => ({ member, file, path: ['indicators', id, member] })),
    ),
  ];
}

/** Every member that only format version 2 has, in the structure and in the texts by language. */
export function listNewMembers(
  structure: FrameworkStructure,
  texts: Readonly<Record<string, FrameworkTexts>>,
): NewMember[] {
  const ofTexts = Object.entries(texts).flatMap(([language, own]) => inTexts(structure, own, `${language}.json`));
  return [...inStructure(structure), ...ofTexts];
}
