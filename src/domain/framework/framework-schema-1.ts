import * as z from 'zod/mini';
import {
  domainOf,
  idSchema,
  indicatorFields,
  indicatorTextFields,
  languageSchema,
  structureFields,
  textFields,
} from './framework-schema.ts';

/**
 * Framework format version 1 as it was released, for its JSON Schemas and for whoever writes a file that every version of
 * the app reads. The app itself reads it by `framework-schema.ts`. docs/file-formats.md section 1.
 */

const structureFields1 = {
  ...structureFields,
  formatVersion: z.literal(1),
  supersedes: z.optional(z.record(idSchema, idSchema)),
  domains: z.array(domainOf(z.strictObject(indicatorFields))).check(z.minLength(1)),
};

export const frameworkStructureSchema1 = z.strictObject(structureFields1);

export const frameworkTextsSchema1 = z.strictObject({
  ...textFields,
  indicators: z.record(idSchema, z.strictObject(indicatorTextFields)),
});

export const singleFileFrameworkSchema1 = z.strictObject({
  ...structureFields1,
  texts: z.record(languageSchema, frameworkTextsSchema1),
});
