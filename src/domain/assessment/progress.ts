import type { Answer } from '../registers/answer.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';

/** How far the answering is: counts of indicators, for the screen of the one who answers. */
export type Progress = {
  /** With any answer: a level, don't know or not applicable. */
  readonly answered: number;
  readonly open: number;
  readonly total: number;
  readonly unknown: number;
  readonly notApplicable: number;
  /** Counts at each level, lowest first, by position on scales of the same length. */
  readonly levels: readonly { readonly position: number; readonly levels: number; readonly count: number }[];
};

/** Counts what is answered among the given indicators. */
export function measureProgress(
  framework: Framework,
  indicators: readonly Indicator[],
  answerOf: (indicatorId: string) => Answer | undefined,
): Progress {
  const counts = new Map<string, { position: number; levels: number; count: number }>();
  let unknown = 0;
  let notApplicable = 0;
  let open = 0;
  for (const indicator of indicators) {
    const answer = answerOf(indicator.id);
    if (answer === undefined) open += 1;
    else if (answer.state === 'unknown') unknown += 1;
    else if (answer.state === 'not-applicable') notApplicable += 1;
    else {
      const scale = scaleOf(framework, indicator);
      const position = levelPosition(scale, answer.level) ?? 1;
      const levels = scale.levels.length;
      const key = `${levels}/${position}`;
      counts.set(key, { position, levels, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const levels = [...counts.values()].sort((a, b) => a.position / a.levels - b.position / b.levels);
  return { answered: indicators.length - open, open, total: indicators.length, unknown, notApplicable, levels };
}
