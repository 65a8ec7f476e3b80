import type { Answer, Answers } from '../registers/answer.ts';
import type { Framework } from '../framework/framework.ts';
import type { ScoreOptions } from '../scoring/evaluate-tree.ts';
import { scoreFramework } from '../scoring/score-framework.ts';
import type { ScoreTree } from '../scoring/score-tree.ts';
import type { Gap } from './find-gaps.ts';

/** An action of the plan as far as a projection reads it. */
export interface ProjectedAction {
  readonly id: string;
  /** Ids of the indicators it works on. */
  readonly indicators: readonly string[];
}

export interface PlanProjection {
  /** Scores, with their range, if the selected actions do what they are meant to and nothing else changes. */
  readonly scores: ScoreTree;
  /** Indicators that come to their target: every action that works on them is selected. Framework order. */
  readonly reached: readonly string[];
  /** Indicators with some of their actions selected and others not: they stay as they are. Framework order. */
  readonly partly: readonly string[];
}

/**
 * What a selection of actions would bring: answers with the targets of their indicators reached, scored as ever. An
 * indicator reaches its target only with all actions that work on it, since a level is held only with every requirement;
 * without a target, or at it already, it stays. Without any action selected this is the score as it is.
 * docs/methodology.md section 6.
 */
export function projectPlan(
  framework: Framework,
  answers: Answers,
  gaps: readonly Gap[],
  actions: readonly ProjectedAction[],
  selected: ReadonlySet<string>,
  options: ScoreOptions = {},
): PlanProjection {
  const projected = new Map<string, Answer>(answers);
  const reached: string[] = [];
  const partly: string[] = [];
  for (const { id, target, gap } of gaps) {
    const working = actions.filter(({ indicators }) => indicators.includes(id));
    const chosen = working.filter((action) => selected.has(action.id)).length;
    if (chosen === 0 || target === null || gap === 0) continue;
    if (chosen < working.length) {
      partly.push(id);
      continue;
    }
    reached.push(id);
    projected.set(id, { state: 'level', level: target });
  }
  return { scores: scoreFramework(framework, projected, options), reached, partly };
}
