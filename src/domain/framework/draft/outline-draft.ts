import type { DraftNode } from './draft-nodes.ts';
import { locateNodes } from './draft-nodes.ts';
import type { DraftPart } from './draft-places.ts';
import { SECTIONS } from './draft-places.ts';
import type { FrameworkDraft } from './framework-draft.ts';

/** One line of the outline of a draft, with its place among those beside it. */
export interface OutlineRow {
  readonly part: DraftPart;
  /** From 1. */
  readonly depth: number;
  /** From 1. */
  readonly position: number;
  readonly siblings: number;
  /** Null for what holds nothing that could be folded. */
  readonly isOpen: boolean | null;
}

export const keyOfPart = ({ kind, id }: DraftPart): string => `${kind}/${id}`;

/**
 * The lines of a draft that show: sections, then nodes in order, without what is folded (`keyOfPart`). With `matches` only
 * the nodes that match, unfolded, under those that hold them.
 */
export function outlineOf(
  { structure }: FrameworkDraft,
  folded: ReadonlySet<string>,
  matches: ((node: DraftNode) => boolean) | null,
): OutlineRow[] {
  const sections: OutlineRow[] =
    matches === null
      ? SECTIONS.map((id, index) => ({
          part: { kind: 'section', id },
          depth: 1,
          position: index + 1,
          siblings: SECTIONS.length,
          isOpen: null,
        }))
      : [];
  const located = locateNodes(structure);
  const paths = located.map(({ path }) => path.join('.'));
  const wanted = new Set<string>();
  if (matches !== null) {
    located.forEach(({ node, path }) => {
      if (!matches(node)) return;
      for (let length = path.length; length > 0; length -= 2) wanted.add(path.slice(0, length).join('.'));
    });
  }
  const siblings = new Map<string, number>();
  const holding = new Set<string>();
  located.forEach(({ path }) => {
    const list = path.slice(0, -1).join('.');
    siblings.set(list, (siblings.get(list) ?? 0) + 1);
    holding.add(path.slice(0, -2).join('.'));
  });
  const hidden = new Set<string>();
  const rows = located.flatMap(({ node, path }, index): OutlineRow[] => {
    const [key = '', above] = [paths[index], path.slice(0, -2).join('.')];
    const isFolded = matches === null && folded.has(keyOfPart(node));
    const isHidden = hidden.has(above);
    if (isHidden || isFolded) hidden.add(key);
    if (isHidden || (matches !== null && !wanted.has(key))) return [];
    return [
      {
        part: node,
        depth: path.length / 2,
        position: Number(path.at(-1)) + 1,
        siblings: siblings.get(path.slice(0, -1).join('.')) ?? 1,
        isOpen: holding.has(key) ? !isFolded : null,
      },
    ];
  });
  return [...sections, ...rows];
}
