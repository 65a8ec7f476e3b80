import type { Action, AssessmentState, Institution } from '../domain/registers/assessment-state.ts';
import { LEAD_INSTITUTION } from '../domain/registers/assessment-state.ts';
import type { NumberedEvidence } from '../domain/assessment/list-evidence.ts';
import { summariseEvaluation } from '../domain/evaluation/summarise-evaluation.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { referenceOf } from '../domain/framework/framework.ts';
import { given } from './given.ts';
import type { Report, ReportAction, ReportEvidence, ReportInstitution, ReportRound } from './report.ts';
import { REPORTED_ROUND_FIELDS } from './report.ts';

const EVIDENCE_KEYS = [
  'title',
  'kind',
  'holder',
  'seenBy',
  'date',
  'reference',
  'url',
  'access',
  'sha256',
  'fileName',
  'mediaType',
  'sizeBytes',
] as const;
const ACTION_KEYS = [
  'activity',
  'lead',
  'start',
  'end',
  'resourcesAvailable',
  'resourcesToFind',
  'costOnce',
  'costYearly',
  'costThere',
  'successIndicator',
  'verification',
  'note',
  'pinned',
] as const;
const INSTRUMENT_KEYS = ['title', 'status', 'date', 'entryIntoForce', 'reservations', 'note'] as const;

/** What is printed of the framework: what it is, how far its texts are reviewed, and how its method counts. */
export function describeFramework(framework: Framework): Report['framework'] {
  const { method } = framework.structure;
  const review = Object.entries(framework.texts).map(([language, texts]) => [language, texts.review?.status ?? null]);
  return {
    ...referenceOf(framework),
    review: Object.fromEntries(review) as Report['framework']['review'],
    bands: method.bands,
    missing: method.missing,
    notApplicable: method.notApplicable,
    minimumCoverage: method.minimumCoverage,
    overallRule: method.overall,
  };
}

export function buildRound({ round }: AssessmentState): ReportRound {
  const { contexts = [], scope = [], fictional = false } = round;
  return { ...given(round, REPORTED_ROUND_FIELDS), contexts, scope, fictional };
}

/** The lead institution is in every state; it is named once somebody named it or it said something. */
function isPresent(state: AssessmentState, { id, name, removed }: Institution): boolean {
  if (removed === true) return false;
  if (id !== LEAD_INSTITUTION || name !== undefined) return true;
  const assigned = [...state.assignments.values()].some((own) => own.has(id));
  return assigned || [...state.ratings.values()].some((ratings) => ratings.some((one) => one.institution === id));
}

export function buildInstitutions(state: AssessmentState): ReportInstitution[] {
  return [...state.institutions.values()]
    .filter((institution) => isPresent(state, institution))
    .map((institution) => ({
      id: institution.id,
      ...given(institution, ['name', 'type']),
      role: institution.role ?? 'institution',
      endorsement: state.endorsements.get(institution.id) ?? null,
    }));
}

export function buildEvidence(evidence: readonly NumberedEvidence[]): ReportEvidence[] {
  return evidence.map(({ id, number, evidence: own, uses }) => ({ id, number, ...given(own, EVIDENCE_KEYS), uses }));
}

export function buildPlan(actions: readonly Action[]): ReportAction[] {
  return actions.map((action) => ({
    id: action.id,
    ...given(action, ACTION_KEYS),
    indicators: action.indicators ?? [],
    partners: action.partners ?? [],
    dependsOn: (action.dependsOn ?? []).filter((id) => actions.some((one) => one.id === id)),
    status: action.status ?? 'not-started',
  }));
}

export function buildComments({ comments }: AssessmentState): Report['comments'] {
  return [...comments].map(([id, comment]) => ({ id, ...comment }));
}

export function buildPractices({ practices }: AssessmentState): Report['practices'] {
  return [...practices].map(([domain, texts]) => ({ domain, texts }));
}

export function buildInstruments({ instruments }: AssessmentState): Report['instruments'] {
  return [...instruments].map(([code, fields]) => ({ code, ...given(fields, INSTRUMENT_KEYS) }));
}

/** Who validated the report, for its signature block; null until it is. */
export function buildValidation({ validation }: AssessmentState): Report['validation'] {
  if (validation === null) return null;
  const signatories = validation.signatories ?? [];
  return {
    ...given(validation, ['by', 'function', 'date', 'forum', 'correction']),
    signatories: signatories.map((one) => ({ name: one.name, function: one.function ?? null })),
  };
}

/** What participants thought of the workshop; null while nobody said anything. */
export function buildEvaluation({ evaluations, round }: AssessmentState): Report['evaluation'] {
  return evaluations.size === 0 ? null : summariseEvaluation([...evaluations.values()], round.participants ?? null);
}

/** Differing versions, and what stands in the journal without counting. */
export function buildRecordNotes(state: AssessmentState): Report['record'] {
  const orphans = new Map(state.orphans.map(({ indicator, supersededBy }) => [indicator, supersededBy]));
  return {
    conflicts: state.conflicts.map(({ register }) => register),
    orphans: [...orphans].map(([indicator, supersededBy]) => ({ indicator, supersededBy })),
    damaged: state.damaged.map(({ register }) => register),
    unknownRegisters: state.unknownRegisters.length,
  };
}
