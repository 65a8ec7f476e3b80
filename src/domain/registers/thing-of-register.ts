import { FIRST_VOTE } from './rating.ts';
import type { ParsedRegister } from './all-registers.ts';
import { parseRegister } from './register-address.ts';

/** What one institution says of one indicator in one vote: answer, ticks, confidence and comment, or that it has none. */
export interface Opinion {
  readonly institution: string;
  readonly indicator: string;
  readonly vote: number;
}

/** The opinion that a register is part of; null for anything else. */
export function opinionOf(register: ParsedRegister): Opinion | null {
  switch (register.kind) {
    case 'rating':
      return { institution: register.institution, indicator: register.indicator, vote: register.vote };
    case 'mandate':
    case 'no-view':
      return { institution: register.institution, indicator: register.indicator, vote: FIRST_VOTE };
    default:
      return null;
  }
}

/**
 * The one thing that a register belongs to, as text: registers of one thing are replaced, and chosen, together. An
 * opinion is one thing, and so is an agreed level with its reason and forum; every other register is one by itself.
 */
export function thingOfRegister(address: string): string {
  const register = parseRegister(address);
  if (register.kind === 'agreed') return `agreed/${register.indicator}`;
  const opinion = opinionOf(register);
  return opinion === null ? address : `opinion/${opinion.institution}/${opinion.indicator}/${opinion.vote}`;
}

/** Whether a register holds the comment of an opinion, which stands beside the answer. */
export function isComment(address: string): boolean {
  const register = parseRegister(address);
  return register.kind === 'rating' && register.part === 'comment';
}

/** Whether a register holds the answer of an opinion, or the level that was agreed, itself. */
export function isAnswer(address: string): boolean {
  const register = parseRegister(address);
  return (register.kind === 'rating' || register.kind === 'agreed') && register.part === 'answer';
}

/** One register for each thing that some registers belong to, in their order; of an answer that of the answer itself. */
export function onePerThing(registers: readonly string[]): string[] {
  const chosen = new Map<string, string>();
  for (const one of registers) {
    const thing = thingOfRegister(one);
    if (!chosen.has(thing) || isAnswer(one)) chosen.set(thing, one);
  }
  return [...chosen.values()];
}
