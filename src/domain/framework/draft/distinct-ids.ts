import type { FrameworkStructure, FrameworkTexts, Method } from '../framework-schema.ts';

interface Written {
  readonly structure: FrameworkStructure;
  readonly texts: Readonly<Record<string, FrameworkTexts>>;
}

interface Named {
  readonly id: string;
}

/** Gives what has the id of one before it an id of its own, `A-1-2` for the second `A-1`; `copies` tells after whom. */
class Distinct {
  readonly copies = new Map<string, string>();
  readonly #known: Set<string>;
  /**
   * By id the number of the last that has it: looked for from 2 each time, many would take the square of their number.
   */
  readonly #numbers = new Map<string, number>();

  constructor(all: readonly Named[]) {
    this.#known = new Set(all.map(({ id }) => id));
  }

  readonly of = <Item extends Named>(item: Item): Item => {
    let number = (this.#numbers.get(item.id) ?? 0) + 1;
    while (number > 1 && this.#known.has(`${item.id}-${number}`)) number += 1;
    this.#numbers.set(item.id, number);
    if (number === 1) return item;
    const id = `${item.id}-${number}`;
    this.copies.set(id, item.id);
    return { ...item, id };
  };

  /** Words by id, those of a copy after whom it was named. */
  words<Words>(written: Readonly<Record<string, Words>>): Record<string, Words> {
    const own = [...this.copies].flatMap(([id, after]) => {
      const words = Object.hasOwn(written, after) ? written[after] : undefined;
      return words === undefined ? [] : [[id, words] as const];
    });
    return { ...written, ...Object.fromEntries(own) };
  }
}

const once = (ids: readonly string[]) => [...new Set(ids)];
const apart = <Item extends Named>(items: readonly Item[]) => items.map(new Distinct(items).of);
const withBands = <Of extends Partial<Method>>(method: Of): Of =>
  method.bands === undefined ? method : { ...method, bands: apart(method.bands) };
const withMethod = <Node extends { readonly method?: Partial<Method> | undefined }>(node: Node): Node =>
  node.method === undefined ? node : { ...node, method: withBands(node.method) };

function isDistinct({ domains, scales, method, ...lists }: FrameworkStructure): boolean {
  const subdomains = domains.flatMap((domain) => domain.subdomains ?? []);
  const nodes = [...domains, ...subdomains];
  const ids = (items: readonly Named[]) => items.map(({ id }) => id);
  return [
    ...[domains, subdomains, nodes.flatMap(({ indicators }) => indicators ?? [])].map(ids),
    ...Object.values(scales).map(({ levels }) => ids(levels)),
    ...[method, ...nodes.map((node) => node.method)].map((one) => ids(one?.bands ?? [])),
    ...[lists.languages, lists.institutionTypes, lists.readingRules, lists.glossary].map((list) => list ?? []),
  ].every((list) => new Set(list).size === list.length);
}

/**
 * A draft in which nothing has the id of another of its kind: whoever mends a framework must be able to point at each
 * part of it. The second keeps what it says under an id of its own, but for the words of a level or a band, which are
 * still to be written; of a word that stands twice in a list one stays.
 */
export function withDistinctIds(written: Written): Written {
  const { structure } = written;
  if (isDistinct(structure)) return written;
  const within = structure.domains.flatMap((domain) => domain.subdomains ?? []);
  const domain = new Distinct(structure.domains);
  const subdomain = new Distinct(within);
  const indicator = new Distinct([...structure.domains, ...within].flatMap(({ indicators }) => indicators ?? []));
  const withIndicators = <Node extends { readonly indicators?: FrameworkStructure['domains'][number]['indicators'] }>(
    node: Node,
  ): Node => (node.indicators === undefined ? node : { ...node, indicators: node.indicators.map(indicator.of) });
  const { institutionTypes, readingRules, glossary } = structure;
  const distinct: FrameworkStructure = {
    ...structure,
    languages: once(structure.languages),
    ...(institutionTypes === undefined ? {} : { institutionTypes: once(institutionTypes) }),
    ...(readingRules === undefined ? {} : { readingRules: once(readingRules) }),
    ...(glossary === undefined ? {} : { glossary: once(glossary) }),
    method: withBands(structure.method),
    scales: Object.fromEntries(
      Object.entries(structure.scales).map(([id, scale]) => [id, { ...scale, levels: apart(scale.levels) }]),
    ),
    domains: structure.domains.map((one) => {
      const own = withIndicators(withMethod(domain.of(one)));
      if (own.subdomains === undefined) return own;
      return { ...own, subdomains: own.subdomains.map((part) => withIndicators(withMethod(subdomain.of(part)))) };
    }),
  };
  const texts = Object.entries(written.texts).map(([language, words]): [string, FrameworkTexts] => [
    language,
    {
      ...words,
      domains: domain.words(words.domains),
      ...(words.subdomains === undefined ? {} : { subdomains: subdomain.words(words.subdomains) }),
      indicators: indicator.words(words.indicators),
    },
  ]);
  return { structure: distinct, texts: Object.fromEntries(texts) };
}
