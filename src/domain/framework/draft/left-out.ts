import * as z from 'zod/mini';

/** What a draft has beside its nodes, in the order in which it is shown. */
export const SECTIONS = ['about', 'levels', 'method', 'lists'] as const;

const pathSchema = z.readonly(z.array(z.union([z.string(), z.number()])));

/** As rows of the browser hold it. */
export const leftOutSchema = z.array(
  z.object({
    problem: z.object({
      code: z.string(),
      severity: z.enum(['error', 'advice']),
      file: z.string(),
      path: pathSchema,
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    place: z.object({
      part: z.union([
        z.object({ kind: z.literal('section'), id: z.enum(SECTIONS) }),
        z.object({ kind: z.enum(['domain', 'subdomain', 'indicator']), id: z.string() }),
      ]),
      language: z.nullable(z.string()),
      field: pathSchema,
    }),
    stood: z.string(),
    instead: z.string(),
  }),
);

/**
 * What a framework with faults said and its draft does not, since it was not of the right kind: where it would stand in the
 * draft; as JSON, '' for nothing, what the file said there (`stood`) and what the draft says there since (`instead`).
 */
export type LeftOut = z.infer<typeof leftOutSchema>[number];
