const TAGS: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA', pt: 'pt-PT' };

/** The tag by which office programs know a language: ours for Arabic says how numbers are written, which they do not read. */
export function officeLanguage(language: string): string {
  return TAGS[language] ?? language;
}
