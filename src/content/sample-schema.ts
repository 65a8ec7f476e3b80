import * as z from 'zod/mini';
import { actionFields } from '../domain/registers/action.ts';
import { endorsementSchema } from '../domain/registers/institution.ts';
import { commentSchema } from '../domain/registers/comment.ts';
import { confidenceSchema } from '../domain/registers/rating.ts';
import { evidenceSchema } from '../domain/registers/evidence.ts';
import { contextSchema, scopeSchema } from '../domain/framework/context-schema.ts';

/** A level by its position from 1, don't know, or not applicable. */
const givenAnswerSchema = z.union([z.int().check(z.gte(1)), z.literal('unknown'), z.literal('n/a')]);

const indicatorSchema = z.strictObject({
  /** By institution: the first one leads, the others contribute; null where the institution has not answered. */
  opinions: z.record(z.string(), z.nullable(givenAnswerSchema)),
  /** The vote after discussion, of those who voted again. */
  again: z.optional(z.record(z.string(), givenAnswerSchema)),
  /** Requirements met above the level given, as `<level>/<a|b|c>`. */
  partial: z.optional(z.array(z.string().check(z.regex(/^[^/]+\/[abc]$/)))),
  /** Of those who gave a level; medium where nothing is said. */
  confidence: z.optional(confidenceSchema),
  /** Absent where the meeting has not settled the indicator. */
  agreed: z.optional(givenAnswerSchema),
  target: z.optional(z.union([z.int().check(z.gte(1)), z.literal('none')])),
  impact: z.optional(z.number()),
  ease: z.optional(z.number()),
  /** Passage by evidence; '' for the whole document. */
  links: z.optional(z.record(z.string(), z.string())),
});

/** Numbers, levels and structure of a sample assessment (meridia.json, taressia.json). */
export const sampleStructureSchema = z.strictObject({
  round: z.strictObject({
    closingDate: z.iso.date(),
    returnsDue: z.iso.date(),
    workshopDate: z.iso.date(),
    status: z.enum(['draft', 'under-review']),
    contexts: z.array(contextSchema),
    scope: z.array(scopeSchema),
    route: z.string(),
    outOfScope: z.array(z.string()),
    fictional: z.literal(true),
  }),
  institutions: z.record(
    z.string(),
    /** Those who answer by level tick no requirement, as on an answer sheet. */
    z.strictObject({ type: z.string(), answersBy: z.enum(['requirements', 'level']) }),
  ),
  forums: z.record(z.string(), z.strictObject({ date: z.iso.date(), domains: z.array(z.string()) })),
  indicators: z.record(z.string(), indicatorSchema),
  /** Indicator to the institution that calls it not its own, and whom that one suggests. */
  mandates: z.record(z.string(), z.record(z.string(), z.string())),
  evidence: z.record(
    z.string(),
    z.strictObject({
      kind: z.string(),
      holder: z.string(),
      date: z.iso.date(),
      reference: z.string(),
      access: evidenceSchema.shape.access,
    }),
  ),
  comments: z.record(
    z.string(),
    z.strictObject({
      indicator: commentSchema.shape.indicator,
      institution: z.string(),
      replyTo: commentSchema.shape.replyTo,
      settled: z.boolean(),
    }),
  ),
  /** In their order. Their gaps are the kept ones. */
  measures: z.record(
    z.string(),
    z.strictObject({ indicators: z.array(z.string()), lead: z.string(), partners: z.array(z.string()) }),
  ),
  /** In the order of the plan. */
  actions: z.record(
    z.string(),
    z.strictObject({
      indicators: z.array(z.string()),
      lead: z.string(),
      partners: z.array(z.string()),
      start: z.iso.date(),
      end: z.iso.date(),
      status: actionFields.status.value,
      costOnce: z.optional(actionFields.costOnce.value),
      costYearly: z.optional(actionFields.costYearly.value),
    }),
  ),
  endorsements: z.record(z.string(), z.strictObject({ state: endorsementSchema.shape.state, date: z.iso.date() })),
});

const textsSchema = z.record(z.string(), z.string());

/** Its words in one language (meridia.<lang>.json, taressia.<lang>.json), by the ids of the structure. */
export const sampleWordsSchema = z.strictObject({
  round: z.strictObject({
    title: z.string(),
    country: z.string(),
    lead: z.string(),
    sponsor: z.string(),
    purpose: z.string(),
    marking: z.string(),
    currency: z.string(),
  }),
  institutions: textsSchema,
  forums: textsSchema,
  /** Reasons by indicator. */
  notApplicable: textsSchema,
  /** By `<indicator>/<institution>`. */
  ratingComments: textsSchema,
  rationales: textsSchema,
  /** By `<indicator>/<institution>`. */
  reservations: textsSchema,
  noTarget: textsSchema,
  /** What stands before the number of a page or an article: by `p.` and `art.`. */
  passages: textsSchema,
  kinds: textsSchema,
  evidence: textsSchema,
  comments: textsSchema,
  measures: textsSchema,
  actions: z.record(
    z.string(),
    z.strictObject({
      activity: z.string(),
      resourcesAvailable: z.string(),
      resourcesToFind: z.optional(z.string()),
      successIndicator: z.string(),
      verification: z.string(),
      note: z.optional(z.string()),
      pinned: z.optional(z.string()),
    }),
  ),
  functions: textsSchema,
});

export type GivenAnswer = z.infer<typeof givenAnswerSchema>;
export type SampleIndicator = z.infer<typeof indicatorSchema>;
export type SampleStructure = z.infer<typeof sampleStructureSchema>;
export type SampleWords = z.infer<typeof sampleWordsSchema>;
