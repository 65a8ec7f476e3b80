/** A language the interface claims: every message exists in it. */
export interface Language {
  readonly code: string;
  /** Its own name, as a speaker looks for it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** What Intl formats numbers, dates, lists and plurals by. */
  readonly locale: string;
  /** Whose dates it writes; those of `locale` where it is missing. */
  readonly dateLocale?: string;
  /** Between what stands in a row; a comma where it is missing. */
  readonly comma?: string;
}

/** Order of the language switch. A new language is one line here and one folder of messages (docs/translators.md). */
export const LANGUAGES = [
  { code: 'en', name: 'English', direction: 'ltr', locale: 'en-GB' },
  { code: 'fr', name: 'Français', direction: 'ltr', locale: 'fr-FR' },
  { code: 'es', name: 'Español', direction: 'ltr', locale: 'es-ES' },
  { code: 'ar', name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn', comma: '،' },
] as const satisfies readonly Language[];

export const DEFAULT_LANGUAGE: Language = LANGUAGES[0];

/** The language of a code, or undefined when the interface does not speak it. */
export function findLanguage(code: string): Language | undefined {
  return LANGUAGES.find((language) => language.code === code);
}

/** The sign between what is and what comes of it, as the language reads. */
export function forwardArrow({ direction }: Language): string {
  return direction === 'rtl' ? '←' : '→';
}

/** The language with dates as a country of its own writes them, where one was chosen: by language, `en-US`. */
export function withDates(language: Language, dates: Readonly<Record<string, string>> = {}): Language {
  const chosen = dates[language.code] ?? '';
  // Anything else, such as what a damaged store says, would throw where dates are written.
  const isKnown = RegExp(`^${language.code}-[A-Z]{2}(-u-nu-latn)?$`).test(chosen);
  return isKnown ? { ...language, dateLocale: chosen } : language;
}

/** The first of a person's preferred languages (`fr-CA`, `ar`) that the interface speaks, else English. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = findLanguage(tag.toLowerCase().split('-')[0] ?? '');
    if (found !== undefined) return found;
  }
  return DEFAULT_LANGUAGE;
}
