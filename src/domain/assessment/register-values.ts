import * as z from 'zod/mini';
import type { JsonValue } from '../journal/fold.ts';
import { MAXIMUM_TEXT_LENGTH } from '../limits.ts';
import { contextSchema, scopeSchema } from '../framework/framework-schema.ts';
import type { Answer } from './answer.ts';

/**
 * What the registers of a journal hold (docs/file-formats.md section 3). Members that a newer version may add are
 * ignored here and stay in the journal.
 */

const textSchema = z.string().check(z.maxLength(MAXIMUM_TEXT_LENGTH));
const idSchema = z.string().check(z.minLength(1), z.maxLength(200));
const dateSchema = z.iso.date();
const idsSchema = z.array(idSchema);

export const answerValueSchema = z.union([
  z.object({ level: idSchema }),
  z.object({ notApplicable: textSchema }),
  z.object({ unknown: z.literal(true) }),
]);

/** The answer that a value of a register stands for. */
export function answerOfValue(value: z.infer<typeof answerValueSchema>): Answer {
  if ('level' in value) return { state: 'level', level: value.level };
  if ('notApplicable' in value) return { state: 'not-applicable', reason: value.notApplicable };
  return { state: 'unknown' };
}

/** The value to write for an answer; null takes the answer back. */
export function valueOfAnswer(answer: Answer | null): JsonValue {
  switch (answer?.state) {
    case 'level':
      return { level: answer.level };
    case 'not-applicable':
      return { notApplicable: answer.reason };
    case 'unknown':
      return { unknown: true };
    case undefined:
      return null;
  }
}

export const requirementsSchema = z.array(z.string().check(z.regex(/^[^/]+\/[^/]+\/[abc]$/)));
export const confidenceSchema = z.enum(['high', 'medium', 'low']);
export const commentTextSchema = textSchema;
export const assignmentSchema = z.enum(['lead', 'contributor']);
/** Not ours; `suggests` names who it is, as an institution id or in words, '' when nobody comes to mind. */
export const mandateSchema = z.object({ suggests: textSchema });
export const rationaleSchema = textSchema;
export const forumSchema = z.object({ name: textSchema, date: z.optional(z.nullable(dateSchema)) });
export const reservationSchema = textSchema;
/** `none`: no target this round, with the reason. */
export const targetValueSchema = z.union([z.object({ level: idSchema }), z.object({ none: textSchema })]);

/** What to reach in this round. */
export type Target =
  { readonly state: 'level'; readonly level: string } | { readonly state: 'none'; readonly reason: string };

/** The target that a value of a register stands for. */
export function targetOfValue(value: z.infer<typeof targetValueSchema>): Target {
  return 'level' in value ? { state: 'level', level: value.level } : { state: 'none', reason: value.none };
}

/** The value to write for a target; null goes back to the next level. */
export function valueOfTarget(target: Target | null): JsonValue {
  if (target === null) return null;
  return target.state === 'level' ? { level: target.level } : { none: target.reason };
}

/** Impact and ease: 1 to 4, a mean of several opinions allowed (docs/methodology.md section 6). */
export const ratingOfFourSchema = z.number().check(z.gte(1), z.lte(4));

export const evidenceSchema = z.object({
  title: textSchema,
  kind: z.optional(textSchema),
  holder: z.optional(textSchema),
  seenBy: z.optional(textSchema),
  date: z.optional(textSchema),
  reference: z.optional(textSchema),
  url: z.optional(textSchema),
  access: z.optional(z.enum(['public', 'internal', 'restricted'])),
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  fileName: z.optional(textSchema),
  mediaType: z.optional(textSchema),
  sizeBytes: z.optional(z.int().check(z.gte(0))),
});
export const evidenceLinkSchema = z.object({ passage: z.optional(textSchema) });

/** What was decided on a comment. */
export const COMMENT_DECISIONS = ['accepted', 'partly', 'not-accepted'] as const;
export const commentSchema = z.object({
  indicator: z.nullable(idSchema),
  institution: idSchema,
  text: textSchema,
  replyTo: z.optional(z.nullable(idSchema)),
  settled: z.optional(z.boolean()),
  /** In an answer: what was decided on the comment that it replies to. */
  decision: z.optional(z.enum(COMMENT_DECISIONS)),
});
export const revealSchema = z.object({ vote: z.int().check(z.gte(1), z.lte(99)) });
const signedSchema = z.object({ function: textSchema, date: dateSchema, name: z.optional(textSchema) });
/** `prepared`, of endorsed answers: who had prepared them. */
export const endorsementSchema = z.object({
  state: z.enum(['prepared', 'endorsed']),
  function: textSchema,
  date: dateSchema,
  name: z.optional(textSchema),
  prepared: z.optional(signedSchema),
});
/** A sentence of the report that somebody rewrote, and the hash of the facts it was written on. */
export const sentenceSchema = z.object({ text: textSchema, factsHash: z.string(), language: z.optional(z.string()) });

/** Why a level differs from that of the round before: PEFA warns that scores also move without any change of performance. */
export const CHANGE_CAUSES = [
  'real-progress',
  'better-evidence',
  'new-definition',
  're-interpretation',
  'earlier-error',
] as const;
export const causeSchema = z.object({ cause: z.enum(CHANGE_CAUSES), note: z.optional(textSchema) });

/** Why an indicator comes first whatever its need: printed beside it. */
export const pinSchema = textSchema;

