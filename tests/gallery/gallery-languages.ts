import type { Language } from '../../src/i18n/languages.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { loadCatalogue } from '../../src/i18n/load-catalogue.ts';
import type { Localiser } from '../../src/i18n/localiser.ts';
import { createLocaliser } from '../../src/i18n/localiser.ts';

/** As a language that is written from right to left will look: its interface still has English words. */
const RIGHT_TO_LEFT: Language = { code: 'ar', name: 'العربية (English words)', direction: 'rtl', locale: 'ar' };

export const GALLERY_LANGUAGES: readonly Language[] = [...LANGUAGES, RIGHT_TO_LEFT];

/** Everything bound to a language of the gallery, with all words. */
export async function galleryLocaliser(language: Language): Promise<Localiser> {
  return createLocaliser(language, await loadCatalogue(language === RIGHT_TO_LEFT ? 'en' : language.code, 'whole'));
}
