import { requirementsBetween } from '../assessment/requirements.ts';
import type { Framework } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import { levelOfRequirement } from '../framework/requirement-address.ts';
import { successorsOf } from '../framework/supersedes.ts';
import { isEarlier } from '../framework/is-earlier.ts';
import { majorMinor } from '../framework/frameworks-match.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { parseRegister } from '../registers/register-address.ts';

/** What an indicator asks: its levels from the lowest, by id, and the addresses of their requirements. */
export interface Asked {
  readonly scale: string;
  readonly levels: readonly string[];
  readonly requirements: readonly string[];
}

/** What a version of a framework asks, by id of the indicator; null for what it does not ask, or nobody knows. */
export type AskedBy = (indicator: string) => Asked | null;

/** Whether `version` is before that of `mine`, in more than its texts: versions `major.minor.patch`. */
export function isOlderVersion(version: string, mine: Framework): boolean {
  return majorMinor(version) !== majorMinor(mine.version) && isEarlier(version, mine.version);
}

export function askedBy(framework: Framework): AskedBy {
  return (id) => {
    const indicator = framework.indicatorById.get(id);
    if (indicator === undefined) return null;
    const { levels } = scaleOf(framework, indicator);
    const requirements = requirementsBetween(framework, indicator, 0, levels.length);
    return { scale: indicator.scale, levels: levels.map((level) => level.id), requirements };
  };
}

const levelIn = (value: JsonValue): string | null =>
  typeof value === 'object' && value !== null && 'level' in value ? String(value['level']) : null;

/**
 * What was said under an older version, as far as it says the same under this one: an answer where the requirements up
 * to its level are those of before, ticks where every one of them is still asked, texts and evidence where their
 * indicator is. Gathers which indicators are taken, and of which something is left.
 */
export class FitsNewer {
  readonly #before: AskedBy;
  readonly #now: AskedBy;
  readonly #mine: Framework;
  readonly #taken = new Set<string>();
  readonly #left = new Set<string>();

  constructor(before: AskedBy, mine: Framework) {
    this.#before = before;
    this.#now = askedBy(mine);
    this.#mine = mine;
  }

  readonly #lives = (address: string): boolean =>
    successorsOf(this.#mine.structure.supersedes, address).join() === address;

  /** Whether it asks the same up to a level; null for all of them. */
  asksTheSame(indicator: string, level: string | null): boolean {
    const [before, now] = [this.#before(indicator), this.#now(indicator)];
    if (before === null || now === null || before.scale !== now.scale) return false;
    if (before.levels.length !== now.levels.length) return false;
    const position = level === null ? now.levels.length : before.levels.indexOf(level) + 1;
    if (position === 0) return false;
    const [old, wanted] = [before, now].map(({ levels, requirements }) => {
      const held = levels.slice(0, position);
      return requirements.filter((address) => held.includes(levelOfRequirement(address))).sort();
    });
    return old?.join() === wanted?.join() && (old ?? []).every(this.#lives);
  }

  /** Whether what a register says says the same. */
  fits(address: string, value: JsonValue): boolean {
    const register = parseRegister(address);
    const indicator = 'indicator' in register ? register.indicator : null;
    if (indicator === null) return true;
    if (this.#now(indicator) === null) return false;
    if (register.kind === 'target' || ('part' in register && register.part === 'answer')) {
      const level = levelIn(value);
      return level === null || this.asksTheSame(indicator, level);
    }
    if (register.kind === 'rating' && (register.part === 'requirements' || register.part === 'under-way')) {
      return (
        value === null || (Array.isArray(value) && value.every((one) => typeof one === 'string' && this.#lives(one)))
      );
    }
    return true;
  }

  /** Notes what became of something that is said of an indicator. */
  note(address: string, value: JsonValue, isTaken: boolean): void {
    const register = parseRegister(address);
    if (!('indicator' in register) || register.indicator === null || value === null) return;
    if (isTaken) this.#taken.add(register.indicator);
    else this.leave(register.indicator);
  }

  /** Something that is said of an indicator, or of what was one, stays out. */
  leave(indicator: string): void {
    this.#left.add(indicator);
  }

  /** What to say of it: `merge.olderFramework` (framework, mine, theirs, taken, left: ids of indicators). */
  notice(theirs: string): Problem {
    const { id, version } = this.#mine;
    const params = {
      framework: id,
      mine: version,
      theirs,
      taken: [...this.#taken].filter((one) => !this.#left.has(one)).length,
      left: this.#left.size === 0 ? 'none' : [...this.#left].sort().join(', '),
    };
    return problem('merge.olderFramework', '', [], params, 'advice');
  }
}
