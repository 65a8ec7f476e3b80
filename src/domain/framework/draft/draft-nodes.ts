import type { ProblemPath } from '../../problem.ts';
import type {
  DomainStructure,
  FrameworkStructure,
  IndicatorStructure,
  SubdomainStructure,
} from '../framework-schema.ts';
import { listIndicators } from '../framework.ts';
import { locateIndicators } from '../locate-indicators.ts';
import { renameKey, setAt, valueAt } from './at-path.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { inEachLanguage, NO_TITLE, NO_WORDS } from './framework-draft.ts';

export type NodeKind = 'domain' | 'subdomain' | 'indicator';

/** A domain, sub-domain or indicator of a draft. */
export interface DraftNode {
  readonly kind: NodeKind;
  readonly id: string;
}

/** What a node has in the texts of each language. */
export const TEXTS_OF = { domain: 'domains', subdomain: 'subdomains', indicator: 'indicators' } as const;

export const isSameNode = (a: DraftNode | null, b: DraftNode | null): boolean => a?.kind === b?.kind && a?.id === b?.id;

/** Every node with its place in framework.json, in the order of the file: each before what it holds. */
export function locateNodes(structure: FrameworkStructure): { readonly node: DraftNode; readonly path: ProblemPath }[] {
  const indicatorsIn = (indicators: readonly { id: string }[], path: ProblemPath) =>
    indicators.map(({ id }, i) => ({
      node: { kind: 'indicator' as const, id },
      path: [...path, 'indicators', i],
    }));
  return structure.domains.flatMap((domain, d) => [
    { node: { kind: 'domain' as const, id: domain.id }, path: ['domains', d] },
    ...indicatorsIn(domain.indicators ?? [], ['domains', d]),
    ...(domain.subdomains ?? []).flatMap((subdomain, s) => [
      { node: { kind: 'subdomain' as const, id: subdomain.id }, path: ['domains', d, 'subdomains', s] },
      ...indicatorsIn(subdomain.indicators, ['domains', d, 'subdomains', s]),
    ]),
  ]);
}

/** The place of a node in framework.json; null where it is not there. */
export function pathOfNode(structure: FrameworkStructure, wanted: DraftNode): ProblemPath | null {
  return locateNodes(structure).find(({ node }) => isSameNode(node, wanted))?.path ?? null;
}

type Item = DomainStructure | SubdomainStructure | IndicatorStructure;

const listAt = (structure: FrameworkStructure, path: ProblemPath) =>
  (valueAt(structure, path) ?? []) as readonly Item[];

/** A list of a domain that holds nothing is not there at all; a sub-domain keeps its empty one, to be filled. */
function withList(structure: FrameworkStructure, path: ProblemPath, list: readonly Item[]): FrameworkStructure {
  const isOfDomain = path.length === 3;
  return setAt(structure, path, isOfDomain && list.length === 0 ? undefined : list);
}

/** Where nodes of a kind stand in a parent (null: the framework itself); null where they cannot. */
function listPath(structure: FrameworkStructure, kind: NodeKind, parent: DraftNode | null): ProblemPath | null {
  if (kind === 'domain') return parent === null ? ['domains'] : null;
  const path = parent === null ? null : pathOfNode(structure, parent);
  if (path === null || parent?.kind === 'indicator') return null;
  if (kind === 'subdomain') return parent?.kind === 'domain' ? [...path, 'subdomains'] : null;
  const isOfDomainWithParts = parent?.kind === 'domain' && valueAt(structure, [...path, 'subdomains']) !== undefined;
  return isOfDomainWithParts ? null : [...path, 'indicators'];
}

/** A domain that held indicators itself holds them in its first sub-domain from then on. */
function newSubdomain(structure: FrameworkStructure, parent: DraftNode, id: string): [FrameworkStructure, Item] {
  const path = pathOfNode(structure, parent) ?? [];
  const own = valueAt(structure, [...path, 'indicators']) as IndicatorStructure[] | undefined;
  return [setAt(structure, [...path, 'indicators'], undefined), { id, indicators: own ?? [] }];
}

