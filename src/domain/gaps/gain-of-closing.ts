import type { Answers } from '../registers/answer.ts';
import type { Framework } from '../framework/framework.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import type { ScoreOptions } from '../scoring/evaluate-tree.ts';
import { evaluateDomain } from '../scoring/evaluate-tree.ts';
import { withoutNoise } from '../without-noise.ts';

export interface Gain {
  /** Id of the domain the indicator stands in. */
  readonly domain: string;
  /** Score of that domain, 0-100, as answered and with the target reached; null where it cannot be scored. */
  readonly before: number | null;
  readonly after: number | null;
  /** after - before in score points; null where either is. */
  readonly gain: number | null;
}

/**
 * What reaching a level of one indicator would add to its domain's score, everything else as answered: the domain is
 * scored twice. Null for an indicator the framework does not have. docs/methodology.md section 6.
 */
export function gainOfClosing(
  framework: Framework,
  answers: Answers,
  indicatorId: string,
  targetLevel: string,
  options: ScoreOptions = {},
): Gain | null {
  const indicator = framework.indicatorById.get(indicatorId);
  const domain = framework.structure.domains.find(({ id }) => id === indicator?.domain);
  if (domain === undefined) return null;
  const closed = new Map(answers).set(indicatorId, { state: 'level', level: targetLevel });
  const scoreOf = (given: Answers) => evaluateDomain(framework, domain, given, options).outcomes.score.value;
  const before = scoreOf(answers);
  const after = scoreOf(closed);
  const difference = before === null || after === null ? null : after - before;
  const { engine = PRESENT_ENGINE } = options;
  const gain = difference === null || engine === 1 ? difference : withoutNoise(difference);
  return { domain: domain.id, before, after, gain };
}
