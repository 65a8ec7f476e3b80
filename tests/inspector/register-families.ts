import type { RegisterState } from '../../src/domain/journal/register-state.ts';
import type { JournalState } from '../../src/domain/registers/fold.ts';
import { compareText } from '../../src/domain/journal/journal.ts';
import { ALL_REGISTERS } from '../../src/domain/registers/all-registers.ts';
import { parseRegister } from '../../src/domain/registers/register-address.ts';

/** The registers of one kind that a journal names. */
export interface RegisterFamily {
  readonly kind: string;
  /** How addresses of this kind are made; null for those that this version does not know. */
  readonly form: string | null;
  /** In the order of their addresses. */
  readonly registers: readonly RegisterState[];
}

/** Every kind of register there is, in the order of the product's list, and then what no version known here writes. */
export function registerFamilies({ registers }: JournalState): RegisterFamily[] {
  const byKind = new Map<string, RegisterState[]>();
  for (const state of [...registers.values()].sort((a, b) => compareText(a.register, b.register))) {
    const { kind } = parseRegister(state.register);
    byKind.set(kind, [...(byKind.get(kind) ?? []), state]);
  }
  const kinds = [...ALL_REGISTERS.map(({ kind, form }) => ({ kind, form })), { kind: 'unknown', form: null }];
  return kinds.map(({ kind, form }) => ({ kind, form, registers: byKind.get(kind) ?? [] }));
}
