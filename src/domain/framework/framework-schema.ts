import * as z from 'zod/mini';
import { MAXIMUM_LIST_LENGTH } from '../limits.ts';
import { contextSchema, scopeSchema } from './context-schema.ts';

/**
 * Framework format versions 1 and 2 as they stand in files (docs/file-formats.md section 1). `structure` is
 * framework.json, `texts` one <lang>.json. The single-file form is the structure with `texts` inside. The schemas here
 * read both; `format-2-members.ts` tells which members only version 2 has, `framework-schema-1.ts` is version 1 alone.
 */

export const FRAMEWORK_FORMAT = 'sextant-framework';
export const FRAMEWORK_FORMAT_VERSION = 2;

const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const SEMANTIC_VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export const idSchema = z.string().check(z.regex(ID_PATTERN), z.maxLength(64));
/** A requirement inside its indicator, and an indicator or a requirement from anywhere. */
const REQUIREMENT_OF_INDICATOR = /^[A-Za-z0-9][A-Za-z0-9-]*\/[abc]$/;
const ID_OR_ADDRESS = /^[A-Za-z0-9][A-Za-z0-9-]*(\/[A-Za-z0-9][A-Za-z0-9-]*\/[abc])?$/;
/** `ilo-c143`, or with its article `ilo-c143#9`. */
const INSTRUMENT_ARTICLE = /^[A-Za-z0-9][A-Za-z0-9-]*(#\S(.*\S)?)?$/;
export const languageSchema = z.string().check(z.regex(LANGUAGE_TAG));
const textSchema = z.string().check(z.regex(/\S/), z.maxLength(4000));
/** Weights, points and what they add to: beyond it their sums and products would no longer be numbers. */
const GREATEST_NUMBER = 1_000_000;
const weightSchema = z.number().check(z.nonnegative(), z.lte(GREATEST_NUMBER));
const listLength = z.maxLength(MAXIMUM_LIST_LENGTH);
const decimalsSchema = z.int().check(z.gte(0), z.lte(10));

/** What a method chooses among; `aggregate`: the ways a node combines its children, docs/methodology.md section 2. */
export const METHOD_CHOICES = {
  aggregate: ['mean', 'geometric-mean', 'harmonic-mean', 'minimum', 'none', 'weakest-link-plus', 'table', 'sum-capped'],
  missing: ['exclude', 'zero', 'lowest'],
  notApplicable: ['exclude', 'zero', 'forbid'],
  overall: ['required', 'hidden', 'none'],
} as const;

export const aggregateSchema = z.enum(METHOD_CHOICES.aggregate);

export const bandSchema = z.strictObject({ id: idSchema, from: z.number().check(z.gte(0), z.lte(100)) });

const roundingSchema = z.strictObject({
  indicator: z.optional(decimalsSchema),
  subdomain: z.optional(decimalsSchema),
  domain: z.optional(decimalsSchema),
  overall: z.optional(decimalsSchema),
});

const methodFields = {
  aggregate: aggregateSchema,
  missing: z.enum(METHOD_CHOICES.missing),
  notApplicable: z.enum(METHOD_CHOICES.notApplicable),
  minimumCoverage: z.number().check(z.gte(0), z.lte(1)),
  rounding: roundingSchema,
  overall: z.enum(METHOD_CHOICES.overall),
  bands: z.array(bandSchema),
};

/** Only `table` uses rows and results; only `sum-capped` uses cap. */
const aggregateParameters = {
  rows: z.optional(z.record(z.string(), z.record(z.string(), idSchema))),
  results: z.optional(z.record(idSchema, z.number().check(z.nonnegative(), z.lte(GREATEST_NUMBER)))),
  cap: z.optional(z.number().check(z.positive(), z.lte(GREATEST_NUMBER))),
};

export const methodSchema = z.strictObject({ ...methodFields, ...aggregateParameters });

/** `method` on a domain, sub-domain or indicator: replaces the named fields for that node and all below. */
export const methodOverrideSchema = z.partial(methodSchema);

const levelSchema = z.strictObject({
  id: idSchema,
  points: z.number().check(z.lte(GREATEST_NUMBER)),
  symbol: z.optional(z.string().check(z.minLength(1), z.maxLength(12))),
});

const scaleSchema = z.strictObject({ levels: z.array(levelSchema).check(z.minLength(2), z.maxLength(11)) });

export const indicatorKindSchema = z.enum(['law', 'institution', 'policy', 'practice', 'data']);

/** A rule of good writing that errs on one text is silenced there, with the reason. */
const silencedSchema = z.strictObject({ rule: z.string(), path: z.string(), reason: textSchema });

/** Members of an indicator in format version 1. */
export const indicatorFields = {
  id: idSchema,
  scale: idSchema,
  weight: z.optional(weightSchema),
  kind: z.optional(indicatorKindSchema),
  core: z.optional(z.boolean()),
  contexts: z.optional(z.array(contextSchema).check(z.minLength(1))),
  scope: z.optional(z.array(scopeSchema).check(z.minLength(1))),
  competence: z.optional(z.array(idSchema).check(listLength)),
  pair: z.optional(idSchema),
  links: z.optional(z.record(idSchema, z.array(z.string().check(z.minLength(1))).check(listLength))),
  sources: z.optional(z.array(z.string().check(z.minLength(1))).check(listLength)),
  method: z.optional(methodOverrideSchema),
};

export const indicatorStructureSchema = z.strictObject({
  ...indicatorFields,
  /** Of the glossary, those that whoever answers may ask about. */
  terms: z.optional(z.array(idSchema).check(z.minLength(1), listLength)),
  /** By another framework its indicators whose level may be a start here, the nearest first; never an answer. */
  proposedFrom: z.optional(z.record(idSchema, z.array(idSchema).check(z.minLength(1), z.maxLength(5)))),
  /** By requirement (`<level>/<a|b|c>`) the articles that it rests on. */
  basis: z.optional(
    z.record(
      z.string().check(z.regex(REQUIREMENT_OF_INDICATOR)),
      z.array(z.string().check(z.regex(INSTRUMENT_ARTICLE), z.maxLength(120))).check(z.minLength(1), listLength),
    ),
  ),
});

/** Members of a sub-domain and of a domain over a form of indicator. */
const subdomainOf = <Indicator extends z.ZodMiniType>(indicator: Indicator) =>
  z.strictObject({
    id: idSchema,
    weight: z.optional(weightSchema),
    method: z.optional(methodOverrideSchema),
    indicators: z.array(indicator).check(z.minLength(1)),
  });

export const domainOf = <Indicator extends z.ZodMiniType>(indicator: Indicator) =>
  z.strictObject({
    id: idSchema,
    weight: z.optional(weightSchema),
    method: z.optional(methodOverrideSchema),
    subdomains: z.optional(z.array(subdomainOf(indicator)).check(z.minLength(1))),
    indicators: z.optional(z.array(indicator).check(z.minLength(1))),
  });

/** Members of framework.json that both versions have in the same form. */
export const structureFields = {
  $schema: z.optional(z.string()),
  format: z.literal(FRAMEWORK_FORMAT),
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
  silenced: z.optional(z.array(silencedSchema)),
};

const idOrAddressSchema = z.string().check(z.regex(ID_OR_ADDRESS), z.maxLength(140));

const structureFields2 = {
  ...structureFields,
  formatVersion: z.literal([1, FRAMEWORK_FORMAT_VERSION]),
  /** An old indicator to its new ones; the address of an old requirement to a new one, or to null: asked no more. */
  supersedes: z.optional(
    z.record(
      idOrAddressSchema,
      z.nullable(z.union([idOrAddressSchema, z.array(idSchema).check(z.minLength(1), z.maxLength(20))])),
    ),
  ),
  /** In order of reading. */
  readingRules: z.optional(z.array(idSchema).check(z.minLength(1))),
  /** Terms that indicators name; read in the alphabet of each language. */
  glossary: z.optional(z.array(idSchema).check(z.minLength(1))),
  domains: z.array(domainOf(indicatorStructureSchema)).check(z.minLength(1)),
};

export const frameworkStructureSchema = z.strictObject(structureFields2);

/** Members of the texts of an indicator in format version 1. */
export const indicatorTextFields = {
  title: textSchema,
  question: textSchema,
  why: z.optional(textSchema),
  levels: z.record(idSchema, z.array(textSchema).check(z.minLength(1), z.maxLength(3))),
  evidence: z.optional(z.array(textSchema).check(listLength)),
  note: z.optional(textSchema),
  advance: z.optional(z.record(idSchema, textSchema)),
};

const termTextsSchema = z.strictObject({ term: textSchema, text: textSchema, source: textSchema });

export const indicatorTextsSchema = z.strictObject({
  ...indicatorTextFields,
  /** Questions that open the talk. */
  prompts: z.optional(z.array(textSchema).check(z.minLength(1), z.maxLength(2))),
  /** A title of at most SHORT_TITLE_LETTERS, counted when the texts are checked. */
  short: z.optional(textSchema),
});

export const reviewStatusSchema = z.enum(['draft', 'expert-reviewed', 'validated']);

const reviewSchema = z.strictObject({
  status: reviewStatusSchema,
  by: z.optional(textSchema),
  how: z.optional(textSchema),
});

/** Members of `<lang>.json` that both versions have in the same form. */
export const textFields = {
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
};

export const frameworkTextsSchema = z.strictObject({
  ...textFields,
  /** Names of the results of a `table`. */
  results: z.optional(z.record(idSchema, textSchema)),
  readingRules: z.optional(z.record(idSchema, textSchema)),
  /** What a term means, in at most TERM_LETTERS, counted when the texts are checked, and after whom. */
  glossary: z.optional(z.record(idSchema, termTextsSchema)),
  indicators: z.record(idSchema, indicatorTextsSchema),
});

export const singleFileFrameworkSchema = z.strictObject({
  ...structureFields2,
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
export type IndicatorStructure = z.infer<typeof indicatorStructureSchema>;
export type FrameworkStructure = z.infer<typeof frameworkStructureSchema>;
export type DomainStructure = FrameworkStructure['domains'][number];
export type SubdomainStructure = NonNullable<DomainStructure['subdomains']>[number];
export type TermTexts = z.infer<typeof termTextsSchema>;
export type IndicatorTexts = z.infer<typeof indicatorTextsSchema>;
export type FrameworkTexts = z.infer<typeof frameworkTextsSchema>;
export type ReviewStatus = NonNullable<FrameworkTexts['review']>['status'];
