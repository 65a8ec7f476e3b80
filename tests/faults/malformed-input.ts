import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { MAXIMUM_PARTS, RATIO_FROM_BYTES } from '../../src/domain/limits.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { sha256Hex } from '../../src/domain/sha256.ts';
import { parseAnswerSheet } from '../../src/file/answer-sheet.ts';
import { parseFrameworkFile } from '../../src/file/framework-file.ts';
import { readSextantFile } from '../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../src/file/write-sextant-file.ts';
import { mergeJournals } from '../../src/domain/journal/merge.ts';
import { previewMerges } from '../../src/domain/returns/preview-merges.ts';
import { fold } from '../../src/domain/registers/fold.ts';
import { readAssessment } from '../../src/domain/assessment/read-assessment.ts';
import { sampleAssessment } from '../fixtures/sample-assessment.ts';
import { tinyFrameworkJson } from '../fixtures/tiny-framework.ts';
import type { FaultFigures } from './fault-figures.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 12);
const mine = sampleAssessment();
const file = writeSextantFile(mine);
const parts = unzipSync(file);
const sheet = [
  'indicator,answer,comment',
  'A-1,emerging,"a, b"',
  'A-2,n/a,No coast',
  'B-1,unknown,',
  'B-2,mature,',
].join('\n');

/** The record as it must stay, whatever is read. */
const recordHash = () =>
  sha256Hex(canonicalJson(mine.journal.entries as unknown as Parameters<typeof canonicalJson>[0]));
const before = recordHash();

type Json = unknown;

/** Values that break assumptions: wrong kinds, huge and odd numbers, names of Object.prototype, formulas, markup. */
const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    -1,
    0,
    1e308,
    1.5,
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    '<b>',
    '\u0000',
    '\uD800',
    [],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'id', 'toString', 'valueOf', 'levels'), fc.constant(1)),
  fc.constant(Array.from({ length: 300 }).reduce<Json>((inner) => [inner], [])),
);

interface Change {
  readonly at: number;
  readonly kind: 'replace' | 'remove' | 'repeat' | 'rename';
  readonly value: Json;
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('replace' as const, 'remove' as const, 'repeat' as const, 'rename' as const),
    value: odd,
  }),
  { minLength: 1, maxLength: 4 },
);

function containersOf(value: Json): (Record<string, Json> | Json[])[] {
  if (value === null || typeof value !== 'object') return [];
  const own = value as Record<string, Json> | Json[];
  return [own, ...Object.values(own).flatMap(containersOf)];
}

