import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical-json.ts';
import { MAXIMUM_FRAMEWORK_BYTES } from '../limits.ts';
import type { Framework } from './framework.ts';
import { parseFramework, parseSingleFileFramework } from './parse-framework.ts';
import { singleFileForm } from './single-file-form.ts';

/**
 * A framework with the languages that another copy of it has besides: a hash names the source language only, so that
 * copies of one hash may differ in translations. Words that both have stay as they are. The framework as it is where the
 * other is not a copy of it, has nothing to add, or the two together would be more than a file holds.
 */
export function joinLanguages(framework: Framework, other: Framework): Framework {
  const { structure, texts } = framework;
  const further = other.structure.languages.filter((language) => !structure.languages.includes(language));
  if (framework.hash !== other.hash || further.length === 0) return framework;
  const joined = parseFramework({
    structure: { ...structure, languages: [...structure.languages, ...further] },
    texts: { ...other.texts, ...texts },
  });
  if (!joined.ok || joined.value.hash !== framework.hash) return framework;
  const bytes = utf8ToBytes(canonicalJson(singleFileForm(joined.value))).length;
  return bytes <= MAXIMUM_FRAMEWORK_BYTES ? joined.value : framework;
}

const languagesOf = (form: unknown): unknown => (form as { languages?: unknown } | null | undefined)?.languages;

/**
 * The single-file form to store for a hash: what is given, with the languages that were stored for it besides. A pack that
 * comes back with fewer takes none from the assessments that stand on the same framework.
 */
export function withStoredLanguages(given: Record<string, unknown>, stored: unknown): Record<string, unknown> {
  const [kept, known] = [languagesOf(stored), languagesOf(given)];
  if (!Array.isArray(kept) || !Array.isArray(known) || kept.every((language) => known.includes(language))) return given;
  const [framework, other] = [parseSingleFileFramework(given), parseSingleFileFramework(stored)];
  return framework.ok && other.ok ? singleFileForm(joinLanguages(framework.value, other.value)) : given;
}
