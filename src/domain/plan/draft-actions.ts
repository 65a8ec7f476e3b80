import type { FrameworkTexts } from '../framework/framework-schema.ts';
import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { levelOfRequirement, requirementText } from '../framework/requirement-address.ts';
import type { Gap } from '../gaps/find-gaps.ts';

/** What one row of a drafted plan stands for. */
export const DRAFT_UNITS = ['level', 'requirement'] as const;
export type DraftUnit = (typeof DRAFT_UNITS)[number];

/** A row to be, in the words of the framework; people rewrite it. */
export interface ActionDraft {
  readonly indicator: string;
  /** The level it helps to reach. */
  readonly level: string;
  /** Address of the requirement, where the row stands for one. */
  readonly requirement: string | null;
  /** The step that reaches the level; null for a requirement, and where the framework gives no step. */
  readonly step: string | null;
  /** What will hold once it is done: the requirements. */
  readonly success: readonly string[];
  /** Kinds of evidence that would show it. */
  readonly evidence: readonly string[];
}

/**
 * Rows for one gap, lowest level first: one a level between level and target that still misses something, or one a
 * missing requirement. A target without requirements gives one row for each level that has a step. Nothing to close gives
 * none. docs/methodology.md section 6.
 */
export function draftActions(framework: Framework, texts: FrameworkTexts, gap: Gap, unit: DraftUnit): ActionDraft[] {
  const indicator = framework.indicatorById.get(gap.id);
  if (indicator === undefined || gap.level === null || gap.target === null || gap.gap === null || gap.gap === 0) {
    return [];
  }
  const scale = scaleOf(framework, indicator);
  const from = levelPosition(scale, gap.level) ?? 1;
  const to = levelPosition(scale, gap.target) ?? from;
  const own = texts.indicators[gap.id];
  const evidence = own?.evidence ?? [];
  if (unit === 'requirement' && gap.missingRequirements.length > 0) {
    return gap.missingRequirements.map((address) => ({
      indicator: gap.id,
      level: levelOfRequirement(address),
      requirement: address,
      step: null,
      success: [requirementText(texts, address) ?? address],
      evidence,
    }));
  }
  const nothingNamed = gap.missingRequirements.length === 0;
  return scale.levels.slice(from, to).flatMap(({ id: level }) => {
    const missing = gap.missingRequirements.filter((address) => levelOfRequirement(address) === level);
    if (missing.length === 0 && !nothingNamed) return [];
    return [
      {
        indicator: gap.id,
        level,
        requirement: null,
        step: own?.advance?.[level] ?? null,
        success: missing.map((address) => requirementText(texts, address) ?? address),
        evidence,
      },
    ];
  });
}
