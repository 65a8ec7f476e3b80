import type { Framework } from '../framework/framework.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import { listInstitutions } from './list-institutions.ts';
import type { ProposedAssignment } from './propose-assignments.ts';
import { proposeAssignments } from './propose-assignments.ts';
import { proposeType } from './propose-type.ts';

/** The type of an institution of which nobody has said one. */
export interface ProposedType {
  readonly institution: string;
  readonly type: string;
}

/** What could be taken over at once: types from names, and assignments from types. */
export interface ProposedSetup {
  readonly types: readonly ProposedType[];
  readonly assignments: readonly ProposedAssignment[];
}

/** Codes of types by themselves and by their names, in every language of the framework. */
export function typesByName({ structure, texts }: Framework): ReadonlyMap<string, string> {
  const named = Object.values(texts).flatMap(({ institutionTypes }) =>
    Object.entries(institutionTypes ?? {}).map(([type, name]) => [name, type] as const),
  );
  return new Map([...named, ...(structure.institutionTypes ?? []).map((type) => [type, type] as const)]);
}

/**
 * Types for those who have none, as their names propose in any language, and with these types the assignments of
 * indicators that nobody is assigned (`proposeAssignments`).
 */
export function proposeSetup(
  framework: Framework,
  state: AssessmentState,
  indicatorIds: readonly string[],
): ProposedSetup {
  const names = typesByName(framework);
  const types = listInstitutions(state).flatMap(({ id, name, type }) => {
    const proposed = type === undefined && name !== undefined ? proposeType(name, names) : null;
    return proposed === null ? [] : [{ institution: id, type: proposed }];
  });
  const typed = types.flatMap(({ institution, type }) => {
    const known = state.institutions.get(institution);
    return known === undefined ? [] : [[institution, { ...known, type }] as const];
  });
  const institutions = new Map([...state.institutions, ...typed]);
  return { types, assignments: proposeAssignments(framework, { ...state, institutions }, indicatorIds) };
}
