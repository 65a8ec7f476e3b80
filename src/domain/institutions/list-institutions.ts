import type { AssessmentState, Institution } from '../registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../registers/assessment-state.ts';

/** Those who rate: the lead institution first, then the others by id; removed ones and observers are left out. */
export function listInstitutions(state: AssessmentState): Institution[] {
  const present = [...state.institutions.values()].filter(
    ({ removed, role }) => removed !== true && role !== 'observer',
  );
  return [
    ...present.filter(({ id }) => id === LEAD_INSTITUTION),
    ...present.filter(({ id }) => id !== LEAD_INSTITUTION),
  ];
}

/** Those who comment and never rate: migrant associations, unions, employers. */
export function listObservers(state: AssessmentState): Institution[] {
  return [...state.institutions.values()].filter(({ removed, role }) => removed !== true && role === 'observer');
}
