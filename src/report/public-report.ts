import type { Report, ReportIndicator } from './report.ts';

/** Nothing that says who held which level, and nothing said in the room. */
function publicIndicator(indicator: ReportIndicator, publicEvidence: ReadonlySet<string>): ReportIndicator {
  return {
    ...indicator,
    leads: [],
    ratings: [],
    reservations: [],
    rationale: null,
    forum: null,
    agreement: { n: 0, median: null, range: null, a: null, class: null, provisional: null },
    evidence: indicator.evidence.filter((id) => publicEvidence.has(id)),
  };
}

/** A cause of change is a fact of the record; the note on it was written for the house. */
function publicComparison(comparison: NonNullable<Report['comparison']>): NonNullable<Report['comparison']> {
  return {
    ...comparison,
    indicators: comparison.indicators.map((change) => ({
      ...change,
      cause: change.cause === null ? null : { cause: change.cause.cause },
    })),
  };
}

/**
 * What may leave the house of a report: the same numbers, without evidence that is not public, comments, rationales,
 * reservations, opinions by institution, names of persons, the marking, and notes of the house. Every format of the public edition
 * is made from this object, so that what is taken out here is in none of them. docs/methodology.md section 8.
 */
export function publicReport(report: Report): Report {
  const evidence = report.evidence.filter(({ access }) => access === 'public').map((one) => ({ ...one, seenBy: null }));
  const known = new Set(evidence.map(({ id }) => id));
  return {
    ...report,
    edition: 'public',
    // What is marked for the house says nothing to the public.
    round: { ...report.round, marking: null },
    validation: report.validation === null ? null : { ...report.validation, by: null, signatories: [] },
    institutions: report.institutions.map((institution) => {
      if (institution.endorsement === null) return institution;
      const { name: _name, prepared, ...endorsement } = institution.endorsement;
      if (prepared === undefined) return { ...institution, endorsement };
      const { name: _preparer, ...withoutName } = prepared;
      return { ...institution, endorsement: { ...endorsement, prepared: withoutName } };
    }),
    indicators: report.indicators.map((indicator) => publicIndicator(indicator, known)),
    evidence,
    comments: [],
    instruments: report.instruments.map((instrument) => ({ ...instrument, note: null })),
    comparison: report.comparison === null ? null : publicComparison(report.comparison),
    plan: report.plan.map((action) => ({ ...action, note: null })),
    sentences: report.sentences.filter(({ id }) => id !== 'summary.differing'),
    evaluation: null,
    record: { conflicts: [], orphans: [], damaged: [], unknownRegisters: 0 },
  };
}
