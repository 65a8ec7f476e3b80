import { buildRegister } from '../domain/journal/registers.ts';

/** The register of a sentence of the report. */
export function sentenceRegister(id: string): string {
  return buildRegister({ kind: 'round', field: `sentence-${id}` });
}
