import type { Answer, Answers } from '../domain/registers/answer.ts';
import type { AssessmentState } from '../domain/registers/assessment-state.ts';
import type { NumberedEvidence } from '../domain/assessment/list-evidence.ts';
import { assignmentOf, currentRatings, isLeadAlone, opinionsOf } from '../domain/assessment/opinions.ts';
import { requirementsHeldAt } from '../domain/assessment/requirements.ts';
import { underWayRequirements } from '../domain/assessment/under-way-requirements.ts';
import { tickedRequirements } from '../domain/assessment/ticked-requirements.ts';
import { measureAgreement } from '../domain/consensus/measure-agreement.ts';
import type { Framework, Indicator } from '../domain/framework/framework.ts';
import { levelPosition, scaleOf } from '../domain/framework/framework.ts';
import type { Gap } from '../domain/gaps/find-gaps.ts';
import { gainOfClosing } from '../domain/gaps/gain-of-closing.ts';
import type { LevelStanding } from '../domain/profile/count-grounds.ts';
import { openCountedAs } from '../domain/profile/open-answers.ts';
import type { Engine } from '../domain/scoring/engine.ts';
import type { EvaluatedNode } from '../domain/scoring/evaluate-tree.ts';
import type { NodeKind } from '../domain/scoring/score-tree.ts';
import { toScoreNode } from '../domain/scoring/score-framework.ts';
import { nodesOfKind } from './build-nodes.ts';
import type { ReportAgreement, ReportIndicator, ReportRating } from './report.ts';

/** Everything about an assessment that one indicator's row draws on. */
export interface IndicatorSources {
  readonly framework: Framework;
  readonly state: AssessmentState;
  readonly answers: Answers;
  readonly engine: Engine;
  readonly root: EvaluatedNode;
  readonly gaps: readonly Gap[];
  readonly evidence: readonly NumberedEvidence[];
}

function wordOf(answer: Answer | null): string | null {
  if (answer === null) return null;
  if (answer.state === 'level') return answer.level;
  return answer.state === 'not-applicable' ? 'n/a' : 'unknown';
}

function agreementOf({ framework, state, engine }: IndicatorSources, indicator: Indicator): ReportAgreement {
  const agreement = measureAgreement(scaleOf(framework, indicator), opinionsOf(state, indicator.id), engine);
  return { ...agreement, provisional: wordOf(agreement.provisional) };
}

/** Until opinions are opened they stand without a name, and not in the order of names. */
function ratingsOf({ framework, state }: IndicatorSources, indicator: Indicator): ReportRating[] {
  const heard = new Set(opinionsOf(state, indicator.id).map(({ institution }) => institution));
  const revealed = state.reveals.get(indicator.id) ?? 0;
  const scale = scaleOf(framework, indicator);
  const place = ({ answer }: ReportRating) =>
    answer.state === 'level' ? (levelPosition(scale, answer.level) ?? 0) : answer.state === 'unknown' ? -1 : -2;
  const open: ReportRating[] = [];
  const sealed: ReportRating[] = [];
  for (const { institution, vote, answer, confidence = null, comment = null } of currentRatings(state, indicator.id)) {
    if (answer === undefined || !heard.has(institution)) continue;
    if (isLeadAlone(state) || vote <= revealed) open.push({ institution, answer, confidence, comment });
    else sealed.push({ institution: null, answer, confidence: null, comment: null });
  }
  return [...open, ...sealed.sort((a, b) => place(b) - place(a))];
}

function standingOf(node: EvaluatedNode | undefined) {
  if (node === undefined) {
    const nothing = { score: null, shown: null, low: null, high: null, shownLow: null, shownHigh: null };
    return { status: 'out-of-scope' as const, ...nothing, openCountedAs: null };
  }
  const { status, score, shown, low, high, shownLow, shownHigh } = toScoreNode(node);
  return {
    status: status as ReportIndicator['status'],
    ...{ score, shown, low, high, shownLow, shownHigh },
    openCountedAs: openCountedAs(node),
  };
}

