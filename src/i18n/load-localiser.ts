import { findLanguage } from './languages.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { Localiser } from './localiser.ts';
import { createLocaliser } from './localiser.ts';

/** The localiser of a language beside that of the interface; null for one that the interface does not speak. */
export async function loadLocaliser(code: string): Promise<Localiser | null> {
  const language = findLanguage(code);
  return language === undefined ? null : createLocaliser(language, await loadCatalogue(code, 'whole'));
}
