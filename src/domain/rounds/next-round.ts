import type { Framework } from '../framework/framework.ts';
import { levelPosition, scaleOf } from '../framework/framework.ts';
import { successorsOf } from '../framework/supersedes.ts';
import { withdrawnRule } from '../assessment/withdrawn.ts';
import type { JournalState } from '../registers/fold.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { Register } from '../registers/all-registers.ts';
import { sayingsOf } from '../registers/all-registers.ts';
import { buildRegister, parseRegister } from '../registers/register-address.ts';

/** A register of the new round and what it starts with. */
export interface CarriedValue {
  readonly register: string;
  readonly value: JsonValue;
}

/** The indicator in the new framework: the same, those that took its place, or none. */
export function nextIdsOf(framework: Framework, id: string): readonly string[] {
  if (framework.indicatorById.has(id)) return [id];
  return successorsOf(framework.structure.supersedes, id).filter((next) => framework.indicatorById.has(next));
}

/** Lists of indicator ids, as far as the new framework has them. */
export function mapIds(framework: Framework, value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  return [...new Set(value.flatMap((id) => (typeof id === 'string' ? nextIdsOf(framework, id) : [])))];
}

/** A level is one of a scale: what names one that the new framework does not have there is decided anew. */
function levelStands(framework: Framework, register: Register, value: JsonValue): boolean {
  const indicator = 'indicator' in register ? framework.indicatorById.get(register.indicator) : undefined;
  if (indicator === undefined || typeof value !== 'object' || value === null) return false;
  const level = 'level' in value ? value['level'] : null;
  return level === null || (typeof level === 'string' && levelPosition(scaleOf(framework, indicator), level) !== null);
}

function carry(framework: Framework, register: Register, value: JsonValue): CarriedValue[] {
  const { nextRound, holdsIndicators } = sayingsOf(register);
  if (nextRound === 'left') return [];
  if (nextRound === 'carried-where-level-stands') {
    return levelStands(framework, register, value) ? [{ register: buildRegister(register), value }] : [];
  }
  const carried = holdsIndicators ? mapIds(framework, value) : value;
  if (!('indicator' in register)) return [{ register: buildRegister(register), value: carried }];
  return nextIdsOf(framework, register.indicator).map((indicator) => ({
    register: buildRegister({ ...register, indicator }),
    value: carried,
  }));
}

/**
 * What the next round starts with, from the journal of the last one: institutions, assignments, targets, measures, actions
 * with their status, instruments, and what the round is about. Never ratings, agreed levels, evidence, judgements or
 * comments: they are given anew. Nothing of what was removed. `framework` is that of the new round; ids it superseded are followed. In text order of
 * registers. docs/methodology.md section 12.
 */
export function nextRoundFrom(journal: JournalState, framework: Framework): CarriedValue[] {
  const carried = new Map<string, CarriedValue>();
  const isWithdrawn = withdrawnRule(journal);
  for (const address of [...journal.registers.keys()].sort()) {
    const value = journal.registers.get(address)?.value ?? null;
    const register = parseRegister(address);
    if (value === null || register.kind === 'unknown' || isWithdrawn(register)) continue;
    for (const next of carry(framework, register, value)) {
      // What stands under the id itself comes before what was superseded by it.
      if (next.register === address || !carried.has(next.register)) carried.set(next.register, next);
    }
  }
  return [...carried.values()].sort((a, b) => Number(a.register > b.register) - Number(a.register < b.register));
}
