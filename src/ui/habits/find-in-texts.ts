import { foldWords } from '../../domain/fold-words.ts';

/** Something that can be found and gone to, or done. */
export interface Findable {
  readonly id: string;
  readonly kind: 'act' | 'page' | 'indicator' | 'comment' | 'action';
  /** What stands first: the code of an indicator. */
  readonly code?: string;
  readonly title: string;
  /** What else is searched, each by itself. */
  readonly texts: readonly string[];
}

export interface Found<Item extends Findable> {
  readonly item: Item;
  /** The text in which it was found; null where its title says it. */
  readonly passage: string | null;
}

/** Finds by the words of a query, the best first; nothing asked finds nothing. */
export type Finder<Item extends Findable> = (query: string) => readonly Found<Item>[];

interface Indexed<Item extends Findable> {
  readonly item: Item;
  readonly code: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly whole: string;
}

const CODE_SAID = 0;
const CODE_BEGUN = 1;
const IN_TITLE = 2;
const IN_TEXT = 3;

/** Reads everything once, so that each letter that is typed costs little. Accents and case do not tell words apart. */
export function createFinder<Item extends Findable>(items: readonly Item[]): Finder<Item> {
  const indexed = items.map((item): Indexed<Item> => {
    const [code, title, texts] = [foldWords(item.code ?? ''), foldWords(item.title), item.texts.map(foldWords)];
    return { item, code, title, texts, whole: [code, title, ...texts].join('\n') };
  });

  function rankOf({ code, title }: Indexed<Item>, query: string, words: readonly string[]): number {
    if (code !== '' && code === query) return CODE_SAID;
    if (code !== '' && code.startsWith(query)) return CODE_BEGUN;
    return words.every((word) => title.includes(word) || code.includes(word)) ? IN_TITLE : IN_TEXT;
  }

  function passageOf({ item, texts }: Indexed<Item>, words: readonly string[]): string | null {
    const all = texts.findIndex((text) => words.every((word) => text.includes(word)));
    const some = texts.findIndex((text) => words.some((word) => text.includes(word)));
    return item.texts[all === -1 ? some : all] ?? null;
  }

  return (query) => {
    const asked = foldWords(query);
    const words = asked.split(' ').filter((word) => word !== '');
    if (words.length === 0) return [];
    return indexed
      .filter(({ whole }) => words.every((word) => whole.includes(word)))
      .map((one) => ({ one, rank: rankOf(one, asked, words) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one, rank }) => ({ item: one.item, passage: rank === IN_TEXT ? passageOf(one, words) : null }));
  };
}
