import { isRemovalMark, withdrawnRule } from '../assessment/withdrawn.ts';
import type { Framework } from '../framework/framework.ts';
import { successorsOf } from '../framework/supersedes.ts';
import type { Entry, JsonValue } from '../journal/entry-schema.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import { fold } from '../registers/fold.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';
import { askedBy, FitsNewer } from './fits-newer.ts';
import type { RegisterValue } from './make-initial-entries.ts';
import { mapIds, nextIdsOf } from './next-round.ts';

/** What becomes of what an assessment says when it goes on with a newer version of its framework. */
export interface CarriedAssessment {
  /** What goes over, for the journal of the new assessment. */
  readonly values: readonly RegisterValue[];
  /** What stays in the earlier one alone. */
  readonly left: readonly { readonly register: string; readonly value: JsonValue }[];
  /** Indicators of the newer version that were answered and have to be answered again: ids in its order. */
  readonly again: readonly string[];
}

const isTicks = (part: unknown) => part === 'requirements' || part === 'under-way';

/**
 * An assessment as far as it says the same under a newer version: answers where the requirements up to their level are those
 * of before, ticks by the address of their requirement, what was agreed with its answer, everything else where its indicator
 * still is. Nothing of the earlier assessment changes. docs/file-formats.md section 1.
 */
export function carryAssessment(
  original: { readonly countedEntries: readonly Entry[]; readonly framework: Framework },
  next: Framework,
): CarriedAssessment {
  const state = fold(original.countedEntries);
  const isWithdrawn = withdrawnRule(state);
  const newer = new FitsNewer(askedBy(original.framework), next);
  const { supersedes } = next.structure;
  const values: RegisterValue[] = [];
  const ticks = new Map<string, { readonly actor: RegisterValue['actor']; readonly addresses: Set<string> }>();
  const left: { register: string; value: JsonValue }[] = [];
  const again = new Set<string>();
  const created = buildRegister({ kind: 'round', field: 'created' });
  const validation = buildRegister({ kind: 'validation' });
  const asked = askedBy(next);
  const indicatorOf = (address: string) => address.split('/')[0] ?? '';
  const lives = (address: string) => asked(indicatorOf(address))?.requirements.includes(address) === true;

  for (const { register, entry, value } of state.registers.values()) {
    const parsed = parseRegister(register);
    if (entry === null || value === null || register === created || register === validation) continue;
    if (parsed.kind !== 'unknown' && (isWithdrawn(parsed) || isRemovalMark(parsed))) continue;
    const said = { register, value, actor: entry.actor as RegisterValue['actor'] & string };
    if (!('indicator' in parsed) || parsed.indicator === null) {
      const holds = parsed.kind !== 'unknown' && sayingsOf(parsed).holdsIndicators;
      values.push(holds ? { ...said, value: mapIds(next, value) } : said);
      continue;
    }
    const { indicator } = parsed;
    if (parsed.kind === 'rating' && isTicks(parsed.part) && Array.isArray(value)) {
      const old = value.filter((one): one is string => typeof one === 'string');
      const moved = old.map((address) => [address, successorsOf(supersedes, address).filter(lives)] as const);
      for (const address of moved.flatMap(([, to]) => to)) {
        const own = buildRegister({ ...parsed, indicator: indicatorOf(address) });
        const held = ticks.get(own) ?? { actor: said.actor, addresses: new Set<string>() };
        ticks.set(own, held);
        held.addresses.add(address);
      }
      const lost = moved.filter(([, to]) => to.length === 0).map(([address]) => address);
      if (lost.length > 0) left.push({ register, value: lost });
      continue;
    }
    // What was agreed goes with the answer that was agreed on.
    const agreed = state.registers.get(buildRegister({ kind: 'agreed', indicator, part: 'answer' }))?.value ?? null;
    const isOfMeeting = parsed.kind === 'agreed' || parsed.kind === 'room' || parsed.kind === 'reveal';
    const isAgreed =
      agreed === null || newer.fits(buildRegister({ kind: 'agreed', indicator, part: 'answer' }), agreed);
    const isTaken = newer.fits(register, value) && (!isOfMeeting || (isAgreed && newer.asksTheSame(indicator, null)));
    if (isTaken) values.push(said);
    else {
      left.push({ register, value });
      for (const id of nextIdsOf(next, indicator)) again.add(id);
    }
  }
  for (const [register, { actor, addresses }] of ticks) {
    values.push({ register, value: [...addresses].sort(), ...(actor === undefined ? {} : { actor }) });
  }
  return { values, left, again: next.indicators.map(({ id }) => id).filter((id) => again.has(id)) };
}
