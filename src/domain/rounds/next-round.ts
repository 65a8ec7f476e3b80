import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { successorsOf } from '../framework/supersedes.ts';
import { targetValueSchema } from '../assessment/register-values.ts';
import { isRemovalMark, withdrawnRule } from '../assessment/withdrawn.ts';
import type { JournalState, JsonValue } from '../journal/fold.ts';
import type { Register } from '../journal/registers.ts';
import { buildRegister, parseRegister } from '../journal/registers.ts';

/** A register of the new round and what it starts with. */
export interface CarriedValue {
  readonly register: string;
  readonly value: JsonValue;
}

/** Of the round itself: what it is about stays, what dates it or was written on its results does not. */
const ROUND_FIELDS = [
  'country',
  'lead',
  'sponsor',
  'purpose',
  'marking',
  'contexts',
  'scope',
  'route',
  'outOfScope',
  'reportLanguage',
  'lenses',
  'fictional',
];

/** Of institutions, who they are. */
const INSTITUTION_FIELDS = ['name', 'type', 'role', 'contact'];

/** The indicator in the new framework: the same, those that took its place, or none. */
function nextIdsOf(framework: Framework, id: string): readonly string[] {
  if (framework.indicatorById.has(id)) return [id];
  return successorsOf(framework.structure.supersedes, id).filter((next) => framework.indicatorById.has(next));
}

/** Lists of indicator ids, as far as the new framework has them. */
function mapIds(framework: Framework, value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  return [...new Set(value.flatMap((id) => (typeof id === 'string' ? nextIdsOf(framework, id) : [])))];
}

/** A target is a level of one scale: one that the new framework does not have there is decided anew. */
function targetStands(framework: Framework, id: string, value: JsonValue): boolean {
  const parsed = targetValueSchema.safeParse(value);
  const indicator = framework.indicatorById.get(id);
  if (!parsed.success || indicator === undefined) return false;
  return 'none' in parsed.data || levelPosition(scaleOf(framework, indicator), parsed.data.level) !== null;
}

function carry(framework: Framework, register: Register, value: JsonValue): CarriedValue[] {
  const as = (changed: Register, carried = value): CarriedValue => ({
    register: buildRegister(changed),
    value: carried,
  });
  switch (register.kind) {
    case 'round':
      if (!ROUND_FIELDS.includes(register.field)) return [];
      return [as(register, register.field === 'outOfScope' ? mapIds(framework, value) : value)];
    case 'institution':
      // A pack would make the new round that of its institution; what it had no view on is asked anew.
      return INSTITUTION_FIELDS.includes(register.field) ? [as(register)] : [];
    case 'instrument':
      return [as(register)];
    case 'action':
      return [as(register, register.field === 'indicators' ? mapIds(framework, value) : value)];
    case 'assignment':
      return nextIdsOf(framework, register.indicator).map((indicator) => as({ ...register, indicator }));
    case 'target':
      return targetStands(framework, register.indicator, value) ? [as(register)] : [];
    default:
      return [];
  }
}

/**
 * What the next round starts with, from the journal of the last one: institutions, assignments, targets, actions with
 * their status, instruments, and what the round is about. Never ratings, agreed levels, evidence, judgements or
 * comments: they are given anew. Nothing of what was removed. `framework` is that of the new round; ids it superseded are followed. In text order of
 * registers. docs/methodology.md section 12.
 */
export function nextRoundFrom(journal: JournalState, framework: Framework): CarriedValue[] {
  const carried = new Map<string, CarriedValue>();
  const isWithdrawn = withdrawnRule(journal);
  for (const address of [...journal.registers.keys()].sort()) {
    const value = journal.registers.get(address)?.value ?? null;
    const register = parseRegister(address);
    if (value === null || register.kind === 'unknown' || isWithdrawn(register) || isRemovalMark(register)) continue;
    for (const next of carry(framework, register, value)) {
      // What stands under the id itself comes before what was superseded by it.
      if (next.register === address || !carried.has(next.register)) carried.set(next.register, next);
    }
  }
  return [...carried.values()].sort((a, b) => Number(a.register > b.register) - Number(a.register < b.register));
}
