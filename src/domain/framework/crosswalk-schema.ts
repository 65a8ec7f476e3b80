import * as z from 'zod/mini';

/** A crosswalk: the codes of another system (GCM objectives, SDG targets ...) with their titles in every language. */

const codeSchema = z.string().check(z.minLength(1), z.maxLength(64));
const wordsSchema = z.string().check(z.regex(/\S/), z.maxLength(4000));

/** Regions of the register of commitments, in the order in which they are offered. */
export const REGIONS = ['africa', 'arab', 'americas', 'asia', 'europe'] as const;
export type Region = (typeof REGIONS)[number];

export const crosswalkSchema = z.strictObject({
  format: z.literal('sextant-crosswalk'),
  formatVersion: z.literal(1),
  key: codeSchema,
  languages: z.array(z.string()).check(z.minLength(1)),
  default: z.boolean(),
  historical: z.optional(z.boolean()),
  source: wordsSchema,
  codes: z.array(
    z.strictObject({
      code: codeSchema,
      year: z.optional(z.int()),
      kind: z.optional(z.enum(['un', 'ilo', 'regional', 'sea'])),
      /** Of a regional instrument: where its parties lie. */
      region: z.optional(z.enum(REGIONS)),
      restated: z.optional(z.boolean()),
    }),
  ),
  texts: z.record(
    z.string(),
    z.strictObject({
      title: wordsSchema,
      description: z.optional(wordsSchema),
      restated: z.optional(z.array(codeSchema)),
      codes: z.record(codeSchema, wordsSchema),
    }),
  ),
});

export type Crosswalk = z.infer<typeof crosswalkSchema>;
