import type { Plugin } from 'vite';
import * as z from 'zod/mini';
import {
  frameworkStructureSchema,
  frameworkTextsSchema,
  singleFileFrameworkSchema,
} from '../src/domain/framework/framework-schema.ts';
import { entrySchema } from '../src/domain/journal/entry-schema.ts';

const SCHEMAS = {
  'framework-1': frameworkStructureSchema,
  'framework-texts-1': frameworkTextsSchema,
  'framework-single-file-1': singleFileFrameworkSchema,
  'journal-entry-1': entrySchema,
};

/** Serves a JSON Schema of each file format beside the app, generated from the schemas that the app itself uses. */
export function jsonSchemas(): Plugin {
  return {
    name: 'sextant-json-schemas',
    apply: 'build',
    generateBundle() {
      for (const [name, schema] of Object.entries(SCHEMAS)) {
        const source = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: `schema/${name}.json`, source });
      }
    },
  };
}
