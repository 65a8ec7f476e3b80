import type { Answer } from '../domain/registers/answer.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { projectPlan } from '../domain/gaps/project-plan.ts';
import type { AtOrAboveOverall } from '../domain/profile/distribution.ts';
import { atOrAboveOverall, distributionsOf } from '../domain/profile/distribution.ts';
import type { ScoreNode } from '../domain/scoring/score-tree.ts';
import type { DisplayedNode, Report, ReportIndicator } from './report.ts';

/** One domain, or the whole, as it is and as the ticked actions would leave it. */
export interface ProjectedNode {
  /** Domain id; `overall` for the whole. */
  readonly id: string;
  readonly now: DisplayedNode;
  readonly projected: DisplayedNode;
  /** "n of N at the threshold or above"; null without any indicator in scope. */
  readonly countNow: AtOrAboveOverall | null;
  readonly countProjected: AtOrAboveOverall | null;
}

export interface Projection {
  /** Null where the method has no overall score, or keeps it hidden. */
  readonly overall: ProjectedNode | null;
  readonly domains: readonly ProjectedNode[];
  /** The counts of the whole, whatever the method. */
  readonly countNow: AtOrAboveOverall | null;
  readonly countProjected: AtOrAboveOverall | null;
  /** Ids of indicators that come to their target. */
  readonly reached: readonly string[];
  /** Ids of indicators with only some of their actions ticked: they stay as they are. */
  readonly partly: readonly string[];
}

function projectedNode(now: DisplayedNode, projected: ScoreNode): DisplayedNode {
  const complete = projected.answered === projected.applicable;
  return { ...projected, complete, openCountedAs: complete ? null : now.openCountedAs, shownBand: null };
}

/** The indicator at its target, as far as counts of levels read it. */
function atTarget(indicator: ReportIndicator): ReportIndicator {
  const { target, targetPosition } = indicator;
  return { ...indicator, status: 'answered', level: target, position: targetPosition };
}

/**
 * What the selected actions of the plan would bring, beside what is: scores 0-100 with their range, and counts. Reads the
 * Report, so that "now" is the number of every other screen; nothing of it is stored. docs/methodology.md section 6.
 */
export function buildProjection(framework: Framework, report: Report, selected: ReadonlySet<string>): Projection {
  const inScope = report.indicators.filter(({ status }) => status !== 'out-of-scope');
  const outOfScope = new Set(
    report.indicators.filter(({ status }) => status === 'out-of-scope').map((indicator) => indicator.id),
  );
  const answers = new Map<string, Answer>(
    report.indicators.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer] as const])),
  );
  const { scores, reached, partly } = projectPlan(framework, answers, inScope, report.plan, selected, { outOfScope });
  const projected = inScope.map((indicator) => (reached.includes(indicator.id) ? atTarget(indicator) : indicator));
  const count = (indicators: readonly ReportIndicator[]) => atOrAboveOverall(distributionsOf(framework, indicators));
  const domains = report.domains.flatMap((now): ProjectedNode[] => {
    const after = scores.domains.find(({ id }) => id === now.id);
    if (after === undefined) return [];
    const below = (indicators: readonly ReportIndicator[]) => indicators.filter(({ domain }) => domain === now.id);
    return [
      {
        id: now.id,
        now,
        projected: projectedNode(now, after),
        countNow: count(below(inScope)),
        countProjected: count(below(projected)),
      },
    ];
  });
  const [countNow, countProjected] = [count(inScope), count(projected)];
  const shownOverall = report.framework.overallRule === 'required' ? report.overall : null;
  return {
    overall:
      shownOverall === null || scores.overall === null
        ? null
        : {
            id: shownOverall.id,
            now: shownOverall,
            projected: projectedNode(shownOverall, scores.overall),
            countNow,
            countProjected,
          },
    domains,
    countNow,
    countProjected,
    reached,
    partly,
  };
}
