/** The codes in a text, whatever stands between them, each once. */
export const codesIn = (text: string): string[] => [...new Set(text.split(/[\s,;،]+/).filter((code) => code !== ''))];
