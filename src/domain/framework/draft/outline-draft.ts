import type { DraftNode } from './draft-nodes.ts';
import { locateNodes } from './draft-nodes.ts';
import type { DraftPart } from './draft-places.ts';
import { SECTIONS } from './left-out.ts';
import type { FrameworkStructure } from '../framework-schema.ts';

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

/** A node of a draft with what its line says whatever shows. */
export interface OutlineNode extends Omit<OutlineRow, 'part' | 'isOpen'> {
  readonly part: DraftNode;
  readonly key: string;
  /** Which of all nodes holds it, from 0; -1 for the framework. */
  readonly holder: number;
  readonly holds: boolean;
}

/** Every node in order, each before what it holds: made once for a structure, so that a search over thousands is quick. */
export function outlineNodes(structure: FrameworkStructure): readonly OutlineNode[] {
  const last: number[] = [];
  const located = locateNodes(structure).map(({ node, path }, index) => {
    const depth = path.length / 2;
    last[depth] = index;
    const holder = last[depth - 1] ?? -1;
    return { node, depth, holder, position: Number(path.at(-1)) + 1, list: `${holder} ${node.kind}` };
  });
  const siblings = new Map<string, number>();
  for (const { list } of located) siblings.set(list, (siblings.get(list) ?? 0) + 1);
  const holders = new Set(located.map(({ holder }) => holder));
  return located.map(({ node, depth, holder, position, list }, index) => ({
    ...{ part: node, key: keyOfPart(node), depth, holder, position },
    siblings: siblings.get(list) ?? 1,
    holds: holders.has(index),
  }));
}

const SECTION_ROWS: readonly OutlineRow[] = SECTIONS.map((id, index) => ({
  part: { kind: 'section', id },
  depth: 1,
  position: index + 1,
  siblings: SECTIONS.length,
  isOpen: null,
}));

/**
 * The lines of a draft that show: sections, then nodes in order, without what is folded (`keyOfPart`). With `matches`, asked
 * by the place among all nodes, only those that match, unfolded, under those that hold them.
 */
export function outlineOf(
  nodes: readonly OutlineNode[],
  folded: ReadonlySet<string>,
  matches: ((index: number) => boolean) | null,
): readonly OutlineRow[] {
  const row = ({ part, depth, position, siblings, holds }: OutlineNode, isFolded: boolean): OutlineRow => ({
    ...{ part, depth, position, siblings },
    isOpen: holds ? !isFolded : null,
  });
  if (matches !== null) {
    const wanted = new Set<number>();
    nodes.forEach((_, index) => {
      if (!matches(index)) return;
      for (let at = index; at >= 0 && !wanted.has(at); at = nodes[at]?.holder ?? -1) wanted.add(at);
    });
    return nodes.filter((_, index) => wanted.has(index)).map((node) => row(node, false));
  }
  const closed = new Set<number>();
  const rows = nodes.flatMap((node, index): OutlineRow[] => {
    const isHidden = closed.has(node.holder);
    const isFolded = folded.has(node.key);
    if (isHidden || isFolded) closed.add(index);
    return isHidden ? [] : [row(node, isFolded)];
  });
  return [...SECTION_ROWS, ...rows];
}