/** At most this many characters of a logo as data URL: an image of about 150 kB. */
export const MAXIMUM_LOGO_LENGTH = 200_000;
/** What is said to be a PNG or JPEG image also begins as one. */
const LOGO_ADDRESS = /^data:image\/(png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/)[A-Za-z0-9+/]*={0,2}$/;
/** A coat of arms or logo for the face of the report: a raster image, so that nothing in it can run or be fetched. */
export const logoSchema = z.object({
  dataUrl: z.string().check(z.maxLength(MAXIMUM_LOGO_LENGTH), z.regex(LOGO_ADDRESS)),
  widthPixels: z.int().check(z.gte(1), z.lte(10_000)),
  heightPixels: z.int().check(z.gte(1), z.lte(10_000)),
});
/** Who decided to publish, when, and which parts of the report (ids of SECTION_IDS in src/export/document.ts). */
export const publicationSchema = z.object({ by: textSchema, date: dateSchema, parts: idsSchema });

/** What a pack asks of its institution; `draft`: the answers of the leads came along, to react to. */
export const packSchema = z.object({ mode: z.enum(['answer', 'comment', 'review']), draft: z.optional(z.boolean()) });
/** What one participant thought of the workshop: grades 1 to 4 by item; what was left open is absent. */
export const evaluationSchema = z.object({
  grades: z.record(idSchema, z.int().check(z.gte(1), z.lte(4))),
  comment: z.optional(textSchema),
});
/** Who holds the file, until when, and what the next holder must know. */
export const custodySchema = z.object({
  holder: textSchema,
  until: z.optional(z.nullable(dateSchema)),
  note: z.optional(textSchema),
});

/** Asked, and no view: `institution/<institution>/no-view-<indicator>`. */
export const noViewSchema = z.literal(true);
/** Opinions in the room, counted without names: how many for each level, and how many don't know. */
export const roomSchema = z.object({
  counts: z.record(idSchema, z.int().check(z.gte(0), z.lte(1000))),
  unknown: z.optional(z.int().check(z.gte(0), z.lte(1000))),
});

export const roundFieldSchemas = {
  created: z.object({ framework: z.object({ id: z.string(), version: z.string(), hash: z.string() }) }),
  title: textSchema,
  country: textSchema,
  lead: textSchema,
  sponsor: textSchema,
  purpose: textSchema,
  confidentiality: textSchema,
  instructions: textSchema,
  participants: z.int().check(z.gte(1), z.lte(100_000)),
  custody: custodySchema,
  packs: z.object({ institutions: idsSchema }),
  closingDate: dateSchema,
  marking: textSchema,
  contexts: z.array(contextSchema),
  scope: z.array(scopeSchema),
  route: textSchema,
  outOfScope: idsSchema,
  reportLanguage: textSchema,
  version: textSchema,
  logo: logoSchema,
  publication: publicationSchema,
  /** Said by hand: sent out for comments, or back to a draft; absent, endorsements say it. */
  underReview: z.boolean(),
  lenses: idsSchema,
  /** By when the targets are to be reached. */
  horizon: dateSchema,
  fictional: z.boolean(),
};

export const institutionFieldSchemas = {
  name: textSchema,
  type: idSchema,
  role: z.enum(['institution', 'observer']),
  contact: textSchema,
  removed: z.boolean(),
  pack: packSchema,
};

export const actionFieldSchemas = {
  activity: textSchema,
  indicators: idsSchema,
  lead: textSchema,
  partners: z.array(textSchema),
  start: dateSchema,
  end: dateSchema,
  resourcesAvailable: textSchema,
  resourcesToFind: textSchema,
  successIndicator: textSchema,
  verification: textSchema,
  status: z.enum(['not-started', 'ongoing', 'done', 'blocked']),
  note: textSchema,
  pinned: textSchema,
  /** Ids of actions that must be done before. */
  dependsOn: idsSchema,
  order: z.number(),
  removed: z.boolean(),
};

export const instrumentFieldSchemas = {
  title: textSchema,
  status: z.enum(['none', 'signed', 'ratified', 'acceded', 'succeeded', 'denounced', 'unknown']),
  date: dateSchema,
  entryIntoForce: dateSchema,
  reservations: textSchema,
  note: textSchema,
};

type Fields<Schemas> = {
  readonly [Field in keyof Schemas]?: Schemas[Field] extends z.ZodMiniType ? z.infer<Schemas[Field]> : never;
};

export type RoundFields = Fields<typeof roundFieldSchemas>;
export type InstitutionFields = Fields<typeof institutionFieldSchemas>;
export type ActionFields = Fields<typeof actionFieldSchemas>;
export type InstrumentFields = Fields<typeof instrumentFieldSchemas>;
export type Confidence = z.infer<typeof confidenceSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
export type Mandate = z.infer<typeof mandateSchema>;
export type Forum = z.infer<typeof forumSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;
export type Comment = z.infer<typeof commentSchema>;
export type CommentDecision = (typeof COMMENT_DECISIONS)[number];
export type Endorsement = z.infer<typeof endorsementSchema>;
export type Pack = z.infer<typeof packSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
export type Custody = z.infer<typeof custodySchema>;
export type RoomOpinions = z.infer<typeof roomSchema>;
export type Cause = z.infer<typeof causeSchema>;
export type Logo = z.infer<typeof logoSchema>;
export type Publication = z.infer<typeof publicationSchema>;
export type Sentence = z.infer<typeof sentenceSchema>;
