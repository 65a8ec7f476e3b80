import fc from 'fast-check';
import type { Entry, FullEntry } from '../../../../src/domain/journal/entry-schema.ts';
import type { Journal } from '../../../../src/domain/journal/journal.ts';
import { journalOf } from '../../../../src/domain/journal/merge.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

export const RUNS = lawRuns(1000);

const REGISTERS = ['target/A', 'impact/A', 'rating/labour/A/1/answer', 'somebody-elses/thing'];

/** Id number `n` of a small universe, so that journals drawn apart share entries. */
export function idOf(n: number): string {
  const instant = new Date(Date.UTC(2026, 10, 21, 9, 0, 0, n % 7)).toISOString();
  return `${instant}-${String(n % 5).padStart(4, '0')}-${n.toString(16).padStart(16, '0')}`;
}

const UNIVERSE = 24;
const idArbitrary = fc.nat(UNIVERSE - 1).map(idOf);

function fullEntry(
  id: string,
  register: string,
  value: number | string | null,
  replaces: readonly string[],
): FullEntry {
  return { id, at: id.slice(0, 24), actor: 'institution:labour', register, value, replaces: [...new Set(replaces)] };
}

/** What entry `n` of the universe is: the same wherever it turns up. */
function universeEntry(n: number, shape: readonly number[]): FullEntry {
  const seed = shape[n % shape.length] ?? 0;
  const register = REGISTERS[(n + seed) % REGISTERS.length] ?? 'target/A';
  const replaces = [seed % UNIVERSE, (seed >> 3) % UNIVERSE].slice(0, seed % 3).map(idOf);
  return fullEntry(idOf(n), register, seed % 4 === 0 ? null : seed, replaces);
}

function stubOf(entry: FullEntry): Entry {
  return { id: entry.id, register: entry.register, replaces: entry.replaces, redacted: true };
}

const shapeArbitrary = fc.array(fc.nat(1000), { minLength: 1, maxLength: UNIVERSE });

function journalFrom(shape: readonly number[]): fc.Arbitrary<Journal> {
  const entry = fc
    .tuple(fc.nat(UNIVERSE - 1), fc.constantFrom('full', 'full', 'full', 'stub', 'variant'), fc.nat(2))
    .map(([n, form, change]) => {
      const full = universeEntry(n, shape);
      if (form === 'stub') return stubOf(full);
      return form === 'variant' ? { ...full, value: `changed ${change}` } : full;
    });
  return fc
    .tuple(fc.array(entry, { maxLength: 30 }), fc.array(fc.constantFrom('{', 'x', '{"id":1}'), { maxLength: 2 }))
    .map(([entries, lines]) => journalOf(entries, lines));
}

/** Journals of one universe: full entries, stubs, entries altered by hand, damaged lines, circles. */
export function journalsArbitrary(count: number): fc.Arbitrary<Journal[]> {
  return shapeArbitrary.chain((shape) => fc.array(journalFrom(shape), { minLength: count, maxLength: count }));
}

/** Entries as the application writes them: each replaces only entries before it in its register. */
export const orderlyEntriesArbitrary: fc.Arbitrary<FullEntry[]> = fc
  .array(fc.tuple(fc.constantFrom(...REGISTERS), fc.option(fc.nat(9)), fc.nat(255)), { maxLength: UNIVERSE })
  .map((steps) => {
    const entries: FullEntry[] = [];
    steps.forEach(([register, value, mask], index) => {
      const before = entries.filter((entry) => entry.register === register);
      const replaces = before.filter((_, position) => ((mask >> (position % 8)) & 1) === 1).map(({ id }) => id);
      const instant = new Date(Date.UTC(2026, 10, 21, 9, 0, 0, index)).toISOString();
      entries.push(fullEntry(`${instant}-0000-${index.toString(16).padStart(16, '0')}`, register, value, replaces));
    });
    return entries;
  });

export { fullEntry, idArbitrary, stubOf };
