import type { Catalogue, Message } from './message-key.ts';

type MessageFile = () => Promise<Record<string, Message>>;

const FILES = import.meta.glob<Record<string, Message>>('./messages/*/*.json', {
  import: 'default',
}) as Record<string, MessageFile>;

/** Loads every message of one language: one chunk of the build (browser only; the commands read the files). */
export async function loadCatalogue(language: string): Promise<Catalogue> {
  const files = Object.entries(FILES).filter(([path]) => path.startsWith(`./messages/${language}/`));
  const parts = await Promise.all(files.map(([, load]) => load()));
  return Object.assign({}, ...parts) as Catalogue;
}
