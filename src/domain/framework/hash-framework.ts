import { canonicalJson } from '../canonical-json.ts';
import { sha256Hex } from '../sha256.ts';
import type { FrameworkStructure, FrameworkTexts } from './framework-schema.ts';

/**
 * What identifies a framework's content: SHA-256 (hexadecimal) of the canonical JSON of framework.json without
 * `languages`, holding the source language's texts under `texts`. A further translation changes nothing here
 * (docs/file-formats.md section 1).
 */
export function hashFramework(structure: FrameworkStructure, texts: Readonly<Record<string, FrameworkTexts>>): string {
  const { languages: _languages, ...identity } = structure;
  const source = structure.sourceLanguage;
  return sha256Hex(canonicalJson({ ...identity, texts: { [source]: texts[source] } }));
}
