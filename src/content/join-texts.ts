import type { FrameworkStructure, FrameworkTexts } from '../domain/framework/framework-schema.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { frameworkOf } from '../domain/framework/framework.ts';

/** The texts of a language from its two parts: see build/framework-parts.ts. */
export function joinTexts(start: FrameworkTexts, rest: Partial<FrameworkTexts>): FrameworkTexts {
  const indicators = Object.entries(start.indicators).map(([id, own]) => [id, { ...own, ...rest.indicators?.[id] }]);
  return { ...start, ...rest, indicators: Object.fromEntries(indicators) as FrameworkTexts['indicators'] };
}

/**
 * A framework with the first part of its texts in one language. Until the others are here, that language stands for the
 * source language too: nobody meets a text that is missing.
 */
export function startOf(
  structure: FrameworkStructure,
  texts: FrameworkTexts,
  { hash, language }: { readonly hash: string; readonly language: string },
): Framework {
  const known = { [structure.sourceLanguage]: texts, [language]: texts };
  return { ...frameworkOf(structure, known, hash), isStart: true };
}