/** A copy with something changed somewhere in it. */
function damage(original: Json, made: readonly Change[]): Json {
  const copy = structuredClone(original);
  for (const { at, kind, value } of made) {
    const containers = containersOf(copy);
    const container = containers[at % Math.max(1, containers.length)];
    if (container === undefined) continue;
    const keys = Object.keys(container);
    const key = keys[at % Math.max(1, keys.length)] ?? '0';
    const target = container as Record<string, Json>;
    if (kind === 'replace') target[key] = structuredClone(value);
    else if (kind === 'remove') Reflect.deleteProperty(target, key);
    else if (kind === 'repeat' && Array.isArray(container)) container.push(structuredClone(target[key]));
    // As a text would bring it: a key of its own, which an assignment would not make.
    else
      Object.defineProperty(target, typeof value === 'string' ? value : 'renamed', {
        value: structuredClone(target[key]),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return copy;
}

const bytesDamage = fc.record({
  flips: fc.array(fc.record({ at: fc.nat(), to: fc.nat(255) }), { maxLength: 8 }),
  cut: fc.option(fc.nat(), { nil: null }),
  inserted: fc.uint8Array({ maxLength: 16 }),
});

function damageBytes(
  original: Uint8Array,
  { flips, cut, inserted }: { flips: { at: number; to: number }[]; cut: number | null; inserted: Uint8Array },
): Uint8Array {
  const copy = Uint8Array.from(original);
  for (const { at, to } of flips) copy[at % copy.length] = to;
  const end = cut === null ? copy.length : cut % (copy.length + 1);
  return Uint8Array.from([...copy.subarray(0, end), ...inserted]);
}

const text = (value: Json) => strToU8(JSON.stringify(value) ?? 'null');
const decoder = new TextDecoder();
const journalLines = decoder.decode(parts['journal.ndjson']).trimEnd().split('\n');
const jsonOf = (name: string): Json => JSON.parse(decoder.decode(parts[name]));

/** What the app does with a chosen assessment file up to the question whether to take it in. */
function takeInFile(bytes: Uint8Array): readonly Problem[] {
  const read = readSextantFile(bytes);
  if (!read.ok) return read.problems;
  const { assessment, framework, journal } = read.value;
  readAssessment(fold(journal.entries), framework);
  previewMerges(mine, [{ assessment, framework, journal }], NOW_MS);
  const merged = mergeJournals(mine.journal, journal);
  const kept = new Set(merged.entries.map(({ id }) => id));
  if (!mine.journal.entries.every(({ id }) => kept.has(id))) throw new Error('a merge dropped an entry');
  return [];
}

function takeInFramework(bytes: Uint8Array): readonly Problem[] {
  const read = parseFrameworkFile(bytes, 'framework.json');
  return read.ok ? [] : read.problems;
}

function takeInSheet(words: string): readonly Problem[] {
  const read = parseAnswerSheet(words, mine.framework);
  return read.ok ? [] : read.problems;
}

/** A zip whose directory announces other sizes than it holds: `unpacked` and `count` as somebody would write them. */
function announce(bytes: Uint8Array, { at, unpacked, count }: { at: number; unpacked: number; count: number | null }) {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  let entry = view.getUint32(end + 16, true);
  for (let skipped = at % view.getUint16(end + 10, true); skipped > 0; skipped -= 1)
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  view.setUint32(entry + 24, unpacked, true);
  if (count !== null) view.setUint16(end + 10, count, true);
  return copy;
}

/** Made once: what packs to a thousandth, and more parts than any file has. */
const exaggerated = ['journal.ndjson', 'framework.json'].map((name) =>
  zipSync({ ...parts, [name]: new Uint8Array(RATIO_FROM_BYTES + 1).fill(10) }),
);
const crowded = [MAXIMUM_PARTS, MAXIMUM_PARTS + 1].map((count) =>
  zipSync(Object.fromEntries(Array.from({ length: count }, (_, n) => [`evidence/${n}`, new Uint8Array()]))),
);

interface Kind {
  readonly name: string;
  readonly inputs: fc.Arbitrary<() => readonly Problem[]>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'malformed frameworks',
    inputs: fc.oneof(
      changes.map((made) => () => takeInFramework(text(damage(tinyFrameworkJson(), made)))),
      bytesDamage.map((made) => () => takeInFramework(damageBytes(text(tinyFrameworkJson()), made))),
    ),
  },
  {
    name: 'malformed assessment files',
    inputs: fc.oneof(
      bytesDamage.map((made) => () => takeInFile(damageBytes(file, made))),
      fc.tuple(fc.constantFrom('manifest.json', 'framework.json'), changes).map(
        ([name, made]) =>
          () =>
            takeInFile(zipSync({ ...parts, [name]: text(damage(jsonOf(name), made)) })),
      ),
      fc.tuple(fc.nat(journalLines.length - 1), changes).map(([line, made]) => () => {
        const lines = journalLines.map((one, at) =>
          at === line ? (JSON.stringify(damage(JSON.parse(one), made)) ?? '') : one,
        );
        return takeInFile(zipSync({ ...parts, 'journal.ndjson': strToU8(lines.join('\n')) }));
      }),
      fc.tuple(fc.constantFrom(...Object.keys(parts), '../x', 'evidence/x', 'constructor'), bytesDamage).map(
        ([name, made]) =>
          () =>
            takeInFile(
              zipSync(Object.fromEntries([...Object.entries(parts), [name, damageBytes(parts[name] ?? file, made)]])),
            ),
      ),
    ),
  },
  {
    name: 'files that announce more than they hold (ratios, numbers of parts)',
    inputs: fc.oneof(
      {
        weight: 20,
        arbitrary: fc
          .record({
            at: fc.nat(),
            unpacked: fc.oneof(fc.nat(), fc.constantFrom(0, 2 ** 29, 2 ** 31, 2 ** 32 - 1)),
            count: fc.option(fc.nat(0xffff), { nil: null }),
          })
          .map((made) => () => takeInFile(announce(file, made))),
      },
      { weight: 1, arbitrary: fc.constantFrom(...exaggerated, ...crowded).map((made) => () => takeInFile(made)) },
    ),
  },
  {
    name: 'malformed answer sheets (CSV)',
    inputs: fc.oneof(
      bytesDamage.map((made) => () => takeInSheet(decoder.decode(damageBytes(strToU8(sheet), made)))),
      fc
        .array(
          fc.array(
            fc.oneof(
              odd.map((value) => JSON.stringify(value) ?? ''),
              fc.constantFrom('A-1', 'mature', '"', ';', ','),
            ),
            { maxLength: 8 },
          ),
          { maxLength: 8 },
        )
        .map((rows) => () => takeInSheet(['indicator,answer,comment', ...rows.map((row) => row.join(','))].join('\n'))),
    ),
  },
];

function tryAll({ name, inputs }: Kind, runs: number): FaultFigures {
  const faults: string[] = [];
  let survived = 0;
  let refused = 0;
  for (const input of fc.sample(inputs, { numRuns: runs, seed: 2026 })) {
    try {
      const problems = input();
      if (problems.length > 0) refused += 1;
      if (Reflect.get({}, 'polluted') !== undefined || Object.keys(Object.prototype).length > 0) {
        throw new Error('Object.prototype was changed');
      }
      survived += 1;
    } catch (error) {
      if (faults.length < 5) faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  const changed = recordHash() !== before;
  if (changed) faults.push('the record was changed');
  return {
    name,
    tried: runs,
    survived,
    lost: changed ? 1 : 0,
    compared: `${refused} refused, the rest read whole`,
    faults,
  };
}

/** A file cut off at every hundredth of its length: refused with words, never half-read. */
function truncated(): FaultFigures {
  const faults: string[] = [];
  for (let percent = 0; percent < 100; percent++) {
    const problems = takeInFile(file.subarray(0, Math.floor((file.length * percent) / 100)));
    if (problems.length === 0) faults.push(`a file cut off at ${percent} % was read`);
  }
  const changed = recordHash() !== before;
  return {
    name: 'file cut off at every 1 % of its length',
    tried: 100,
    survived: 100 - faults.length,
    lost: changed ? 1 : 0,
    compared: 'refused whole, record unchanged',
    faults,
  };
}

/** Files that no app wrote, `runs` in all: no uncaught error, and the record stays as it was. */
export function malformedInput(runs: number): FaultFigures[] {
  const each = Math.ceil(runs / KINDS.length);
  return [truncated(), ...KINDS.map((kind) => tryAll(kind, each))];
}
