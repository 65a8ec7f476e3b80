import type { Framework, Indicator } from '../framework/framework.ts';
import { levelPosition, scaleOf, textsIn } from '../framework/framework.ts';
import { requirementAddress } from '../framework/requirement-address.ts';

/** Addresses of requirements, `<indicator>/<level>/<a|b|c>`. */
export type TickedRequirements = ReadonlySet<string>;

/**
 * Addresses of the requirements of one level in order. The first level describes absence and has none. Their number is
 * the same in every language; the source language is read. docs/methodology.md section 1.
 */
export function requirementsOfLevel(framework: Framework, indicator: Indicator, levelId: string): string[] {
  const position = levelPosition(scaleOf(framework, indicator), levelId);
  if (position === null || position === 1) return [];
  const texts = textsIn(framework, framework.structure.sourceLanguage).indicators[indicator.id];
  return (texts?.levels[levelId] ?? []).map((_, index) => requirementAddress(indicator.id, levelId, index));
}

/** Requirements of the levels above `from` up to and including `to` (positions from 1), lowest level first. */
export function requirementsBetween(framework: Framework, indicator: Indicator, from: number, to: number): string[] {
  const levels = scaleOf(framework, indicator).levels.slice(from, Math.max(from, to));
  return levels.flatMap(({ id }) => requirementsOfLevel(framework, indicator, id));
}

/** All requirements a level holds: its own and those of every level below. Empty for a level not on the scale. */
export function requirementsHeldAt(framework: Framework, indicator: Indicator, levelId: string): string[] {
  const position = levelPosition(scaleOf(framework, indicator), levelId);
  return position === null ? [] : requirementsBetween(framework, indicator, 0, position);
}

/**
 * Whether ticks would make the level above `position` (from 1) complete: they contradict the level decided, which the
 * meeting may have set lower. Then none of them counts, so that a gap never stands without what closes it.
 */
export function contradictsLevel(
  framework: Framework,
  indicator: Indicator,
  position: number,
  ticked: TickedRequirements,
): boolean {
  const next = requirementsBetween(framework, indicator, position, position + 1);
  return next.length > 0 && next.every((address) => ticked.has(address));
}

export interface LevelFromRequirements {
  /** Id of the highest level held: all its requirements and all levels below. The first level holds without any. */
  readonly level: string;
  /** Ticked requirements of levels above the one held, in order: met already, not counted yet. */
  readonly partial: readonly string[];
}

/**
 * The level that ticked requirements amount to. A level counts only with every requirement met (PEFA 2016,
 * pefa.org/node/4754); ticks of other indicators are ignored. Whether anything was answered at all is for the caller to
 * know: no tick is the first level here. docs/methodology.md section 1.
 */
export function levelFromRequirements(
  framework: Framework,
  indicator: Indicator,
  ticked: TickedRequirements,
): LevelFromRequirements {
  const { levels } = scaleOf(framework, indicator);
  let held = 1;
  for (const level of levels.slice(1)) {
    const requirements = requirementsOfLevel(framework, indicator, level.id);
    if (requirements.length === 0 || !requirements.every((address) => ticked.has(address))) break;
    held += 1;
  }
  const above = requirementsBetween(framework, indicator, held, levels.length);
  return { level: levels[held - 1]?.id ?? '', partial: above.filter((address) => ticked.has(address)) };
}
