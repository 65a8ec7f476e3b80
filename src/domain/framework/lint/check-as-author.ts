import type { Problem } from '../../problem.ts';
import { LEVEL_ID_CODES } from '../check-level-ids.ts';
import type { CrosswalkCodes } from '../check-links.ts';
import { checkLinks } from '../check-links.ts';
import { frameworkStructureSchema } from '../framework-schema.ts';
import type { Framework } from '../framework.ts';
import type { FrameworkInput } from '../parse-framework.ts';
import { parseFramework } from '../parse-framework.ts';
import type { lintText } from './lint-framework.ts';
import { lintFramework } from './lint-framework.ts';

/** Ids that answers cannot be told apart by are read for ever where they were released, and mended by who writes. */
export function asAuthor(found: Problem): Problem {
  return LEVEL_ID_CODES.has(found.code) ? { ...found, severity: 'error' } : found;
}

/** As `lintFramework`, for whoever writes the framework. */
export function lintAsAuthor(
  framework: Framework,
  crosswalks: CrosswalkCodes | undefined,
  advice: readonly Problem[],
  ofText?: typeof lintText,
): Problem[] {
  return lintFramework(framework, crosswalks, advice.map(asAuthor), ofText);
}

/** Links of a structure that lead nowhere, as far as it is one. */
export function linkProblems(structure: unknown, crosswalks: CrosswalkCodes): Problem[] {
  const parsed = frameworkStructureSchema.safeParse(structure);
  return parsed.success ? checkLinks(parsed.data, crosswalks) : [];
}

/** Every error and every advice of a framework in its folder form, as `check-framework` says them. */
export function checkAsAuthor(
  input: FrameworkInput,
  crosswalks: CrosswalkCodes,
  ofText?: typeof lintText,
): readonly Problem[] {
  const parsed = parseFramework(input);
  if (parsed.ok) return lintAsAuthor(parsed.value, crosswalks, parsed.advice, ofText);
  return [...parsed.problems, ...linkProblems(input.structure, crosswalks)].map(asAuthor);
}
