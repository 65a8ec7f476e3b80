import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { extentOf } from '../src/i18n/message-parts.ts';
import { moduleOfData } from './module-of-data.ts';
import { PSEUDO_CODES, pseudoMessage, pseudoText } from './pseudo-language.ts';

/** `messages/<language>/app.json?<extent>`: what src/i18n/load-catalogue.ts asks for. */
const PART = /\/src\/i18n\/messages\/[a-z-]+\/app\.json\?([a-z]+)$/;

function compile(messages: Readonly<Record<string, string>>, pseudo: boolean): object {
  const compiled = Object.entries(messages).map(([key, message]) => {
    // A message without syntax stays a string: smaller, and nothing to format.
    if (!/[{}'<]/.test(message)) return [key, pseudo ? pseudoText(message) : message];
    const parsed = parse(message, { ignoreTag: true });
    return [key, pseudo ? pseudoMessage(parsed) : parsed];
  });
  return Object.fromEntries(compiled) as object;
}

/** The messages of a folder that come with one extent, and the files that they stand in. */
function readPart(folder: string, extent: string) {
  const names = readdirSync(folder).filter((name) => extentOf(name.replace(/\.json$/, '')) === extent);
  const files = names.map((name) => path.join(folder, name));
  const read = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  return { files, messages: Object.assign({}, ...read) as Record<string, string> };
}

/** A text that a language does not have yet stands in English, marked, and reads from left to right. */
const inEnglish = (messages: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, `\u2068[EN] ${message}\u2069`]));

/**
 * Puts the messages that come with one extent into one part, and compiles the ICU messages among them, so that the
 * parser need not travel to the browser. What a language lacks is there in English. `pseudo`: some languages speak the
 * pseudo-language instead.
 */
export function compileMessages(options: { pseudo: boolean }): Plugin {
  return {
    name: 'sextant-compile-messages',
    enforce: 'pre',
    load(id) {
      const [, extent] = PART.exec(id) ?? [];
      if (extent === undefined) return null;
      const folder = path.dirname(id);
      const pseudo = options.pseudo && PSEUDO_CODES.includes(path.basename(folder));
      const source = readPart(path.join(folder, '../en'), extent);
      const own = pseudo ? source : readPart(folder, extent);
      for (const file of [...source.files, ...own.files]) this.addWatchFile(file);
      return moduleOfData(compile({ ...inEnglish(source.messages), ...own.messages }, pseudo));
    },
  };
}
