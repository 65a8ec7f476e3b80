import { findLanguage, withDates } from './languages.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { Localiser } from './localiser.ts';
import { createLocaliser } from './localiser.ts';

/**
 * The localiser of a language beside that of the interface; null for one that the interface does not speak. `dates`: whose
 * dates each language writes, as chosen in this browser.
 */
export async function loadLocaliser(code: string, dates?: Readonly<Record<string, string>>): Promise<Localiser | null> {
  const language = findLanguage(code);
  if (language === undefined) return null;
  return createLocaliser(withDates(language, dates), await loadCatalogue(code, 'whole'));
}
