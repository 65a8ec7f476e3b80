import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MESSAGES = path.resolve(import.meta.dirname, '../../../src/i18n/messages');

/** Messages of one namespace as translators wrote them. */
export interface MessageFile {
  readonly namespace: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** Languages that have a folder of messages. */
export function listMessageLanguages(): string[] {
  return readdirSync(MESSAGES).sort();
}

/** Every message file of a language, from disk. */
export function readMessageFiles(language: string): MessageFile[] {
  const folder = path.join(MESSAGES, language);
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      namespace: name.replace(/\.json$/, ''),
      messages: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, string>,
    }));
}

/** All messages of a language by key. */
export function readCatalogue(language: string): Record<string, string> {
  return Object.assign({}, ...readMessageFiles(language).map(({ messages }) => messages)) as Record<string, string>;
}
