import type { Framework } from './framework.ts';

/** The framework as one JSON value: the structure with every language's texts inside (docs/file-formats.md section 1). */
export function singleFileForm(framework: Framework): Record<string, unknown> {
  return { ...framework.structure, texts: framework.texts };
}
