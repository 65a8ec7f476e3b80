import type { Framework, Indicator } from '../framework/framework.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import type { EvaluatedNode } from '../scoring/evaluate-tree.ts';
import { evaluateWith } from '../scoring/evaluate-tree.ts';
import { withoutNoise } from '../without-noise.ts';

export interface Gain {
  /** Score of the domain, 0-100, as answered and with the target reached; null where it cannot be scored. */
  readonly before: number | null;
  readonly after: number | null;
  /** after - before in score points; null where either is. */
  readonly gain: number | null;
}

/**
 * What reaching a level of one indicator would add to the score of its domain (`domain`, as evaluated), everything else
 * as answered. docs/methodology.md section 6.
 */
export function gainOfClosing(
  framework: Framework,
  domain: EvaluatedNode,
  indicator: Indicator,
  targetLevel: string,
  engine: Engine = PRESENT_ENGINE,
): Gain {
  const closed = evaluateWith(framework, domain, indicator, { state: 'level', level: targetLevel }, engine);
  const before = domain.outcomes.score.value;
  const after = closed.outcomes.score.value;
  const difference = before === null || after === null ? null : after - before;
  const gain = difference === null || engine === 1 ? difference : withoutNoise(difference);
  return { before, after, gain };
}
