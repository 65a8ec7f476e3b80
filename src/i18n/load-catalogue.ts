import { FIRST_NAMESPACES } from './first-namespaces.ts';
import type { Catalogue, Message } from './message-key.ts';

type MessageFile = () => Promise<Record<string, Message>>;

const FILES = import.meta.glob<Record<string, Message>>(['./messages/*/*.json', '!./messages/*/commands.json'], {
  import: 'default',
}) as Record<string, MessageFile>;

const FIRST = new RegExp(`/(${FIRST_NAMESPACES.join('|')})\\.json$`);

async function load(language: string, wanted: (path: string) => boolean): Promise<Catalogue> {
  const files = Object.entries(FILES).filter(([path]) => path.startsWith(`./messages/${language}/`) && wanted(path));
  const parts = await Promise.all(files.map(([, read]) => read()));
  return Object.assign({}, ...parts) as Catalogue;
}

/** Loads the messages of the first screens in one language: one chunk of the build (browser only). */
export function loadFirstCatalogue(language: string): Promise<Catalogue> {
  return load(language, (path) => FIRST.test(path));
}

/** Loads every message of one language: two chunks of the build (browser only; the commands read the files). */
export function loadWholeCatalogue(language: string): Promise<Catalogue> {
  return load(language, () => true);
}
