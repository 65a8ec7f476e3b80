import type { Problem } from '../../problem.ts';
import { LEVEL_ID_CODES } from '../check-level-ids.ts';
import type { CrosswalkCodes } from '../check-links.ts';
import { checkLinks } from '../check-links.ts';
import type { Ladders } from '../check-starts.ts';
import { checkStarts } from '../check-starts.ts';
import { frameworkStructureSchema } from '../framework-schema.ts';
import type { Framework } from '../framework.ts';
import type { FrameworkInput } from '../parse-framework.ts';
import { parseFramework } from '../parse-framework.ts';
import type { lintText } from './lint-framework.ts';
import { lintFramework } from './lint-framework.ts';

/** What the ids of a framework may name beside it; what is absent is not known, and not checked. */
export interface Neighbours {
  readonly crosswalks?: CrosswalkCodes | undefined;
  readonly ladders?: Ladders;
}

/** Ids that answers cannot be told apart by are read for ever where they were released, and mended by who writes. */
export function asAuthor(found: Problem): Problem {
  return LEVEL_ID_CODES.has(found.code) ? { ...found, severity: 'error' } : found;
}

/** As `lintFramework`, for whoever writes the framework. */
export function lintAsAuthor(
  framework: Framework,
  { crosswalks, ladders = new Map() }: Neighbours,
  advice: readonly Problem[],
  ofText?: typeof lintText,
): Problem[] {
  const starts = checkStarts(framework.structure, ladders);
  return lintFramework(framework, crosswalks, [...advice.map(asAuthor), ...starts], ofText);
}

/** Links of a structure that lead nowhere, as far as it is one. */
export function linkProblems(structure: unknown, crosswalks: CrosswalkCodes): Problem[] {
  const parsed = frameworkStructureSchema.safeParse(structure);
  return parsed.success ? checkLinks(parsed.data, crosswalks) : [];
}

/** Every error and every advice of a framework in its folder form, as `check-framework` says them. */
export function checkAsAuthor(
  input: FrameworkInput,
  neighbours: Neighbours,
  ofText?: typeof lintText,
): readonly Problem[] {
  const parsed = parseFramework(input);
  if (parsed.ok) return lintAsAuthor(parsed.value, neighbours, parsed.advice, ofText);
  return [...parsed.problems, ...linkProblems(input.structure, neighbours.crosswalks ?? new Map())].map(asAuthor);
}
