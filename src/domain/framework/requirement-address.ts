import type { FrameworkTexts } from './framework-schema.ts';

/** The requirements of a level, by the letters that stand in their addresses and before their sentences. */
export const REQUIREMENT_LETTERS = 'abc';

export interface RequirementAddress {
  readonly indicator: string;
  readonly level: string;
  /** Position in its level, from 0. */
  readonly index: number;
}

/** The form of an address of a requirement. */
export const REQUIREMENT_ADDRESS = /^([^/]+)\/([^/]+)\/([abc])$/;

/** Address of a requirement: `<indicator>/<level>/<a|b|c>`; `index` from 0. */
export function requirementAddress(indicatorId: string, levelId: string, index: number): string {
  return `${indicatorId}/${levelId}/${REQUIREMENT_LETTERS.charAt(index)}`;
}

/** The parts of an address; null for what is none. */
function parseRequirementAddress(address: string): RequirementAddress | null {
  const [, indicator, level, letter] = REQUIREMENT_ADDRESS.exec(address) ?? [];
  if (indicator === undefined || level === undefined || letter === undefined) return null;
  return { indicator, level, index: REQUIREMENT_LETTERS.indexOf(letter) };
}

/** The level in an address of a requirement; '' for what is none. */
export function levelOfRequirement(address: string): string {
  return parseRequirementAddress(address)?.level ?? '';
}

/** The letter in an address of a requirement; '' for what is none. */
export function letterOfRequirement(address: string): string {
  return REQUIREMENT_ADDRESS.exec(address)?.[3] ?? '';
}

/** The sentence of a requirement; undefined where the texts have none at that address. */
export function requirementText(texts: FrameworkTexts, address: string): string | undefined {
  const parsed = parseRequirementAddress(address);
  return parsed === null ? undefined : texts.indicators[parsed.indicator]?.levels[parsed.level]?.[parsed.index];
}
