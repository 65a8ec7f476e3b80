import type { Report, ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { leadNames } from './gap-words.ts';

type Measure = Report['measures'][number];

const indicatorsOf = ({ indicatorById }: DocumentContext, { indicators }: Measure): ReportIndicator[] =>
  indicators.flatMap((id) => indicatorById.get(id) ?? []);

const actionsOf = ({ report }: DocumentContext, { actions }: Measure) =>
  report.plan.filter(({ id }) => actions.includes(id));

/** What a measure is called: its title, else that of its first indicator. */
export function measureTitle(context: DocumentContext, { title, indicators }: Measure): string {
  const [first] = indicators;
  return title !== null ? context.localiser.text(title) : first === undefined ? '' : context.indicatorTitle(first);
}

/** Who leads a measure: its own lead, else those of its actions, else those assigned to its first indicator that has any. */
export function measureLeads(context: DocumentContext, measure: Measure): string[] {
  if (measure.lead !== null && measure.lead.trim() !== '') return [context.institutionName(measure.lead)];
  const ofPlan = actionsOf(context, measure).flatMap(({ lead }) => lead ?? []);
  if (ofPlan.length > 0) return [...new Set(ofPlan)].map((one) => context.institutionName(one));
  const assigned = indicatorsOf(context, measure).map((one) => leadNames(context, one));
  return assigned.find((names) => names.length > 0) ?? [];
}

/** The same in one text; null without one. */
export function measureLead(context: DocumentContext, measure: Measure): string | null {
  const names = measureLeads(context, measure);
  return names.length === 0 ? null : context.localiser.list(names);
}

/** With whom: its own partners, else those of its actions. */
export function measurePartners(context: DocumentContext, measure: Measure): string[] {
  const own =
    measure.partners.length > 0 ? measure.partners : actionsOf(context, measure).flatMap(({ partners }) => partners);
  const leads = measureLeads(context, measure);
  const names = [...new Set(own.map((one) => context.institutionName(one)))];
  // Of several who lead, each may take part in what another does.
  return leads.length === 1 ? names.filter((name) => name !== leads[0]) : names;
}
