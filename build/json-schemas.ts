import type { Plugin } from 'vite';
import * as z from 'zod/mini';
import {
  frameworkStructureSchema,
  frameworkTextsSchema,
  singleFileFrameworkSchema,
} from '../src/domain/framework/framework-schema.ts';
import {
  frameworkStructureSchema1,
  frameworkTextsSchema1,
  singleFileFrameworkSchema1,
} from '../src/domain/framework/framework-schema-1.ts';
import { entrySchema } from '../src/domain/journal/entry-schema.ts';

/** The app reads version 1 by the same schemas; a file of version 2 says so. */
const VERSION_2 = { formatVersion: z.literal(2) };

export const SCHEMAS = {
  'framework-1': frameworkStructureSchema1,
  'framework-texts-1': frameworkTextsSchema1,
  'framework-single-file-1': singleFileFrameworkSchema1,
  'framework-2': z.extend(frameworkStructureSchema, VERSION_2),
  'framework-texts-2': frameworkTextsSchema,
  'framework-single-file-2': z.extend(singleFileFrameworkSchema, VERSION_2),
  'journal-entry-1': entrySchema,
};

/** The value of an entry is checked by a function of ours: it may be anything. Of the others everything can be said. */
const WITH_ANY_VALUE = 'journal-entry-1';

/** Serves a JSON Schema of each file format beside the app, generated from the schemas that the app itself uses. */
export function jsonSchemas(): Plugin {
  return {
    name: 'sextant-json-schemas',
    apply: 'build',
    generateBundle() {
      for (const [name, schema] of Object.entries(SCHEMAS)) {
        const unrepresentable = name === WITH_ANY_VALUE ? 'any' : 'throw';
        const source = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable }), null, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: `schema/${name}.json`, source });
      }
    },
  };
}
