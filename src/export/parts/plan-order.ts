import type { Report, ReportAction } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';

interface PlanGroup {
  /** Of the measure; null where nobody wrote one, and the plan is not divided. */
  readonly number: string | null;
  /** Null: actions that stand in no measure. */
  readonly measure: Report['measures'][number] | null;
  readonly actions: readonly { readonly number: string; readonly action: ReportAction }[];
}

/**
 * The plan as it is printed: by the measures that somebody wrote, then what stands in none. An action is numbered within its
 * measure, `2.1`, the same in every output; from 1 to the last while nobody wrote a measure.
 */
export function planGroups({ report, number }: Pick<DocumentContext, 'report' | 'number'>): PlanGroup[] {
  const written = report.measures.filter((measure) => measure.written);
  const numbered = (actions: readonly ReportAction[], before: string) =>
    actions.map((action, index) => ({ number: `${before}${number(index + 1)}`, action }));
  if (written.length === 0) return [{ number: null, measure: null, actions: numbered(report.plan, '') }];
  const inMeasures = new Set(written.flatMap(({ actions }) => actions));
  const groups = [
    ...written.map((measure) => ({
      measure,
      actions: report.plan.filter(({ id }) => measure.actions.includes(id)),
    })),
    { measure: null, actions: report.plan.filter(({ id }) => !inMeasures.has(id)) },
  ];
  return groups.map(({ measure, actions }, index) => {
    const own = number(index + 1);
    return { number: own, measure, actions: numbered(actions, `${own}.`) };
  });
}
