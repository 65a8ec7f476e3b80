import { requirementsBetween } from '../assessment/requirements.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import { predecessorsOf, successorsOf } from '../framework/supersedes.ts';

/** What another version of a framework means for a round on it; ids of indicators, each in one of the lists. */
export interface CarryOver {
  /** They ask what they asked. */
  readonly kept: readonly string[];
  /** A requirement of theirs is new, is asked otherwise, or is asked no more: their levels are given with a fresh look. */
  readonly askedAgain: readonly string[];
  /** Others took their place, one or several. */
  readonly moved: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** Asked no more; what was written of them stays in the earlier round. */
  readonly ended: readonly string[];
  /** Of the new version, standing for none of before. */
  readonly added: readonly string[];
}

function requirementsOf(framework: Framework, indicator: Indicator): readonly string[] {
  return requirementsBetween(framework, indicator, 1, scaleOf(framework, indicator).levels.length);
}

/** What maps, what does not, and what must be answered again when a round on `last` goes on with `next`. */
export function carryOver(last: Framework, next: Framework): CarryOver {
  const { supersedes } = next.structure;
  const lives = (id: string) => next.indicatorById.has(id);
  const replacing = (id: string) => successorsOf(supersedes, id).filter((one) => one !== id && lives(one));

  const asksTheSame = (before: Indicator): boolean => {
    const now = next.indicatorById.get(before.id);
    if (now === undefined || now.scale !== before.scale) return false;
    const [old, wanted] = [requirementsOf(last, before), requirementsOf(next, now)];
    return old.length === wanted.length && old.every((address) => successorsOf(supersedes, address).join() === address);
  };

  const same = last.indicators.filter(({ id }) => lives(id));
  const kept = new Set(same.filter(asksTheSame).map(({ id }) => id));
  const gone = last.indicators.filter(({ id }) => !lives(id)).map(({ id }) => ({ from: id, to: replacing(id) }));
  return {
    kept: [...kept],
    askedAgain: same.map(({ id }) => id).filter((id) => !kept.has(id)),
    moved: gone.filter(({ to }) => to.length > 0),
    ended: gone.filter(({ to }) => to.length === 0).map(({ from }) => from),
    added: next.indicators
      .filter(
        ({ id }) =>
          !last.indicatorById.has(id) && !predecessorsOf(supersedes, id).some((old) => last.indicatorById.has(old)),
      )
      .map(({ id }) => id),
  };
}
