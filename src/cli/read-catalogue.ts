import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../i18n/languages.ts';
import type { Localiser } from '../i18n/localiser.ts';
import { createLocaliser } from '../i18n/localiser.ts';
import type { Catalogue } from '../i18n/message-key.ts';

const MESSAGES = new URL('../i18n/messages/', import.meta.url);

/** All messages of a language, from the files that translators edit. */
function readCatalogue(language: string): Catalogue {
  const folder = fileURLToPath(new URL(`${language}/`, MESSAGES));
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Catalogue);
  return Object.assign({}, ...parts) as Catalogue;
}

/** The localiser of a language, with messages read from disk. */
export function readLocaliser(language: Language): Localiser {
  return createLocaliser(language, readCatalogue(language.code));
}
