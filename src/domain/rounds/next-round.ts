import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { targetValueSchema } from '../assessment/register-values.ts';
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

/** The indicator in the new framework: the same, the one that took its place, or none. */
function nextIdOf(framework: Framework, id: string): string | null {
  if (framework.indicatorById.has(id)) return id;
  const supersedes = framework.structure.supersedes ?? {};
  const next = Object.hasOwn(supersedes, id) ? supersedes[id] : undefined;
  return next !== undefined && framework.indicatorById.has(next) ? next : null;
}

/** Lists of indicator ids, as far as the new framework has them. */
function mapIds(framework: Framework, value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  return [...new Set(value.flatMap((id) => (typeof id === 'string' ? (nextIdOf(framework, id) ?? []) : [])))];
}

/** A target is a level of one scale: one that the new framework does not have there is decided anew. */
function targetStands(framework: Framework, id: string, value: JsonValue): boolean {
  const parsed = targetValueSchema.safeParse(value);
  const indicator = framework.indicatorById.get(id);
  if (!parsed.success || indicator === undefined) return false;
  return 'none' in parsed.data || levelPosition(scaleOf(framework, indicator), parsed.data.level) !== null;
}

function carry(framework: Framework, register: Register, value: JsonValue): CarriedValue | null {
  const as = (changed: Register, carried = value): CarriedValue => ({
    register: buildRegister(changed),
    value: carried,
  });
  switch (register.kind) {
    case 'round':
      if (!ROUND_FIELDS.includes(register.field)) return null;
      return as(register, register.field === 'outOfScope' ? mapIds(framework, value) : value);
    case 'institution':
    case 'instrument':
      return as(register);
    case 'action':
      return as(register, register.field === 'indicators' ? mapIds(framework, value) : value);
    case 'assignment': {
      const indicator = nextIdOf(framework, register.indicator);
      return indicator === null ? null : as({ ...register, indicator });
    }
    case 'target':
      return targetStands(framework, register.indicator, value) ? as(register) : null;
    default:
      return null;
  }
}

/**
 * What the next round starts with, from the journal of the last one: institutions, assignments, targets, actions with
 * their status, instruments, and what the round is about. Never ratings, agreed levels, evidence, judgements or
 * comments: they are given anew. `framework` is that of the new round; ids it superseded are followed. In text order of
 * registers. docs/methodology.md section 12.
 */
export function nextRoundFrom(journal: JournalState, framework: Framework): CarriedValue[] {
  const carried = new Map<string, CarriedValue>();
  for (const address of [...journal.registers.keys()].sort()) {
    const value = journal.registers.get(address)?.value ?? null;
    const register = parseRegister(address);
    if (value === null || register.kind === 'unknown') continue;
    const next = carry(framework, register, value);
    // What stands under the id itself comes before what was superseded by it.
    if (next !== null && (next.register === address || !carried.has(next.register))) carried.set(next.register, next);
  }
  return [...carried.values()].sort((a, b) => Number(a.register > b.register) - Number(a.register < b.register));
}
