import { buildRegister } from '../domain/journal/registers.ts';

const PREFIX = buildRegister({ kind: 'round', field: 'sentence-' });

/** The register of a sentence of the report. */
export function sentenceRegister(id: string): string {
  return buildRegister({ kind: 'round', field: `sentence-${id}` });
}

/** Texts by register, those of sentences by the id of the sentence. */
export function sentencesAmong(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = [...texts].filter(([register]) => register.startsWith(PREFIX));
  return new Map(own.map(([register, text]) => [register.slice(PREFIX.length), text]));
}
