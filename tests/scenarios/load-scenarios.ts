import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import type { FrameworkStructure } from '../../src/domain/framework/framework-schema.ts';
import { frameworkStructureSchema } from '../../src/domain/framework/framework-schema.ts';

const here = (name: string) => path.resolve(import.meta.dirname, name);
const root = (path: string) => here(`../../${path}`);
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A number (or null) is the expected score; an object names the fields of the node that the case is about. */
const expectedNode = z.union([
  z.null(),
  z.number(),
  z.partial(
    z.strictObject({
      score: z.nullable(z.number()),
      shown: z.nullable(z.number()),
      band: z.nullable(z.string()),
      between: z.nullable(z.array(z.string())),
      low: z.nullable(z.number()),
      high: z.nullable(z.number()),
      answered: z.number(),
      applicable: z.number(),
      total: z.number(),
      status: z.string(),
    }),
  ),
]);
const expectedNodes = z.optional(z.record(z.string(), expectedNode));

const caseSchema = z.strictObject({
  name: z.string(),
  why: z.string(),
  /** Decimals the published figure is given in; nine where it is exact. */
  decimals: z.optional(z.int()),
  answers: z.record(z.string(), z.string()),
  outOfScope: z.optional(z.array(z.string())),
  expected: z.strictObject({
    overall: z.optional(expectedNode),
    domains: expectedNodes,
    subdomains: expectedNodes,
    indicators: expectedNodes,
  }),
});

const heading = { method: z.string(), source: z.string(), verified: z.boolean(), note: z.optional(z.string()) };

const scenarioSchema = z.union([
  z.strictObject({
    ...heading,
    /** Where the project ships this instrument, its own files are scored instead of `framework`. */
    frameworkFolder: z.optional(z.string()),
    framework: frameworkStructureSchema,
    cases: z.array(caseSchema).check(z.minLength(1)),
  }),
  z.strictObject({
    ...heading,
    expressible: z.literal(false),
    reason: z.string().check(z.minLength(40)),
    published: z.record(z.string(), z.unknown()),
  }),
]);

type Parsed = z.infer<typeof scenarioSchema>;
export type ScenarioCase = z.infer<typeof caseSchema>;
export type ExpectedNode = z.infer<typeof expectedNode>;
export type Scenario = { readonly file: string } & Parsed;

/** Every scenario of this folder by file name. Throws with the file name and what is wrong. */
export function loadScenarios(): Scenario[] {
  const files = readdirSync(here('.')).filter((name) => name.endsWith('.json'));
  return files.sort().map((file) => {
    const parsed = scenarioSchema.safeParse(read(here(file)));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    return { file, ...parsed.data };
  });
}

/** The structure a scenario is scored with: the shipped instrument where there is one, else the one in the file. */
export function structureOfScenario(scenario: Extract<Scenario, { cases: unknown }>): FrameworkStructure {
  const shipped = scenario.frameworkFolder === undefined ? null : root(`${scenario.frameworkFolder}/framework.json`);
  return shipped === null || !existsSync(shipped) ? scenario.framework : frameworkStructureSchema.parse(read(shipped));
}
