import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const MESSAGES = /\/src\/i18n\/messages\/[a-z-]+\/[a-z-]+\.json$/;

/** Compiles ICU messages at build time, so that the parser need not travel to the browser. */
export function compileMessages(): Plugin {
  return {
    name: 'sextant-compile-messages',
    enforce: 'pre',
    transform(source, id) {
      if (!MESSAGES.test(id)) return null;
      const messages = JSON.parse(source) as Record<string, string>;
      const compiled = Object.entries(messages).map(([key, message]) => {
        // A message without syntax stays a string: smaller, and nothing to format.
        if (!/[{}'<]/.test(message)) return [key, message];
        return [key, parse(message, { ignoreTag: true })];
      });
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}