function newIndicator(structure: FrameworkStructure, id: string): IndicatorStructure {
  const scales = Object.keys(structure.scales);
  const last = listIndicators(structure).at(-1)?.scale;
  return { id, scale: last ?? scales[0] ?? '' };
}

/** A new node at a position in its parent, without words yet. The same draft where nothing of the kind may stand there. */
export function addNode(
  draft: FrameworkDraft,
  node: DraftNode,
  parent: DraftNode | null,
  position = Infinity,
): FrameworkDraft {
  const { kind, id } = node;
  const isTaken = pathOfNode(draft.structure, node) !== null;
  if (isTaken || listPath(draft.structure, kind, parent) === null) return draft;
  const [structure, item]: [FrameworkStructure, Item] =
    kind === 'subdomain' && parent !== null
      ? newSubdomain(draft.structure, parent, id)
      : [draft.structure, kind === 'domain' ? { id } : newIndicator(draft.structure, id)];
  const path = listPath(structure, kind, parent) ?? [];
  const list = [...listAt(structure, path)];
  list.splice(Math.min(position, list.length), 0, item);
  const words = kind === 'indicator' ? NO_WORDS : NO_TITLE;
  return {
    structure: withList(structure, path, list),
    texts: inEachLanguage(draft, (own) => setAt(own, [TEXTS_OF[kind], id], words)),
  };
}

/** Without a node and all that it holds: their words in every language, and the pairs that they were half of. */
export function removeNode(draft: FrameworkDraft, node: DraftNode): FrameworkDraft {
  const path = pathOfNode(draft.structure, node);
  if (path === null) return draft;
  const isInside = (other: ProblemPath) => path.every((key, index) => key === other[index]);
  const gone = locateNodes(draft.structure).filter((one) => isInside(one.path));
  const ids = new Set(gone.flatMap(({ node: { kind, id } }) => (kind === 'indicator' ? [id] : [])));
  const above = path.slice(0, -1);
  const others = listAt(draft.structure, above).filter((_, index) => index !== path.at(-1));
  const left = withList(draft.structure, above, others);
  const structure = locateIndicators(left).reduce(
    (whole, { item, path: at }) =>
      item.pair !== undefined && ids.has(item.pair) ? setAt(whole, [...at, 'pair'], undefined) : whole,
    left,
  );
  const texts = inEachLanguage(draft, (own) =>
    gone.reduce((words, { node: { kind, id } }) => setAt(words, [TEXTS_OF[kind], id], undefined), own),
  );
  return { structure, texts };
}

/**
 * A node at a position of a parent, counted without the node itself. The same draft where it cannot stand there.
 */
export function moveNode(
  draft: FrameworkDraft,
  node: DraftNode,
  parent: DraftNode | null,
  position: number,
): FrameworkDraft {
  const { structure } = draft;
  const from = pathOfNode(structure, node);
  if (from === null || listPath(structure, node.kind, parent) === null) return draft;
  const item = valueAt(structure, from) as Item;
  const left = listAt(structure, from.slice(0, -1)).filter((one) => one !== item);
  const without = withList(structure, from.slice(0, -1), left);
  const to = listPath(without, node.kind, parent);
  if (to === null) return draft;
  const list = [...listAt(without, to)];
  list.splice(Math.max(0, Math.min(position, list.length)), 0, item);
  const isWhereItWas = to.join() === from.slice(0, -1).join() && list.indexOf(item) === from.at(-1);
  return isWhereItWas ? draft : { ...draft, structure: withList(without, to, list) };
}

/** The node that holds another; null for a domain. */
export function parentOf(structure: FrameworkStructure, node: DraftNode): DraftNode | null {
  const path = pathOfNode(structure, node) ?? [];
  const above = path.slice(0, -2);
  return locateNodes(structure).find((one) => one.path.join() === above.join())?.node ?? null;
}

