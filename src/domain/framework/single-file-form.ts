import type { Framework } from './framework.ts';

/** The framework as one JSON value: the structure with every language's texts inside (docs/file-formats.md section 1). Throws for
 * one that is here in part only: what is stored and sent is whole. */
export function singleFileForm(framework: Framework): Record<string, unknown> {
  if (framework.isStart === true) throw new Error(`${framework.id} is not here as a whole`);
  return { ...framework.structure, texts: framework.texts };
}
