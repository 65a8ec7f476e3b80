import { requirementsBetween } from '../assessment/requirements.ts';
import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { successorsOf } from '../framework/supersedes.ts';
import type { Entry, JsonValue } from '../journal/entry-schema.ts';
import { isFull } from '../journal/entry-schema.ts';
import { majorMinor } from '../framework/frameworks-match.ts';
import type { MergeSide } from '../returns/preview-merge.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { ParsedRegister } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { IncomingReturn } from '../returns/incoming-return.ts';

/** Whether a version `major.minor.patch` is before another. */
function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Whether a side stands on an older version of this framework, from which its answers can be mapped. */
function isOnOlder(theirs: Framework, mine: Framework): boolean {
  const differs = majorMinor(theirs.version) !== majorMinor(mine.version);
  return theirs.id === mine.id && differs && isOlder(theirs.version, mine.version);
}

type Fits = (register: ParsedRegister, value: JsonValue) => boolean;

const levelIn = (value: JsonValue): string | null =>
  typeof value === 'object' && value !== null && 'level' in value ? String(value['level']) : null;

/** Whether what a register says of an indicator says the same under the newer version. */
function fitsIn(last: Framework, next: Framework): Fits {
  const { supersedes } = next.structure;
  const lives = (address: string) => successorsOf(supersedes, address).join() === address;
  const asksTheSame = (id: string, level: string | null): boolean => {
    const [before, now] = [last.indicatorById.get(id), next.indicatorById.get(id)];
    if (before === undefined || now === undefined || before.scale !== now.scale) return false;
    const [old, wanted] = [scaleOf(last, before), scaleOf(next, now)];
    const top = old.levels.length;
    const position = level === null ? top : levelPosition(old, level);
    if (position === null || wanted.levels.length !== top) return false;
    const asked = [last, next].map((one, index) => requirementsBetween(one, index === 0 ? before : now, 1, position));
    return asked[0]?.join() === asked[1]?.join() && (asked[0] ?? []).every(lives);
  };
  return (register, value) => {
    const indicator = 'indicator' in register ? register.indicator : null;
    if (indicator === null) return true;
    if (!next.indicatorById.has(indicator)) return false;
    if (register.kind === 'target' || ('part' in register && register.part === 'answer')) {
      const level = levelIn(value);
      return level === null || asksTheSame(indicator, level);
    }
    if (register.kind === 'rating' && register.part === 'requirements') {
      return Array.isArray(value) && value.every((address) => typeof address === 'string' && lives(address));
    }
    return true;
  };
}

/** A return as far as it says something of the newer version: of what is left out nothing was changed either. */
function asFarAs(fits: Fits, returned: IncomingReturn): IncomingReturn {
  const { said, changed } = returned;
  const left = new Map([...said].filter(([register, value]) => fits(parseRegister(register), value)));
  return { ...returned, said: left, changed: new Set([...changed].filter((one) => left.has(one) || !said.has(one))) };
}

/**
 * A side that was made on an older version of a framework, as one on that framework: an answer counts where the requirements up
 * to its level are those of before, ticks where every one of them is still asked, texts and evidence where their indicator is.
 * What does not is left out and named; it stays in the file that it came in. Null for a side on another framework, or
 * on this or a newer version. Advice: `merge.olderFramework` (framework, mine, theirs, taken, left: ids of indicators).
 */
export function mapToNewer(side: MergeSide, mine: Framework): { side: MergeSide; notices: readonly Problem[] } | null {
  const theirs = side.framework;
  if (!isOnOlder(theirs, mine)) return null;
  const fits = fitsIn(theirs, mine);
  const left = new Set<string>();
  const taken = new Set<string>();
  const does = (register: string, value: JsonValue): boolean => {
    const parsed = parseRegister(register);
    const isThere = fits(parsed, value);
    if ('indicator' in parsed && parsed.indicator !== null && value !== null)
      (isThere ? taken : left).add(parsed.indicator);
    return isThere;
  };
  const entries = side.journal.entries.filter((entry: Entry) => !isFull(entry) || does(entry.register, entry.value));
  const params = {
    framework: mine.id,
    mine: mine.version,
    theirs: theirs.version,
    taken: [...taken].filter((id) => !left.has(id)).length,
    left: left.size === 0 ? 'none' : [...left].sort().join(', '),
  };
  const { returned } = side;
  return {
    side: {
      ...side,
      framework: mine,
      journal: { ...side.journal, entries },
      ...(returned === undefined ? {} : { returned: asFarAs(fits, returned) }),
    },
    notices: [problem('merge.olderFramework', '', [], params, 'advice')],
  };
}