/** One place up (-1) or down (1), past the end of a parent into the next one that may hold it. */
export function stepNode(draft: FrameworkDraft, node: DraftNode, direction: -1 | 1): FrameworkDraft {
  const { structure } = draft;
  const path = pathOfNode(structure, node);
  if (path === null) return draft;
  const parent = parentOf(structure, node);
  const position = Number(path.at(-1)) + direction;
  const siblings = listAt(structure, path.slice(0, -1)).length;
  if (position >= 0 && position < siblings) return moveNode(draft, node, parent, position);
  const holders = locateNodes(structure).filter((one) => {
    const list = listPath(structure, node.kind, one.node);
    // A domain that holds indicators itself takes no sub-domain.
    const isFull = node.kind === 'subdomain' && valueAt(structure, [...one.path, 'indicators']) !== undefined;
    return list !== null && !isFull;
  });
  const next = holders[holders.findIndex((one) => isSameNode(one.node, parent)) + direction];
  return next === undefined ? draft : moveNode(draft, node, next.node, direction === 1 ? 0 : Infinity);
}

/** A node under another id, also where it is named: words, pair, what it took the place of, what was silenced. */
export function renameNode(draft: FrameworkDraft, node: DraftNode, id: string): FrameworkDraft {
  const path = pathOfNode(draft.structure, node);
  if (path === null || node.id === id || pathOfNode(draft.structure, { ...node, id }) !== null) return draft;
  const named = TEXTS_OF[node.kind];
  let structure = setAt(draft.structure, [...path, 'id'], id);
  if (node.kind === 'indicator') {
    for (const { item, path: at } of locateIndicators(structure)) {
      if (item.pair === node.id) structure = setAt(structure, [...at, 'pair'], id);
    }
    const renamed = (name: string) =>
      name === node.id ? id : name.startsWith(`${node.id}/`) ? `${id}${name.slice(node.id.length)}` : name;
    for (const [old, next] of Object.entries(structure.supersedes ?? {})) {
      const now = Array.isArray(next) ? next.map(renamed) : next === null ? null : renamed(next);
      if (JSON.stringify(now) !== JSON.stringify(next)) structure = setAt(structure, ['supersedes', old], now);
    }
  }
  const inPath = `:${named}.${node.id}`;
  const silenced = structure.silenced?.map((one) => {
    const at = one.path.indexOf(inPath);
    const after = one.path.slice(at + inPath.length);
    const isNamed = at !== -1 && (after === '' || after.startsWith('.'));
    return isNamed ? { ...one, path: `${one.path.slice(0, at)}:${named}.${id}${after}` } : one;
  });
  return {
    structure: silenced === undefined ? structure : { ...structure, silenced },
    texts: inEachLanguage(draft, (own) => {
      const words: Readonly<Record<string, unknown>> | undefined = own[named];
      return words !== undefined && Object.hasOwn(words, node.id)
        ? setAt(own, [named], renameKey(words, node.id, id))
        : own;
    }),
  };
}

const NUMBERED = /^(.*?)(\d+)$/;
const FIRST: Readonly<Record<NodeKind, string>> = { domain: 'domain-1', subdomain: 'part-1', indicator: 'Q-01' };

/** An id that nothing has or had, going on as its neighbours do: `IC-24` after `IC-23`. */
export function proposeId({ structure }: FrameworkDraft, kind: NodeKind, parent: DraftNode | null): string {
  const nodes = locateNodes(structure).filter(({ node }) => node.kind === kind);
  const above = parent === null ? null : pathOfNode(structure, parent);
  const beside = nodes.filter(({ path }) => above?.every((key, index) => key === path[index]) ?? true);
  const taken = [...nodes.map(({ node }) => node.id), ...Object.keys(structure.supersedes ?? {})];
  const like = (beside.at(-1) ?? nodes.at(-1))?.node.id ?? FIRST[kind];
  const [, prefix = `${like}-`, digits = ''] = NUMBERED.exec(like) ?? [];
  const numbers = taken.flatMap((id) => {
    const [, own, number] = NUMBERED.exec(id) ?? [];
    return own === prefix ? [Number(number)] : [];
  });
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0')}`;
}
