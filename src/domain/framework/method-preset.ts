import * as z from 'zod/mini';
import type { MethodOverride } from './framework-schema.ts';
import { idSchema, languageSchema, methodOverrideSchema, methodSchema } from './framework-schema.ts';

const textSchema = z.string().check(z.minLength(1), z.maxLength(1000));
const namesSchema = z.optional(z.record(idSchema, textSchema));

/**
 * An official way of counting that authors can put under their own indicators: what of it is a method of the framework
 * format, and its words in every language. docs/framework-authors.md section 4.
 */
export const methodPresetSchema = z.strictObject({
  format: z.literal('sextant-method'),
  formatVersion: z.literal(1),
  id: idSchema,
  /** Whether all of it was read in the source: what was not is said in `limits`. */
  verified: z.boolean(),
  /** Names of the files in tests/scenarios that it must score as published. */
  scenarios: z.array(z.string()).check(z.minLength(1)),
  /** Points of the levels, from the lowest up; absent where those of the author stay. */
  points: z.optional(z.array(z.number()).check(z.minLength(2), z.maxLength(11))),
  /** Of the whole, and what differs in each domain and sub-domain. */
  method: methodSchema,
  domains: z.optional(methodOverrideSchema),
  subdomains: z.optional(methodOverrideSchema),
  /** `source`: where the way of counting is described. */
  texts: z.record(
    languageSchema,
    z.strictObject({
      ...{ title: textSchema, source: textSchema, limits: textSchema },
      ...{ bands: namesSchema, results: namesSchema },
    }),
  ),
});

export type MethodPreset = z.infer<typeof methodPresetSchema>;

/** What a preset comes to on one domain or sub-domain; whether there is an overall score is for the framework to say. */
export function methodOnNode({ method, domains, subdomains }: MethodPreset): MethodOverride {
  const { overall: _overall, ...own } = { ...method, ...domains, ...subdomains };
  return own;
}

/** The words of a preset in a language, else in English. */
export function presetTexts({ texts }: MethodPreset, language: string): MethodPreset['texts'][string] {
  const found = texts[language] ?? texts['en'];
  if (found === undefined) throw new Error('a preset is written in English at least');
  return found;
}
