import type { DraftNode } from '../../domain/framework/draft/draft-nodes.ts';
import { isSameNode, locateNodes, parentOf } from '../../domain/framework/draft/draft-nodes.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';

/** Where something that is dragged would go. */
export interface DropPlace {
  readonly parent: DraftNode | null;
  readonly position: number;
}

const HOLDERS = { domain: [], subdomain: ['domain'], indicator: ['domain', 'subdomain'] } as const;

/** Where a dragged node goes when it is dropped on a row: beside one of its kind, at the end of what may hold it. */
export function dropPlace(
  { structure }: FrameworkDraft,
  dragged: DraftNode,
  on: DraftNode,
  isBelow: boolean,
): DropPlace | null {
  if (isSameNode(dragged, on)) return null;
  const located = locateNodes(structure);
  if (on.kind === dragged.kind) {
    const [own, other] = [dragged, on].map((node) => located.find((one) => isSameNode(one.node, node))?.path);
    if (own === undefined || other === undefined) return null;
    const isSameList = own.slice(0, -1).join() === other.slice(0, -1).join();
    const at = Number(other.at(-1)) + (isBelow ? 1 : 0);
    const isAfterItself = isSameList && Number(own.at(-1)) < at;
    return { parent: parentOf(structure, on), position: isAfterItself ? at - 1 : at };
  }
  const holders: readonly string[] = HOLDERS[dragged.kind];
  return holders.includes(on.kind) ? { parent: on, position: Infinity } : null;
}
