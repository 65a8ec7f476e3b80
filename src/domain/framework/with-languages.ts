import type { Framework } from './framework.ts';

/**
 * The same framework with the texts of some languages (codes) and of its source only: id, version, hash and every indicator are
 * as they were. The very framework where it has no other.
 */
export function withLanguages(framework: Framework, codes: readonly string[]): Framework {
  const { structure, texts } = framework;
  const languages = structure.languages.filter((code) => code === structure.sourceLanguage || codes.includes(code));
  if (languages.length === structure.languages.length) return framework;
  const kept = Object.entries(texts).filter(([code]) => languages.includes(code));
  return { ...framework, structure: { ...structure, languages }, texts: Object.fromEntries(kept) };
}
