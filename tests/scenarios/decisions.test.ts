import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { run } from '../../src/cli/report.ts';
import { roundHalfUp } from '../../src/domain/round-half-up.ts';
import { runCollected, temporaryFolder } from '../unit/cli/run-collected.ts';

/** The worked examples of docs/methodology.md sections 5 and 6, from an answer sheet through the command to its JSON. */
const fields = z.record(z.string(), z.union([z.null(), z.number(), z.string()]));
const scenarioSchema = z.strictObject({
  method: z.string(),
  source: z.string(),
  scales: z.record(z.string(), z.int()),
  priorities: z.array(
    z.strictObject({
      id: z.string(),
      sheet: z.array(z.string()),
      scale: z.string(),
      expected: z.record(z.string(), fields),
      ranked: z.array(z.string()),
      rankedByProduct: z.array(z.string()),
    }),
  ),
  agreement: z.array(
    z.strictObject({ id: z.string(), scale: z.string(), counts: z.array(z.int()), expected: fields }),
  ),
});
const file = path.resolve(import.meta.dirname, 'decisions/worked-examples.json');
const { scales, priorities, agreement } = scenarioSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

const range = (length: number) => Array.from({ length }, (_, index) => String(index + 1));

/** A framework of one domain that holds the indicators of a case; levels are called by their place. */
function frameworkJson(indicators: readonly { readonly id: string; readonly scale: string }[]) {
  const levels = Object.entries(scales).map(([id, length]) => [id, range(length)] as const);
  const words = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  return {
    ...{ format: 'sextant-framework', formatVersion: 1, id: 'worked-examples', version: '1.0.0' },
    ...{ languages: ['en'], sourceLanguage: 'en', institutionTypes: [] },
    scales: Object.fromEntries(
      levels.map(([id, names]) => [id, { levels: names.map((name, points) => ({ id: name, points })) }]),
    ),
    method: {
      ...{ aggregate: 'mean', missing: 'exclude', notApplicable: 'exclude', minimumCoverage: 0.75, rounding: {} },
      ...{ overall: 'none', bands: [] },
    },
    sources: {},
    domains: [{ id: 'domain', indicators }],
    texts: {
      en: {
        ...{ title: 'Worked examples', description: 'Figures to compare with', attribution: 'Sextant' },
        scales: Object.fromEntries(levels.map(([id, names]) => [id, words(names)])),
        bands: {},
        domains: { domain: { title: 'Domain' } },
        indicators: Object.fromEntries(
          indicators.map(({ id, scale }) => [
            id,
            {
              ...{ title: id, question: `${id}?` },
              levels: Object.fromEntries(range(scales[scale] ?? 0).map((name) => [name, [`Requirement ${name}`]])),
            },
          ]),
        ),
      },
    },
  };
}

interface PrintedIndicator extends Record<string, unknown> {
  readonly id: string;
  readonly agreement: Record<string, unknown> & { readonly a: number | null };
}
interface Printed {
  readonly indicators: readonly PrintedIndicator[];
  readonly priorities: readonly { readonly id: string; readonly ranks: { readonly product: number | null } }[];
  readonly robustness: { readonly seed: number; readonly draws: number; readonly domains: readonly object[] };
}

async function printedReport(indicators: Parameters<typeof frameworkJson>[0], sheet: readonly string[]) {
  const folder = temporaryFolder();
  const [framework, answers] = [path.join(folder, 'framework.json'), path.join(folder, 'sheet.csv')];
  writeFileSync(framework, JSON.stringify(frameworkJson(indicators)));
  writeFileSync(answers, `${sheet.join('\n')}\n`);
  const { code, out, err } = await runCollected(run, '--framework', framework, '--answers', answers, '--format', 'json');
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as Printed;
}

const pick = (values: Record<string, unknown>, expected: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(expected).map((key) => [key, values[key]]));

describe.each(priorities)('npm run report: need, timing and rank: $id', (example) => {
  const printed = () =>
    printedReport(
      Object.keys(example.expected).map((id) => ({ id, scale: example.scale })),
      example.sheet,
    );

  it('says of each what was worked out by hand', async () => {
    const { indicators } = await printed();
    const said = Object.entries(example.expected).map(([id, expected]) => [
      id,
      pick(indicators.find((one) => one.id === id) ?? {}, expected),
    ]);
    expect(Object.fromEntries(said)).toEqual(example.expected);
  });

  it('ranks by impact, and beside it by the product, in which hard but essential reforms sink', async () => {
    const report = await printed();
    expect(report.priorities.map(({ id }) => id)).toEqual(example.ranked);
    const byProduct = [...report.priorities].sort((a, b) => Number(a.ranks.product) - Number(b.ranks.product));
    expect(byProduct.map(({ id }) => id)).toEqual(example.rankedByProduct);
  });

  it('carries the robustness with its seed and draws', async () => {
    const { seed, draws, domains } = (await printed()).robustness;
    expect({ seed, draws }).toEqual({ seed: 1, draws: 10_000 });
    expect(domains[0]).toEqual(
      expect.objectContaining({ id: 'domain', low: expect.any(Number), high: expect.any(Number) }),
    );
    expect(domains[0]).toEqual(expect.objectContaining({ bandShare: null, lowestShare: null }));
  });
});

describe('npm run report: agreement of institutions', () => {
  it.each(agreement)('$id: $counts', async ({ id, scale, counts, expected }) => {
    const ratings = counts.flatMap((count, place) => Array<number>(count).fill(place + 1));
    const rows = ratings.map((level, index) => `${id};Institution ${index + 1};${level}`);
    const report = await printedReport([{ id, scale }], ['indicator;institution;answer', ...rows]);
    const said = pick(report.indicators[0]?.agreement ?? {}, expected);
    const a = said['a'];
    expect({ ...said, a: typeof a === 'number' ? roundHalfUp(a, 3) : a }).toEqual(expected);
  });
});