function levelStanding(state: AssessmentState, id: string): LevelStanding {
  if (state.agreed.get(id)?.answer !== undefined) return 'agreed';
  return isLeadAlone(state) ? 'alone' : 'provisional';
}

function gapFields(
  { framework, state, engine }: IndicatorSources,
  indicator: Indicator,
  gap: Gap | undefined,
  domain: EvaluatedNode | undefined,
) {
  const target = gap?.target ?? null;
  const isOpen = gap !== undefined && gap.gap !== null && gap.gap > 0;
  return {
    target,
    targetPosition: target === null ? null : levelPosition(scaleOf(framework, indicator), target),
    noTargetReason: gap?.noTargetReason ?? null,
    targetIsDefault: target !== null && !state.targets.has(indicator.id),
    gap: gap?.gap ?? null,
    missingRequirements: gap?.missingRequirements ?? [],
    impact: gap?.impact ?? null,
    ease: gap?.ease ?? null,
    need: gap?.need ?? null,
    quadrant: gap?.quadrant ?? null,
    kept: state.kept.has(indicator.id),
    gain:
      isOpen && target !== null && domain !== undefined
        ? gainOfClosing(framework, domain, indicator, target, engine).gain
        : null,
  };
}

function recordFields({ framework, state, evidence }: IndicatorSources, indicator: Indicator, level: string | null) {
  const { id } = indicator;
  const agreed = state.agreed.get(id);
  const ofLevel = level === null ? [] : requirementsHeldAt(framework, indicator, level);
  const held = new Set([...ofLevel, ...tickedRequirements(framework, state, id)]);
  const underWay = underWayRequirements(state, id, held);
  const used = evidence.filter(({ uses }) => uses.some((use) => use.indicator === id));
  const present = [...state.institutions.values()].filter(({ removed }) => removed !== true);
  return {
    agreed: agreed?.answer !== undefined,
    documented: used.length > 0,
    evidence: used.map((one) => one.id),
    heldRequirements: [...held],
    ...(underWay.length === 0 ? {} : { underWayRequirements: underWay }),
    leads: present
      .filter((institution) => assignmentOf(state, id, institution.id) === 'lead')
      .map((institution) => institution.id),
    rationale: agreed?.rationale ?? null,
    forum: agreed?.forum ?? null,
    reservations: [...(state.reservations.get(id) ?? [])].map(([institution, text]) => ({ institution, text })),
  };
}

/** Every indicator of the framework in its order; one that is out of scope keeps its record and has no numbers. */
export function buildIndicators(sources: IndicatorSources): ReportIndicator[] {
  const nodesBelow = (kind: NodeKind) => new Map(nodesOfKind(sources.root, kind).map((node) => [node.id, node]));
  const nodeOf = nodesBelow('indicator');
  const domainOf = nodesBelow('domain');
  const gapOf = new Map(sources.gaps.map((gap) => [gap.id, gap]));
  return sources.framework.indicators.map((indicator) => {
    const { id, domain, subdomain, scale } = indicator;
    const standing = standingOf(nodeOf.get(id));
    const answer = sources.answers.get(id) ?? null;
    const level = standing.status === 'answered' && answer?.state === 'level' ? answer.level : null;
    return {
      id,
      domain,
      subdomain,
      kind: indicator.kind ?? null,
      core: indicator.core ?? false,
      scale,
      ...standing,
      answer,
      level,
      position: level === null ? null : levelPosition(scaleOf(sources.framework, indicator), level),
      ...gapFields(sources, indicator, gapOf.get(id), domainOf.get(domain)),
      standing: level === null ? null : levelStanding(sources.state, id),
      ...recordFields(sources, indicator, level),
      agreement: agreementOf(sources, indicator),
      ratings: ratingsOf(sources, indicator),
    };
  });
}
