import type { Answer, Answers } from '../registers/answer.ts';
import type { Cause } from '../registers/target.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { predecessorsOf } from '../framework/supersedes.ts';
import { compareFrameworks } from '../framework/frameworks-match.ts';
import type { Problem } from '../problem.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import { evaluateTree } from '../scoring/evaluate-tree.ts';
import type { EvaluatedNode } from '../scoring/evaluated-node.ts';
import { shownScore } from '../scoring/score-framework.ts';

/** One carrying out of an assessment, as far as a comparison reads it. */
export interface ComparedRound {
  readonly framework: Framework;
  readonly answers: Answers;
  /** Ids of indicators left out of that round. */
  readonly outOfScope: ReadonlySet<string>;
  readonly engine?: Engine;
}

export type Direction = 'up' | 'down' | 'same';

/** One indicator in both rounds. */
export interface IndicatorChange {
  readonly id: string;
  /** Its id in the round before: another one where the framework says what it took the place of. */
  readonly previousId: string;
  /** Level ids and positions from 1; null where the indicator is not rated at a level in that round. */
  readonly previousLevel: string | null;
  readonly previousPosition: number | null;
  readonly level: string | null;
  readonly position: number | null;
  /** Steps up (above 0) or down; null where one side is not rated or the rounds are not comparable. */
  readonly steps: number | null;
  readonly direction: Direction | null;
  /** Why it changed, as a person said; null where nobody did or nothing changed. */
  readonly cause: Cause | null;
  /** There is nothing from this round yet, so the earlier level is held back. */
  readonly heldBack: boolean;
}

export interface DomainChange {
  readonly id: string;
  /** Scores as displayed, and their difference. Null where one cannot be said; the earlier one too until there is a new one. */
  readonly previousShown: number | null;
  readonly shown: number | null;
  readonly change: number | null;
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

export interface RoundComparison {
  /** False: no arithmetic, and `indicators` holds those that map onto one of the round before. */
  readonly comparable: boolean;
  /** Why not comparable (codes `merge.*`), or what to know where they are: the wording differs. */
  readonly reasons: readonly Problem[];
  readonly indicators: readonly IndicatorChange[];
  /** In the framework's order; empty where the rounds are not comparable. */
  readonly domains: readonly DomainChange[];
  /** How many indicators stand at a higher, a lower and the same level. */
  readonly moved: Readonly<Record<Direction, number>>;
  /** Changes without a cause yet. */
  readonly causesMissing: number;
}

function place({ framework, answers }: ComparedRound, id: string): { level: string | null; position: number | null } {
  const answer: Answer | undefined = answers.get(id);
  const indicator = framework.indicatorById.get(id);
  if (indicator === undefined || answer?.state !== 'level') return { level: null, position: null };
  return { level: answer.level, position: levelPosition(scaleOf(framework, indicator), answer.level) };
}

function directionOf(steps: number): Direction {
  return steps === 0 ? 'same' : steps > 0 ? 'up' : 'down';
}

/** Id of the same indicator in the round before: its own where the framework is the same, or the one it superseded. */
function previousIdOf({ id }: Indicator, previous: Framework, current: Framework): string | null {
  if (previous.id === current.id && previous.indicatorById.has(id)) return id;
  const superseded = predecessorsOf(current.structure.supersedes, id);
  return superseded.find((old) => previous.indicatorById.has(old)) ?? null;
}

function changeOf(
  indicator: Indicator,
  previousId: string,
  previous: ComparedRound,
  current: ComparedRound,
  rules: { readonly comparable: boolean; readonly causes: ReadonlyMap<string, Cause> },
): IndicatorChange {
  const { id } = indicator;
  // "Don't know" and "not applicable" are answers too.
  const heldBack = !current.answers.has(id);
  const before = heldBack ? { level: null, position: null } : place(previous, previousId);
  const now = place(current, id);
  const [from, to] = [before.position, now.position];
  const steps = !rules.comparable || from === null || to === null ? null : to - from;
  return {
    id,
    previousId,
    previousLevel: before.level,
    previousPosition: before.position,
    ...now,
    steps,
    direction: steps === null ? null : directionOf(steps),
    cause: steps === null || steps === 0 ? null : (rules.causes.get(id) ?? null),
    heldBack,
  };
}

function domainChanges(
  previous: ComparedRound,
  current: ComparedRound,
  changes: readonly IndicatorChange[],
): DomainChange[] {
  const domainsOf = ({ framework, answers, outOfScope, engine = PRESENT_ENGINE }: ComparedRound) =>
    evaluateTree(framework, answers, { outOfScope, engine }).children;
  const shownOf = (node: EvaluatedNode | undefined) => shownScore(node?.outcomes.score.value ?? null, 'domain');
  const before = new Map(domainsOf(previous).map((node) => [node.id, node]));
  const directions = new Map(changes.map(({ id, direction }) => [id, direction]));
  return domainsOf(current).map((node) => {
    const shown = shownOf(node);
    // As long as this round has no position, the earlier one is held back, as earlier levels are.
    const previousShown = shown === null ? null : shownOf(before.get(node.id));
    const below = current.framework.indicators.filter(({ domain }) => domain === node.id);
    const count = (direction: Direction) => below.filter(({ id }) => directions.get(id) === direction).length;
    return {
      id: node.id,
      previousShown,
      shown,
      change: previousShown === null || shown === null ? null : shown - previousShown,
      up: count('up'),
      down: count('down'),
      same: count('same'),
    };
  });
}

/**
 * Two rounds of one country side by side. They are comparable under the same framework, major.minor version and
 * structure; otherwise nothing is subtracted and only indicators that map onto each other are listed. The earlier level of
 * an indicator is held back until this round has an answer, so that nobody is led by it. Out of scope in either round: not
 * listed. docs/methodology.md section 12; PEFA, guidance on tracking performance over time (causes of change, no
 * arithmetic across versions).
 */
export function compareRounds(
  previous: ComparedRound,
  current: ComparedRound,
  causes: ReadonlyMap<string, Cause> = new Map(),
): RoundComparison {
  const reasons = compareFrameworks(current.framework, previous.framework);
  const comparable = reasons.every(({ severity }) => severity !== 'error');
  const indicators = current.framework.indicators.flatMap((indicator) => {
    const previousId = previousIdOf(indicator, previous.framework, current.framework);
    if (previousId === null || current.outOfScope.has(indicator.id) || previous.outOfScope.has(previousId)) return [];
    return [changeOf(indicator, previousId, previous, current, { comparable, causes })];
  });
  const moved = (way: Direction) => indicators.filter(({ direction }) => direction === way).length;
  return {
    comparable,
    reasons,
    indicators,
    domains: comparable ? domainChanges(previous, current, indicators) : [],
    moved: { up: moved('up'), down: moved('down'), same: moved('same') },
    causesMissing: indicators.filter(({ steps, cause }) => steps !== null && steps !== 0 && cause === null).length,
  };
}
