import * as z from 'zod/mini';

/**
 * Framework format version 1 as it stands in files (docs/file-formats.md section 1).
 * `structure` is framework.json, `texts` one <lang>.json. The single-file form is the structure with `texts` inside.
 */

export const FRAMEWORK_FORMAT = 'sextant-framework';
export const FRAMEWORK_FORMAT_VERSION = 1;

const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const SEMANTIC_VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export const idSchema = z.string().check(z.regex(ID_PATTERN), z.maxLength(64));
const languageSchema = z.string().check(z.regex(LANGUAGE_TAG));
const textSchema = z.string().check(z.regex(/\S/), z.maxLength(4000));
const weightSchema = z.number().check(z.nonnegative(), z.lte(1_000_000));
const decimalsSchema = z.int().check(z.gte(0), z.lte(10));

/** Codes of the four (and more) ways a node combines its children: docs/methodology.md section 2. */
export const aggregateSchema = z.enum([
  'mean',
  'geometric-mean',
  'harmonic-mean',
  'minimum',
  'none',
  'weakest-link-plus',
  'table',
  'sum-capped',
]);

export const bandSchema = z.strictObject({ id: idSchema, from: z.number().check(z.gte(0), z.lte(100)) });

const roundingSchema = z.strictObject({
  indicator: z.optional(decimalsSchema),
  subdomain: z.optional(decimalsSchema),
  domain: z.optional(decimalsSchema),
  overall: z.optional(decimalsSchema),
});

const methodFields = {
  aggregate: aggregateSchema,
  missing: z.enum(['exclude', 'zero', 'lowest']),
  notApplicable: z.enum(['exclude', 'zero', 'forbid']),
  minimumCoverage: z.number().check(z.gte(0), z.lte(1)),
  rounding: roundingSchema,
  overall: z.enum(['required', 'hidden', 'none']),
  bands: z.array(bandSchema),
};

/** Only `table` uses rows and results; only `sum-capped` uses cap. */
const aggregateParameters = {
  rows: z.optional(z.record(z.string(), z.record(z.string(), idSchema))),
  results: z.optional(z.record(idSchema, z.number().check(z.nonnegative()))),
  cap: z.optional(z.number().check(z.positive())),
};

export const methodSchema = z.strictObject({ ...methodFields, ...aggregateParameters });

/** `method` on a domain, sub-domain or indicator: replaces the named fields for that node and all below. */
export const methodOverrideSchema = z.partial(methodSchema);

const levelSchema = z.strictObject({
  id: idSchema,
  points: z.number(),
  symbol: z.optional(z.string().check(z.minLength(1), z.maxLength(12))),
});

const scaleSchema = z.strictObject({ levels: z.array(levelSchema).check(z.minLength(2), z.maxLength(11)) });

export const indicatorKindSchema = z.enum(['law', 'institution', 'policy', 'practice', 'data']);
export const contextSchema = z.enum(['origin', 'transit', 'destination']);
export const scopeSchema = z.enum(['national', 'local']);

/** A rule of good writing that errs on one text is silenced there, with the reason. */
const silencedSchema = z.strictObject({ rule: z.string(), path: z.string(), reason: textSchema });

export const indicatorStructureSchema = z.strictObject({
  id: idSchema,
  scale: idSchema,
  weight: z.optional(weightSchema),
  kind: z.optional(indicatorKindSchema),
  core: z.optional(z.boolean()),
  contexts: z.optional(z.array(contextSchema).check(z.minLength(1))),
  scope: z.optional(z.array(scopeSchema).check(z.minLength(1))),
  competence: z.optional(z.array(idSchema)),
  pair: z.optional(idSchema),
  links: z.optional(z.record(idSchema, z.array(z.string().check(z.minLength(1))))),
  sources: z.optional(z.array(z.string().check(z.minLength(1)))),
  method: z.optional(methodOverrideSchema),
});

const subdomainStructureSchema = z.strictObject({
  id: idSchema,
  weight: z.optional(weightSchema),
  method: z.optional(methodOverrideSchema),
  indicators: z.array(indicatorStructureSchema).check(z.minLength(1)),
});

