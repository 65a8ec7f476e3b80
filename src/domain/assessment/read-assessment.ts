import type { Framework } from '../framework/framework.ts';
import type { JournalState } from '../registers/fold.ts';
import type { RegisterState } from '../journal/register-state.ts';
import type { ParsedRegister, Register } from '../registers/all-registers.ts';
import { definitionOf } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import { AssessmentDraft } from '../registers/assessment-draft.ts';
import type { AssessmentState, DamagedValue, Orphan } from '../registers/assessment-state.ts';
import { withdrawnRule } from './withdrawn.ts';

function orphanOf(framework: Framework, register: Register, address: string): Orphan | null {
  if (!('indicator' in register) || framework.indicatorById.has(register.indicator)) return null;
  const supersedes = framework.structure.supersedes ?? {};
  const next = Object.hasOwn(supersedes, register.indicator) ? supersedes[register.indicator] : undefined;
  return { register: address, indicator: register.indicator, supersededBy: next ?? null };
}

/** Registers with their addresses taken apart, without those of what was removed. */
function whatStands(state: JournalState): { readonly register: ParsedRegister; readonly state: RegisterState }[] {
  const isWithdrawn = withdrawnRule(state);
  return [...state.registers.keys()].sort().flatMap((address) => {
    const known = state.registers.get(address);
    const register = parseRegister(address);
    return known === undefined || isWithdrawn(register) ? [] : [{ register, state: known }];
  });
}

/** Values of a part of a journal that do not have the form of their registers, whether or not they stand in the whole. */
export function damagedValues({ registers }: JournalState, framework: Framework): DamagedValue[] {
  const draft = new AssessmentDraft();
  return [...registers.values()].flatMap(({ register: address, entry, value }) => {
    const register = parseRegister(address);
    if (register.kind === 'unknown' || entry === null || value === null) return [];
    const problems = definitionOf(register).ruleOf(register)?.read({ draft, framework, entry }, register) ?? [];
    return problems.length === 0 ? [] : [{ register: address, entry: entry.id, problems }];
  });
}

/**
 * What an assessment says, typed, from the fold of its journal. Nothing throws and nothing is dropped from the
 * journal: values of another form are listed as `damaged` (codes `schema.*`, `assessment.unknownLevel`), registers of
 * indicators that the framework lacks as `orphans`, unknown registers as such (docs/file-formats.md section 3). What was
 * removed is not read: no screen, report or paper can show it (`withdrawnRule`).
 */
export function readAssessment(journal: JournalState, framework: Framework): AssessmentState {
  const draft = new AssessmentDraft();
  const damaged: DamagedValue[] = [];
  const orphans: Orphan[] = [];
  const unknownRegisters: string[] = [];
  const standing = whatStands(journal);
  for (const { register, state } of standing) {
    const { register: address, entry, value } = state;
    if (register.kind === 'unknown') {
      unknownRegisters.push(address);
      continue;
    }
    if (entry === null || value === null) continue;
    const orphan = orphanOf(framework, register, address);
    if (orphan !== null) {
      orphans.push(orphan);
      continue;
    }
    const rule = definitionOf(register).ruleOf(register);
    const problems = rule?.read({ draft, framework, entry }, register) ?? [];
    if (rule === null) unknownRegisters.push(address);
    else if (problems.length > 0) damaged.push({ register: address, entry: entry.id, problems });
  }
  const states = standing.map(({ state }) => state);
  return {
    ...draft.finish(journal.joins),
    conflicts: states.filter(({ conflict }) => conflict),
    orphans,
    damaged,
    unknownRegisters,
    withoutValue: states.filter(({ withoutValue }) => withoutValue.length > 0).map(({ register }) => register),
  };
}
