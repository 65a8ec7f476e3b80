import type { AssessmentState } from '../../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import type { Indicator } from '../../domain/framework/framework.ts';
import type { DocumentContext } from '../parts/document-context.ts';

export type Assignments = AssessmentState['assignments'];

/** Who answers an indicator: institution ids, in the order of the report. */
export interface Assigned {
  readonly indicator: Indicator;
  readonly leads: readonly string[];
  readonly contributors: readonly string[];
}

/**
 * Who answers each indicator in scope. Where nobody has been assigned anything, it is proposed from the competence that
 * the framework names for each indicator and the type of each institution: the first that is there leads. An
 * institution alone leads on everything.
 */
export function listAssignments(
  { report, framework }: DocumentContext,
  assignments: Assignments,
): { readonly proposed: boolean; readonly assigned: readonly Assigned[] } {
  const institutions = report.institutions.filter(({ role }) => role === 'institution');
  const inScope = new Set(report.indicators.filter(({ status }) => status !== 'out-of-scope').map(({ id }) => id));
  const indicators = framework.indicators.filter(({ id }) => inScope.has(id));
  const alone = institutions.length <= 1;
  const proposed = assignments.size === 0 && !alone;
  const assigned = indicators.map((indicator): Assigned => {
    if (assignments.size === 0 && alone) {
      return { indicator, leads: [institutions[0]?.id ?? LEAD_INSTITUTION], contributors: [] };
    }
    if (proposed) {
      const [first, ...others] = (indicator.competence ?? []).flatMap((type) =>
        institutions.filter((one) => one.type === type).map(({ id }) => id),
      );
      return { indicator, leads: first === undefined ? [] : [first], contributors: [...new Set(others)] };
    }
    const own = assignments.get(indicator.id);
    const part = (wanted: 'lead' | 'contributor') =>
      institutions.map(({ id }) => id).filter((id) => own?.get(id) === wanted);
    return { indicator, leads: part('lead'), contributors: part('contributor') };
  });
  return { proposed, assigned };
}