const domainStructureSchema = z.strictObject({
  id: idSchema,
  weight: z.optional(weightSchema),
  method: z.optional(methodOverrideSchema),
  subdomains: z.optional(z.array(subdomainStructureSchema).check(z.minLength(1))),
  indicators: z.optional(z.array(indicatorStructureSchema).check(z.minLength(1))),
});

const structureFields = {
  $schema: z.optional(z.string()),
  format: z.literal(FRAMEWORK_FORMAT),
  formatVersion: z.literal(FRAMEWORK_FORMAT_VERSION),
  id: idSchema,
  version: z.string().check(z.regex(SEMANTIC_VERSION)),
  languages: z.array(languageSchema).check(z.minLength(1)),
  sourceLanguage: languageSchema,
  scales: z.record(idSchema, scaleSchema),
  method: methodSchema,
  sources: z.optional(
    z.record(
      idSchema,
      z.strictObject({ title: textSchema, year: z.optional(z.int()), reference: z.optional(z.string()) }),
    ),
  ),
  institutionTypes: z.optional(z.array(idSchema)),
  supersedes: z.optional(z.record(idSchema, idSchema)),
  silenced: z.optional(z.array(silencedSchema)),
  domains: z.array(domainStructureSchema).check(z.minLength(1)),
};

export const frameworkStructureSchema = z.strictObject(structureFields);

export const indicatorTextsSchema = z.strictObject({
  title: textSchema,
  question: textSchema,
  why: z.optional(textSchema),
  levels: z.record(idSchema, z.array(textSchema).check(z.minLength(1), z.maxLength(3))),
  evidence: z.optional(z.array(textSchema)),
  note: z.optional(textSchema),
  advance: z.optional(z.record(idSchema, textSchema)),
});

const reviewSchema = z.strictObject({
  status: z.enum(['draft', 'expert-reviewed', 'validated']),
  by: z.optional(textSchema),
  how: z.optional(textSchema),
});

export const frameworkTextsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  title: textSchema,
  description: z.optional(textSchema),
  attribution: z.optional(textSchema),
  review: z.optional(reviewSchema),
  scales: z.record(idSchema, z.record(idSchema, textSchema)),
  bands: z.optional(z.record(idSchema, textSchema)),
  institutionTypes: z.optional(z.record(idSchema, textSchema)),
  domains: z.record(idSchema, z.strictObject({ title: textSchema, summary: z.optional(textSchema) })),
  subdomains: z.optional(z.record(idSchema, z.strictObject({ title: textSchema, summary: z.optional(textSchema) }))),
  indicators: z.record(idSchema, indicatorTextsSchema),
});

export const singleFileFrameworkSchema = z.strictObject({
  ...structureFields,
  texts: z.record(languageSchema, frameworkTextsSchema),
});

export type Aggregate = z.infer<typeof aggregateSchema>;
export type Band = z.infer<typeof bandSchema>;
export type Method = z.infer<typeof methodSchema>;
export type MethodOverride = z.infer<typeof methodOverrideSchema>;
export type Level = z.infer<typeof levelSchema>;
export type Scale = z.infer<typeof scaleSchema>;
export type IndicatorKind = z.infer<typeof indicatorKindSchema>;
export type Context = z.infer<typeof contextSchema>;
export type Scope = z.infer<typeof scopeSchema>;
export type IndicatorStructure = z.infer<typeof indicatorStructureSchema>;
export type SubdomainStructure = z.infer<typeof subdomainStructureSchema>;
export type DomainStructure = z.infer<typeof domainStructureSchema>;
export type FrameworkStructure = z.infer<typeof frameworkStructureSchema>;
export type IndicatorTexts = z.infer<typeof indicatorTextsSchema>;
export type FrameworkTexts = z.infer<typeof frameworkTextsSchema>;
export type ReviewStatus = NonNullable<FrameworkTexts['review']>['status'];
