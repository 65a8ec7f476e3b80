import type { Answers } from '../registers/answer.ts';
import type { TickedRequirements } from '../assessment/requirements.ts';
import { contradictsLevel, requirementsBetween } from '../assessment/requirements.ts';
import type { Scale } from '../framework/framework-schema.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { levelAt, levelPosition, scaleOf } from '../framework/framework.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import type { ScoreOptions } from '../scoring/evaluate-tree.ts';
import { withoutNoise } from '../without-noise.ts';
import type { Quadrant } from './quadrant.ts';
import { IMPACT_MAXIMUM, quadrantByNeed, quadrantOf } from './quadrant.ts';

/** A level to reach, or none this round. An indicator without an entry aims at its next level. */
export type Target =
  { readonly state: 'level'; readonly level: string } | { readonly state: 'none'; readonly reason: string };

/** What was decided of an indicator besides its answer. */
export interface GapInput {
  readonly target?: Target;
  /** 1-4 */
  readonly impact?: number;
  /** 1-4 */
  readonly ease?: number;
  /** Requirements known to be met, where the answer was given by requirements. */
  readonly ticked?: TickedRequirements;
}

export interface Gap {
  readonly id: string;
  /** Level id; null where the indicator is not rated at a level. */
  readonly level: string | null;
  /** Level id; null without a target this round or without a level to start from. */
  readonly target: string | null;
  /** Why there is no target this round; null where there is one. */
  readonly noTargetReason: string | null;
  /** Steps from level to target, 0 where it is reached; null without level or target. */
  readonly gap: number | null;
  /** Addresses of requirements between level and target that are not known to be met, lowest level first. */
  readonly missingRequirements: readonly string[];
  readonly impact: number | null;
  readonly ease: number | null;
  /** gap x impact; null without either. */
  readonly need: number | null;
  readonly quadrant: Quadrant | null;
}

const NO_INPUT: GapInput = {};

const cleaned = (value: number, engine: Engine) => (engine === 1 ? value : withoutNoise(value));

/** Position of the target: what was set, else one level up and never past the top; null without one. */
function targetPosition(scale: Scale, current: number | null, target: Target | undefined): number | null {
  if (target?.state === 'none') return null;
  if (target !== undefined) return levelPosition(scale, target.level);
  return current === null ? null : Math.min(current + 1, scale.levels.length);
}

/** What is missing between two levels: ticks that contradict the level decided are not met. */
function missingOf(
  framework: Framework,
  indicator: Indicator,
  between: readonly string[],
  current: number | null,
  ticked: TickedRequirements | undefined,
): readonly string[] {
  if (current === null || ticked === undefined) return between;
  const contradicted = contradictsLevel(framework, indicator, current, ticked);
  return contradicted ? between : between.filter((address) => !ticked.has(address));
}

function placeOf(scale: Scale, { need, impact, ease }: Pick<Gap, 'need' | 'impact' | 'ease'>, engine: Engine) {
  if (need === null || impact === null || ease === null) return null;
  if (engine > 1) return quadrantOf(impact, ease);
  return quadrantByNeed(need, ease, (scale.levels.length - 1) * IMPACT_MAXIMUM);
}

function findGap(framework: Framework, indicator: Indicator, answers: Answers, input: GapInput, engine: Engine): Gap {
  const scale = scaleOf(framework, indicator);
  const answer = answers.get(indicator.id);
  const level = answer?.state === 'level' ? answer.level : null;
  const current = level === null ? null : levelPosition(scale, level);
  const target = targetPosition(scale, current, input.target);
  const known = current !== null && target !== null;
  const gap = known ? Math.max(0, target - current) : null;
  const between = known ? requirementsBetween(framework, indicator, current, target) : [];
  const impact = input.impact ?? null;
  const ease = input.ease ?? null;
  const need = gap === null || impact === null ? null : cleaned(gap * impact, engine);
  return {
    id: indicator.id,
    level: current === null ? null : level,
    target: target === null ? null : (levelAt(scale, target)?.id ?? null),
    noTargetReason: input.target?.state === 'none' ? input.target.reason : null,
    gap,
    missingRequirements: missingOf(framework, indicator, between, current, input.ticked),
    impact,
    ease,
    need,
    quadrant: gap === 0 ? null : placeOf(scale, { need, impact, ease }, engine),
  };
}

/**
 * The gap of every indicator in scope, in the framework's order: level and target ids, gap in steps, need 0 to
 * (levels - 1) x 4. Without an impact need and quadrant are null; without an ease, or with nothing left to close, the
 * quadrant is. docs/methodology.md section 6.
 */
export function findGaps(
  framework: Framework,
  answers: Answers,
  inputs: ReadonlyMap<string, GapInput> = new Map(),
  { outOfScope = new Set(), engine = PRESENT_ENGINE }: ScoreOptions = {},
): Gap[] {
  return framework.indicators
    .filter(({ id }) => !outOfScope.has(id))
    .map((indicator) => findGap(framework, indicator, answers, inputs.get(indicator.id) ?? NO_INPUT, engine));
}
