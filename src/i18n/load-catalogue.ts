import type { Catalogue } from './message-key.ts';
import type { Extent } from './message-parts.ts';
import { EXTENTS } from './message-parts.ts';

type Parts = Record<string, () => Promise<Catalogue>>;

// build/compile-messages.ts puts the namespaces of an extent together; any file of a language stands for them.
const PARTS: Readonly<Record<Extent, Parts>> = {
  first: import.meta.glob('./messages/*/app.json', { query: '?first', import: 'default' }) as Parts,
  answering: import.meta.glob('./messages/*/app.json', { query: '?answering', import: 'default' }) as Parts,
  whole: import.meta.glob('./messages/*/app.json', { query: '?whole', import: 'default' }) as Parts,
};

/**
 * Loads the messages of one language as far as a screen needs them (browser only; the commands read the files). Throws where
 * a network gives something else in their place: a page of keys helps nobody.
 */
export async function loadCatalogue(language: string, extent: Extent): Promise<Catalogue> {
  const wanted = EXTENTS.slice(0, EXTENTS.indexOf(extent) + 1);
  const parts = await Promise.all(wanted.map((one) => PARTS[one][`./messages/${language}/app.json`]?.()));
  if (!parts.every(Boolean)) throw new Error(`no words: ${language}`);
  return Object.assign({}, ...parts) as Catalogue;
}
