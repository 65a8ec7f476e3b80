import { buildRegister } from '../../domain/registers/register-address.ts';

/** The register of a sentence of the report. */
export function sentenceRegister(id: string): string {
  return buildRegister({ kind: 'sentence', sentence: id });
}
