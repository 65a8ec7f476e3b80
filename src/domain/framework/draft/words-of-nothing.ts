import { setAt, valueAt } from './at-path.ts';
import type { DraftNode, NodeKind } from './draft-nodes.ts';
import { locateNodes, renameNode, TEXTS_OF } from './draft-nodes.ts';
import type { DraftPlace } from './draft-places.ts';
import { textPathOf } from './draft-places.ts';
import type { FrameworkDraft } from './framework-draft.ts';
import { inEachLanguage, readDraft } from './framework-draft.ts';
import { readingPlaces } from './still-left-out.ts';

const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (value !== null && typeof value === 'object' && Object.values(value).every(saysNothing));

/** The nodes of a kind of which no language has a word: words under an id that none has may be theirs. */
export function nodesWithoutWords({ structure, texts }: FrameworkDraft, kind: NodeKind): readonly DraftNode[] {
  const nodes = locateNodes(structure).map(({ node }) => node);
  return nodes.filter(
    (node) => node.kind === kind && Object.values(texts).every((own) => saysNothing(valueAt(own, textPathOf(node)))),
  );
}

/** A node without words under the id of words that have no node. */
export function giveWords(draft: FrameworkDraft, node: DraftNode, id: string): FrameworkDraft {
  const texts = inEachLanguage(draft, (own) => setAt(own, [TEXTS_OF[node.kind], node.id], undefined));
  return renameNode({ ...draft, texts }, node, id);
}

/**
 * A draft without what stands at a place, words in every language. Null where nothing stands there, or where what is left
 * would be no draft any more.
 */
export function withoutPlace(draft: FrameworkDraft, place: DraftPlace): FrameworkDraft | null {
  if (readingPlaces(draft)(place) === undefined) return null;
  const { part, language, field } = place;
  const isPart = (node: DraftNode) => node.kind === part.kind && node.id === part.id;
  const path = locateNodes(draft.structure).find(({ node }) => isPart(node))?.path ?? [];
  const next =
    language === null
      ? { ...draft, structure: setAt(draft.structure, [...path, ...field], undefined) }
      : { ...draft, texts: inEachLanguage(draft, (own) => setAt(own, [...textPathOf(part), ...field], undefined)) };
  return readDraft(next).ok ? next : null;
}
