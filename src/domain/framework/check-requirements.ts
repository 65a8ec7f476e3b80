import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { FrameworkStructure, FrameworkTexts } from './framework-schema.ts';
import { listIndicators } from './framework.ts';
import { requirementAddress } from './requirement-address.ts';
import { locateIndicators } from './locate-indicators.ts';

/** Addresses of every requirement, as the source language counts them; null without its texts. */
function listRequirements(
  structure: FrameworkStructure,
  source: FrameworkTexts | undefined,
): ReadonlySet<string> | null {
  if (source === undefined) return null;
  return new Set(
    listIndicators(structure).flatMap(({ id, scale }) =>
      (structure.scales[scale]?.levels ?? []).slice(1).flatMap((level) => {
        // A level may be called as what every object has.
        const levels = source.indicators[id]?.levels ?? {};
        const sentences = Object.hasOwn(levels, level.id) ? (levels[level.id] ?? []) : [];
        return sentences.map((_, index) => requirementAddress(id, level.id, index));
      }),
    ),
  );
}

/**
 * Requirements that are named and are not there: `framework.basisOfNothing` (id, requirement), and
 * `framework.supersedesUnknown` (old, next) where a requirement is said to have become one of this framework.
 */
export function checkRequirements(structure: FrameworkStructure, source: FrameworkTexts | undefined): Problem[] {
  const { supersedes = {} } = structure;
  const known = listRequirements(structure, source);
  if (known === null) return [];
  const ofBasis = locateIndicators(structure).flatMap(({ item: { id, basis }, path }) =>
    Object.keys(basis ?? {})
      .filter((requirement) => !known.has(`${id}/${requirement}`))
      .map((requirement) =>
        problem('framework.basisOfNothing', 'framework.json', [...path, 'basis', requirement], { id, requirement }),
      ),
  );
  const lost = Object.entries(supersedes).flatMap(([old, next]) =>
    typeof next === 'string' && next.includes('/') && !Object.hasOwn(supersedes, next) && !known.has(next)
      ? [problem('framework.supersedesUnknown', 'framework.json', ['supersedes', old], { old, next })]
      : [],
  );
  return [...ofBasis, ...lost];
}
