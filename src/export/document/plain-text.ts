import type { Text } from './document.ts';

/** The words of a text without their look; where pages are counted, nothing. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text;
  return text.map((part) => ('pageOf' in part ? '' : part.text)).join('');
}

/** The language that all of a text is in, where it is one and not that of the document. */
export function languageOf(text: Text, language: string): string | undefined {
  if (typeof text === 'string') return undefined;
  const languages = new Set(text.map((part) => ('pageOf' in part ? language : (part.language ?? language))));
  const [only] = languages;
  return languages.size === 1 && only !== language ? only : undefined;
}
