import { LANGUAGES } from '../../i18n/languages.ts';

/** Languages that may stand beside the first one in the room: those of the interface that the questions are written in. */
export function roomLanguages(texts: Readonly<Record<string, unknown>>, own: string): readonly string[] {
  return LANGUAGES.map(({ code }) => code).filter((code) => code !== own && Object.hasOwn(texts, code));
}

/** The one that was chosen in this browser, else the first; null where there is no other. */
export function roomLanguageOf(languages: readonly string[], chosen: string | undefined): string | null {
  return languages.find((code) => code === chosen) ?? languages[0] ?? null;
}
